import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { words } from "#app/words/words.ts";

import type { AheadView, MonthRow, RoadView } from "./ahead-view.ts";
import { WhenSaid } from "./when-card.tsx";

const said = words.progress.ahead.page;

function Stages({ rows }: { readonly rows: AheadView["stages"] }) {
  const { caption, stage, range, likely, heldUp } = said.stages;
  if (rows.length === 0) return null;
  return (
    <Card title={said.stages.title}>
      <DataTable caption={caption} captionHidden rows={rows} keyOf={(row) => row.stage} columns={[
        { key: "stage", label: stage, heads: true, cell: (row) => row.stage }, { key: "range", label: range, cell: (row) => row.range },
        { key: "likely", label: likely, cell: (row) => row.likely }, { key: "heldUp", label: heldUp, cell: (row) => row.heldUp },
      ]} />
    </Card>
  );
}

function Changes({ rows, nothing }: { readonly rows: AheadView["changes"]; readonly nothing: string }) {
  const { title, caption, stage, more, earlier, then } = said.change;
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      <DataTable caption={caption} captionHidden rows={rows} keyOf={(row) => row.stage} columns={[
        { key: "stage", label: stage, heads: true, cell: (row) => row.stage }, { key: "more", label: more, cell: (row) => row.more },
        { key: "earlier", label: earlier, cell: (row) => row.earlier }, { key: "then", label: then, cell: (row) => row.then },
      ]} />
      {nothing !== "" && <p className="small muted">{nothing}</p>}
    </Card>
  );
}

function monthColumns({ columns, rows }: RoadView): Column<MonthRow>[] {
  return [
    { key: "month", label: said.road.month, heads: true, cell: (row) => row.month },
    ...columns.map(({ key, title }): Column<MonthRow> => ({ key, label: title, numeric: true, cell: (row) => row.cells[key] })),
    ...(rows.some((row) => row.note !== "") ? [{ key: "note", label: said.road.note, cell: (row: MonthRow) => row.note }] : []),
  ];
}

function Roads({ roads, hasStages }: { readonly roads: AheadView["roads"]; readonly hasStages: boolean }) {
  if (!hasStages) return null;
  return (
    <Card title={said.road.title}>
      <Stack gap="medium">
        <p className="muted">{roads.length === 0 ? said.road.none : said.road.text}</p>
        {roads.map((road) => (
          <Stack key={road.title} gap="small">
            <DataTable caption={road.title} columns={monthColumns(road)} rows={road.rows} keyOf={(row) => row.month} />
            {road.beside !== "" && <p className="small muted">{road.beside}</p>}
            {road.there !== "" && <p className="small muted">{road.there}</p>}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

interface AheadPageProps {
  readonly view: AheadView;
  readonly back: { readonly to: string; readonly text: string };
}

/** When, laid open: each stage's days, what would change them, the months until then, and how it is worked out. */
export function AheadPage({ view, back }: AheadPageProps) {
  return (
    <Stack gap="large">
      <PageHead kicker={<Link to={back.to}>{back.text}</Link>} title={view.heading} />
      <Card title={words.progress.ahead.title}><WhenSaid view={view.when} /></Card>
      <Stages rows={view.stages} />
      <Changes rows={view.changes} nothing={view.changesNothing} />
      <Roads roads={view.roads} hasStages={view.stages.length > 0} />
      <Card title={said.time.title}>
        <DescriptionList items={view.time} />
        <p className="small muted">{said.time.note}</p>
      </Card>
      <Card title={said.method.title}>
        <Stack gap="small">{view.method.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</Stack>
      </Card>
    </Stack>
  );
}
