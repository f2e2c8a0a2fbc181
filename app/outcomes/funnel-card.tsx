import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DrawnChart } from "#app/ui/drawn-chart.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { formatCount } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { CohortFilter } from "./cohort-rows.ts";
import type { Funnel, FunnelStep } from "./funnel.ts";

const said = words.outcomes.funnel;

interface FunnelCardProps {
  readonly programme: { readonly id: string };
  readonly asked: CohortFilter;
  readonly funnel: Funnel;
  readonly chart: { readonly narrow: string; readonly wide: string };
}

function given(asked: CohortFilter): { board?: string; cohort?: string; state?: string } {
  return {
    ...(asked.board === null ? {} : { board: asked.board }), ...(asked.cohort === null ? {} : { cohort: asked.cohort }),
    ...(asked.state === null ? {} : { state: asked.state }),
  };
}

/** How many of those shown have reached each step, drawn and as a table; each number opens to their names. */
export function FunnelCard({ programme, asked, funnel, chart }: FunnelCardProps) {
  const namesAt = ({ step }: FunnelStep) => paths.cohorts({ programme: programme.id, ...given(asked), reached: step });
  return (
    <Card title={said.title}>
      <Columns of="two">
        <DrawnChart label={said.chart(funnel.of)} {...chart} />
        <Stack>
          <DataTable caption={said.caption} captionHidden rows={funnel.steps} keyOf={({ step }) => step} columns={[
            { key: "step", label: said.columns.step, heads: true, cell: ({ step }) => said.steps[step] },
            { key: "reached", label: said.columns.reached, numeric: true, cell: (of) => (of.reached === 0 ? formatCount(0) : <Link to={namesAt(of)} aria-label={`${formatCount(of.reached)}: ${said.steps[of.step]}`}>{formatCount(of.reached)}</Link>) },
            { key: "share", label: said.columns.share, numeric: true, cell: ({ reached }) => said.share(reached, funnel.of) },
          ]} />
          {funnel.withoutMidPoint > 0 && <p className="small muted">{said.withoutMidPoint(funnel.withoutMidPoint)}</p>}
        </Stack>
      </Columns>
    </Card>
  );
}
