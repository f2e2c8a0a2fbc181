import { Form, Link } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { RuleNote } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { CohortFilter, CohortRow } from "./cohort-rows.ts";
import type { Funnel } from "./funnel.ts";
import { FunnelCard } from "./funnel-card.tsx";
import { STANDINGS, STEPS } from "./model.ts";
import { ManagementMark } from "./management-mark.tsx";
import type { StageFigure } from "./stage-figures.ts";
import { StandingChip } from "./standing-chip.tsx";

const { cohort: said } = words.outcomes;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface CohortPageProps {
  readonly programme: Named;
  /** All that this lead leads. */
  readonly programmes: readonly Named[];
  readonly heading: string;
  /** How many trainees the programme has, whatever is asked for. */
  readonly all: number;
  readonly rows: readonly CohortRow[];
  readonly asked: CohortFilter;
  readonly boards: readonly Named[];
  readonly cohorts: readonly Named[];
  readonly funnel: Funnel;
  readonly chart: { readonly narrow: string; readonly wide: string };
}

/** A lead's trainees by name, and how far they have come: for managing the programme. */
export function CohortPage(props: CohortPageProps) {
  const { programme, heading, all, rows } = props;
  return (
    <Stack gap="large">
      <PageHead kicker={programme.name} title={heading} lead={all === 0 ? said.none : said.lead}
        actions={all > 0 && <ButtonLink to={paths.attendance({ programme: programme.id })}>{words.outcomes.attendance.title}</ButtonLink>} />
      <ManagementMark />
      {all > 0 && (
        <>
          <Card title={said.listTitle}>
            <Stack>
              <Filter {...props} />
              {rows.length === 0
                ? <EmptyState title={said.noneMatch} action={<ButtonLink to={paths.cohorts({ programme: programme.id })}>{said.filters.clear}</ButtonLink>}><p>{said.noneMatchText}</p></EmptyState>
                : <CohortTable rows={rows} />}
              <RuleNote>{said.paceNote}</RuleNote>
            </Stack>
          </Card>
          <FunnelCard {...props} />
        </>
      )}
    </Stack>
  );
}

/** A line for each trainee; without links for whoever has no pages behind them. */
export function CohortTable({ rows, isReadOnly = false }: { readonly rows: readonly CohortRow[]; readonly isReadOnly?: boolean }) {
  return <div className="many-columns"><DataTable caption={said.caption} captionHidden rows={rows} keyOf={(row) => row.traineeId} columns={columnsOf(rows, isReadOnly)} /></div>;
}

/** Every requirement that one of them has, in the order of their pathways: trainees may be on different ones. */
function figureColumns(rows: readonly CohortRow[], isReadOnly: boolean): Column<CohortRow>[] {
  const titles = new Map(rows.flatMap((row) => row.figures.map((f) => [f.key, f.title] as const)));
  return [...titles].map(([key, label]) => ({
    key, label, numeric: true, cell: (row) => <Figure of={row} figure={row.figures.find((f) => f.key === key)} isReadOnly={isReadOnly} />,
  }));
}

function Figure({ of, figure, isReadOnly }: { readonly of: CohortRow; readonly figure: StageFigure | undefined; readonly isReadOnly: boolean }) {
  if (!figure || isReadOnly) return figure?.text ?? said.notAsked;
  return <Link to={paths.cohortTrainee(of.traineeId, figure.key)} aria-label={`${figure.text}: ${said.opens(figure.title, of.name)}`}>{figure.text}</Link>;
}

function columnsOf(rows: readonly CohortRow[], isReadOnly: boolean): Column<CohortRow>[] {
  const { columns } = said;
  return [
    { key: "trainee", label: columns.trainee, heads: true, cell: (row) => (isReadOnly ? row.name : <Link to={paths.cohortTrainee(row.traineeId)}>{row.name}</Link>) },
    { key: "board", label: columns.board, cell: (row) => <>{row.board}<br /><span className="small muted">{row.cohort}</span></> },
    { key: "stage", label: columns.stage, cell: (row) => row.stage },
    ...figureColumns(rows, isReadOnly),
    { key: "pace", label: columns.pace, cell: (row) => row.pace },
    { key: "last", label: columns.last, cell: (row) => row.lastOn },
    { key: "state", label: columns.state, cell: (row) => <StandingChip standing={row.standing} text={row.state} /> },
  ];
}

function optionsOf(choices: readonly Named[]) {
  return choices.map(({ id, name }) => ({ value: id, label: name }));
}

function partsOf({ asked, boards, cohorts }: CohortPageProps): string[] {
  const parts = [
    boards.find((b) => b.id === asked.board)?.name, cohorts.find((c) => c.id === asked.cohort)?.name,
    asked.state === null ? undefined : said.states[asked.state], asked.reached === null ? undefined : words.outcomes.funnel.steps[asked.reached],
  ];
  return parts.filter((part) => part !== undefined);
}

function Filter(props: CohortPageProps) {
  const { filters, states } = said;
  const { asked, programme, programmes, boards, cohorts } = props;
  const parts = partsOf(props);
  return (
    <Disclosure summary={parts.length > 0 ? filters.now(parts) : filters.label}>
      <Form method="get" action={paths.cohorts()} className="form">
        <div className="field-row">
          {programmes.length > 1 && <FilterSelect name="programme" label={words.outcomes.programme} value={programme.id} options={optionsOf(programmes)} />}
          <FilterSelect name="board" label={filters.board} empty={filters.allBoards} value={asked.board} options={optionsOf(boards)} />
          <FilterSelect name="cohort" label={filters.cohort} empty={filters.allCohorts} value={asked.cohort} options={optionsOf(cohorts)} />
          <FilterSelect name="state" label={filters.state} empty={filters.allStates} value={asked.state} options={STANDINGS.map((s) => ({ value: s, label: states[s] }))} />
          <FilterSelect name="reached" label={filters.reached} empty={filters.anyStep} value={asked.reached} options={STEPS.map((s) => ({ value: s, label: words.outcomes.funnel.steps[s] }))} />
        </div>
        <div className="actions">
          <Button look="quiet">{words.outcomes.show}</Button>
          {parts.length > 0 && <ButtonLink to={paths.cohorts({ programme: programme.id })}>{filters.clear}</ButtonLink>}
        </div>
      </Form>
    </Disclosure>
  );
}
