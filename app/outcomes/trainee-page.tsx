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
import type { DaysView } from "./trainee-days.ts";
import type { TraineeView } from "./trainee-view.ts";

const said = words.outcomes.trainee;
const { recognise } = words.outcomes;
const led = words.leading;
const SAVED: ReadonlyMap<string, string> = new Map(Object.entries(led.saved));

interface TraineePageProps {
  readonly view: TraineeView;
  readonly mayRecognise: boolean;
  readonly saved: string | null;
  /** Shown to somebody who is no lead: without what leads do and the pages behind it. */
  readonly isReadOnly?: boolean;
}

/** One trainee for a lead: counts, decisions and days. */
export function TraineePage({ view: given, mayRecognise, saved, isReadOnly = false }: TraineePageProps) {
  const view = isReadOnly ? withoutActs(given) : given;
  const notice = SAVED.get(saved ?? "");
  return (
    <Stack gap="large">
      <PageHead kicker={view.kicker} title={view.heading} actions={!isReadOnly && <ButtonLink to={paths.cohorts()} icon="back">{said.back}</ButtonLink>} />
      {notice !== undefined && <Notice kind="success">{notice}</Notice>}
      <ManagementMark />
      <Columns of="two">
        <Card title={said.counts.title(view.stage)}>
          <DataTable caption={said.counts.caption} captionHidden rows={view.figures} keyOf={(f) => f.key} columns={[
            { key: "what", label: said.counts.what, heads: true, cell: (f) => <a href={`#${f.key}`}>{f.title}</a> },
            { key: "stage", label: said.counts.stage, numeric: true, cell: (f) => f.text },
            { key: "whole", label: said.counts.whole, numeric: true, cell: (f) => f.inAll },
          ]} />
        </Card>
        <Card><DescriptionList items={view.facts} />{!isReadOnly && <p className="small"><Link to={paths.workingTime(view.traineeId)}>{words.enrolment.time.link}</Link></p>}</Card>
      </Columns>
      <Request view={view} isReadOnly={isReadOnly} />
      <Decisions view={view} />
      <Recognised view={view} may={mayRecognise} />
      {view.days.map((days) => <Days key={days.key} of={days} traineeId={view.traineeId} />)}
      <RuleNote>{said.note}</RuleNote>
    </Stack>
  );
}

function decidesText({ takesReviewer, reviewer, lost }: NonNullable<TraineeView["request"]>): string {
  if (!takesReviewer) return led.card.own;
  if (reviewer === null) return led.card.nobody;
  return lost === null ? led.card.decides(reviewer) : led.reviewer.lost(reviewer, lost);
}

/** The same with nothing left in it that leads to an act. */
function withoutActs(view: TraineeView): TraineeView {
  return { ...view, closedStages: [], days: view.days.map((days) => ({ ...days, lines: days.lines.map((line) => ({ ...line, lockedId: null })) })) };
}

function Request({ view: { request }, isReadOnly }: { readonly view: TraineeView; readonly isReadOnly: boolean }) {
  if (!request) return null;
  const { stageName, askedOn, takesReviewer, id } = request;
  const canDecide = request.reviewer !== null && request.lost === null;
  return (
    <Card title={led.card.title}>
      <Stack gap="small">
        <p>{led.card.asked(stageName, askedOn)} {decidesText(request)}</p>
        {takesReviewer && !isReadOnly && <p><ButtonLink to={paths.assignReviewer(id)} look={canDecide ? "quiet" : "primary"}>{request.reviewer === null ? led.card.ask : led.card.change}</ButtonLink></p>}
      </Stack>
    </Card>
  );
}

function Decisions({ view: { decisions, closedStages, traineeId } }: { readonly view: TraineeView }) {
  const { title, none, caption, stage, what, by, on } = said.decisions;
  return (
    <Card title={title}>
      <Stack>
        {decisions.length === 0 ? <p className="muted">{none}</p> : <DataTable caption={caption} captionHidden rows={decisions} keyOf={(d) => d.key} columns={[
          { key: "stage", label: stage, heads: true, cell: (d) => d.stage }, { key: "what", label: what, cell: (d) => d.what },
          { key: "by", label: by, cell: (d) => d.by }, { key: "on", label: on, cell: (d) => d.on },
        ]} />}
        {closedStages.length > 0 && <p className="actions">{closedStages.map((s) => <ButtonLink key={s.stage} to={paths.reopenStage(traineeId, s.stage)}>{led.reopen.link(s.name)}</ButtonLink>)}</p>}
      </Stack>
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

function LockedLinks({ line: { lockedId, isConfirmable, what, day }, traineeId }: { readonly line: DaysView["lines"][number]; readonly traineeId: string }) {
  if (lockedId === null) return null;
  return (
    <span className="actions">
      <Link to={paths.voidLedEntry(traineeId, lockedId)} aria-label={led.locked.voidFor(what, day)}>{led.locked.void}</Link>
      {isConfirmable && <Link to={paths.questionLedEntry(traineeId, lockedId)} aria-label={led.locked.questionFor(what, day)}>{led.locked.question}</Link>}
    </span>
  );
}

const TONES = { yes: "good", no: "plain", planned: "moment" } as const;

function Days({ of: { key, title, lines }, traineeId }: { readonly of: DaysView; readonly traineeId: string }) {
  const { none, day, what, amount, counts } = said.days;
  const hasLocked = lines.some((line) => line.lockedId !== null);
  const hasAmounts = lines.some((line) => line.amount !== "");
  return (
    <div id={key}>
      <Card title={title}>
        {lines.length === 0 ? <p className="muted">{none}</p> : <DataTable caption={title} captionHidden rows={lines} keyOf={(line) => line.key} columns={[
          { key: "day", label: day, heads: true, cell: (line) => line.day }, { key: "what", label: what, cell: (line) => line.what },
          ...(hasAmounts ? [{ key: "amount", label: amount, numeric: true, cell: (line: DaysView["lines"][number]) => line.amount }] : []),
          { key: "counts", label: counts, cell: (line) => <Chip tone={TONES[line.counts]}>{said.days[line.counts]}</Chip> },
          ...(hasLocked ? [{ key: "locked", label: led.locked.column, cell: (line: DaysView["lines"][number]) => <LockedLinks line={line} traineeId={traineeId} /> }] : []),
        ]} />}
      </Card>
    </div>
  );
}
