import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { Tabs } from "#app/ui/tabs.tsx";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { skillsDefaults } from "./form-defaults.ts";
import type { SkillsFields } from "./forms.ts";
import type { SkillsRecord } from "./model.ts";
import { type Level, LEVELS, SCALE, SKILL_LINES, type SkillLine } from "./skills.ts";

const said = words.review.skills;
const LEVEL_OPTIONS = [...LEVELS.map((level) => ({ value: String(level), label: said.levels[level] })), { value: "open", label: said.open }];

interface SkillsPageProps {
  readonly traineeId: string;
  /** Null where it is one's own. */
  readonly traineeName: string | null;
  readonly stage: number;
  /** None where only this stage is read. */
  readonly stages: number;
  /** The request on which the reader is asked to decide; null for the trainee and their supervisors. */
  readonly askedIn: string | null;
  readonly own: SkillsRecord | undefined;
  readonly records: readonly SkillsRecord[];
  readonly versions: readonly SkillsRecord[];
  readonly names: Readonly<Record<string, string>>;
  readonly submissionId: string | null;
  readonly isSaved: boolean;
  readonly mayWrite: boolean;
  readonly lastResult: SubmissionResult | undefined;
}

function levelText(level: Level | undefined): string {
  return level === undefined ? said.open : said.levels[level];
}

function SkillsForm({ traineeId, stage, own, submissionId, lastResult }: SkillsPageProps) {
  return (
    <FormFor<SkillsFields> key={own?.version ?? 0} id="skills" action={paths.skillsRecord(traineeId, stage)} lastResult={lastResult} defaults={skillsDefaults(own)}
      labels={{ ...said.lines, strengths: said.strengths, workingPoint: said.workingPoint }}>
      {(fields) => (
        <>
          <HiddenField name="fromVersion" value={String(own?.version ?? 0)} />
          {submissionId !== null && <HiddenField name="submission" value={submissionId} />}
          {SKILL_LINES.map((line) => <RadioGroup key={line} meta={fields[line]} label={said.lines[line]} look="pills" options={LEVEL_OPTIONS} />)}
          <TextArea meta={fields.strengths} label={said.strengths} optional />
          <TextArea meta={fields.workingPoint} label={said.workingPoint} rows={2} optional />
          <NamesField fields={fields} />
          <Actions><Button wide>{said.save}</Button></Actions>
        </>
      )}
    </FormFor>
  );
}

function Texts({ records, names }: Pick<SkillsPageProps, "records" | "names">) {
  return records.map(({ id, raterId, strengths, workingPoint }) => (strengths === null && workingPoint === null ? null : (
    <div key={id}>
      <h3>{names[raterId]}</h3>
      {strengths !== null && <p><b>{said.strengths}:</b> <span className="as-written">{strengths}</span></p>}
      {workingPoint !== null && <p><b>{said.workingPoint}:</b> <span className="as-written">{workingPoint}</span></p>}
    </div>
  )));
}

function Compared({ records, names }: Pick<SkillsPageProps, "records" | "names">) {
  if (records.length === 0) return <p className="muted">{said.none}</p>;
  return (
    <Stack>
      <DataTable caption={said.scale(records[0]?.scale ?? SCALE)} rows={SKILL_LINES} keyOf={(line) => line}
        columns={[
          { key: "line", label: said.line, heads: true, cell: (line) => said.lines[line] },
          ...records.map((record) => ({ key: record.id, label: `${names[record.raterId] ?? ""} (${said.parts[record.raterPart]})`, cell: (line: SkillLine) => levelText(record.ratings[line]) })),
        ]} />
      <Texts records={records} names={names} />
    </Stack>
  );
}

function Earlier({ versions, names }: Pick<SkillsPageProps, "versions" | "names">) {
  const earlier = versions.filter((one) => versions.some((other) => other.id === one.id && other.version > one.version));
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={said.earlier}>
      <Stack>
        {earlier.map((one) => (
          <div key={`${one.id} ${String(one.version)}`}>
            <p className="small muted">{words.review.byOn(names[one.raterId] ?? "", one.recordedAt)}</p>
            <ul className="bullets small">{SKILL_LINES.filter((line) => one.ratings[line] !== undefined).map((line) => <li key={line}>{said.lines[line]}: {levelText(one.ratings[line])}</li>)}</ul>
            <Texts records={[one]} names={{}} />
          </div>
        ))}
      </Stack>
    </Disclosure>
  );
}

function Back({ askedIn, traineeName, traineeId }: Pick<SkillsPageProps, "askedIn" | "traineeName" | "traineeId">) {
  if (askedIn !== null) return <Link to={paths.signOffRequest(askedIn)}>{words.review.page.backToRequest}</Link>;
  return traineeName === null ? <Link to={paths.progress()}>{words.progress.title}</Link> : <Link to={paths.trainee(traineeId)}>{traineeName}</Link>;
}

/** One stage's skills record: what the trainee and each supervisor see, and one's own to fill in. Nothing is added up. */
export function SkillsPage(props: SkillsPageProps) {
  const { traineeId, traineeName, stage, stages, records, mayWrite, isSaved, lastResult } = props;
  const title = traineeName === null ? said.heading(stage) : said.headingOf(traineeName, stage);
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Back {...props} />} title={title} lead={said.lead} />
        {isSaved && !lastResult && <Notice kind="success">{said.saved}</Notice>}
        {stages > 0 && <Tabs label={said.stages} tabs={Array.from({ length: stages }, (_, index) => index + 1).map((n) => ({ key: String(n), to: paths.skillsRecord(traineeId, n), text: said.stage(n), isShown: n === stage }))} />}
        <Card title={said.compare}><Stack><Compared {...props} records={records} /><Earlier {...props} /></Stack></Card>
        {mayWrite && <Card title={said.own}><SkillsForm {...props} /></Card>}
        <p className="muted small">{words.review.attribution}</p>
      </Stack>
    </Narrow>
  );
}
