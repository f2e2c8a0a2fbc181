import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { TraineeSummary } from "./summary.ts";

const said = words.progress.trainees;

/** Every requirement that one of them has, in the order of their pathways: trainees may be on different ones. */
function figureColumns(trainees: readonly TraineeSummary[]): Column<TraineeSummary>[] {
  const titles = new Map(trainees.flatMap((t) => t.figures.map((f) => [f.key, f.title] as const)));
  return [...titles].map(([key, label]) => ({ key, label, numeric: true, cell: (t) => t.figures.find((f) => f.key === key)?.text ?? said.notAsked }));
}

/** Whom a supervisor supervises today: who is due, and how far each is. */
export function TraineesPage({ trainees }: { readonly trainees: readonly TraineeSummary[] }) {
  const due = trainees.filter((t) => t.isDue).length;
  return (
    <Stack gap="large">
      <PageHead title={said.heading(trainees.length)} lead={trainees.length === 0 ? said.none : said.lead(due)} />
      <Card>
        {trainees.length === 0
          ? <EmptyState title={said.emptyTitle}><p>{said.none}</p></EmptyState>
          : <DataTable caption={said.caption} captionHidden rows={trainees} keyOf={(t) => t.traineeId} columns={[
            { key: "name", label: said.columns.trainee, heads: true, cell: (t) => <Link to={paths.trainee(t.traineeId)}>{t.name}</Link> },
            { key: "stage", label: said.columns.stage, cell: (t) => t.stage },
            ...figureColumns(trainees),
            { key: "supervision_rhythm", label: said.columns.supervision, cell: (t) => <Rhythm of={t} /> },
          ]} />}
      </Card>
    </Stack>
  );
}

function Rhythm({ of: { rhythm } }: { readonly of: TraineeSummary }) {
  return <>{rhythm.text}{rhythm.chip && <> <Chip tone={rhythm.chip.tone}>{rhythm.chip.text}</Chip></>}</>;
}
