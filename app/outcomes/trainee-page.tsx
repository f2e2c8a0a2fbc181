import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { Notice, RuleNote } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { ManagementMark } from "./management-mark.tsx";
import type { DaysView, TraineeView } from "./trainee-view.ts";

const said = words.outcomes.trainee;
const { recognise } = words.outcomes;

/** One trainee for a lead: counts, decisions and days. */
export function TraineePage({ view, mayRecognise, saved }: { readonly view: TraineeView; readonly mayRecognise: boolean; readonly saved: "recognised" | "voided" | null }) {
  return (
    <Stack gap="large">
      <PageHead kicker={view.kicker} title={view.heading} actions={<ButtonLink to={paths.cohorts()} icon="back">{said.back}</ButtonLink>} />
      <ManagementMark />
      {saved !== null && <Notice kind="success">{recognise.saved[saved]}</Notice>}
      <Columns of="two">
        <Card title={said.counts.title(view.stage)}>
          <DataTable caption={said.counts.caption} captionHidden rows={view.figures} keyOf={(f) => f.key} columns={[
            { key: "what", label: said.counts.what, heads: true, cell: (f) => <a href={`#${f.key}`}>{f.title}</a> },
            { key: "stage", label: said.counts.stage, numeric: true, cell: (f) => f.text },
            { key: "whole", label: said.counts.whole, numeric: true, cell: (f) => f.inAll },
          ]} />
        </Card>
        <Card><DescriptionList items={view.facts} /><p className="small"><Link to={paths.workingTime(view.traineeId)}>{words.enrolment.time.link}</Link></p></Card>
      </Columns>
      <Decisions view={view} />
      <Recognised view={view} may={mayRecognise} />
      {view.days.map((days) => <Days key={days.key} of={days} />)}
      <RuleNote>{said.note}</RuleNote>
    </Stack>
  );
}

function Decisions({ view: { decisions } }: { readonly view: TraineeView }) {
  const { title, none, caption, stage, what, by, on } = said.decisions;
  return (
    <Card title={title}>
      {decisions.length === 0 ? <p className="muted">{none}</p> : <DataTable caption={caption} captionHidden rows={decisions} keyOf={(d) => d.key} columns={[
        { key: "stage", label: stage, heads: true, cell: (d) => d.stage }, { key: "what", label: what, cell: (d) => d.what },
        { key: "by", label: by, cell: (d) => d.by }, { key: "on", label: on, cell: (d) => d.on },
      ]} />}
    </Card>
  );
}

/** Earlier work, apart from what was logged; each with its reason. */
function Recognised({ view: { traineeId, recognised }, may }: { readonly view: TraineeView; readonly may: boolean }) {
  const { heading, none, columns, voided, title, act } = recognise;
  return (
    <Card title={heading}>
      <Stack gap="small">
        {recognised.length === 0 ? <p className="muted">{none}</p> : <DataTable caption={heading} captionHidden rows={recognised} keyOf={(r) => r.entryId} columns={[
          { key: "towards", label: columns.towards, heads: true, cell: (r) => r.towards }, { key: "amount", label: columns.amount, numeric: true, cell: (r) => r.amount },
          { key: "on", label: columns.on, cell: (r) => r.on }, { key: "by", label: columns.by, cell: (r) => r.by }, { key: "reason", label: columns.reason, cell: (r) => r.reason },
          { key: "act", label: columns.act, cell: (r) => (r.voided ? <Chip>{voided}</Chip> : may && <Link to={paths.voidRecognised(traineeId, r.entryId)} aria-label={act.of(r.towards, r.on)}>{act.void}</Link>) },
        ]} />}
        {may && <p><ButtonLink to={paths.recogniseWork(traineeId)}>{title}</ButtonLink></p>}
      </Stack>
    </Card>
  );
}

const TONES = { yes: "good", no: "plain", planned: "moment" } as const;

function Days({ of: { key, title, lines } }: { readonly of: DaysView }) {
  const { none, day, what, amount, counts } = said.days;
  const hasAmounts = lines.some((line) => line.amount !== "");
  return (
    <div id={key}>
      <Card title={title}>
        {lines.length === 0 ? <p className="muted">{none}</p> : <DataTable caption={title} captionHidden rows={lines} keyOf={(line) => line.key} columns={[
          { key: "day", label: day, heads: true, cell: (line) => line.day }, { key: "what", label: what, cell: (line) => line.what },
          ...(hasAmounts ? [{ key: "amount", label: amount, numeric: true, cell: (line: DaysView["lines"][number]) => line.amount }] : []),
          { key: "counts", label: counts, cell: (line) => <Chip tone={TONES[line.counts]}>{said.days[line.counts]}</Chip> },
        ]} />}
      </Card>
    </div>
  );
}
