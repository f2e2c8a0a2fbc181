import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { RuleNote } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { ManagementMark } from "./management-mark.tsx";
import type { DaysView, TraineeView } from "./trainee-view.ts";

const said = words.outcomes.trainee;

/** One trainee for a lead: counts, decisions and days. */
export function TraineePage({ view }: { readonly view: TraineeView }) {
  return (
    <Stack gap="large">
      <PageHead kicker={view.kicker} title={view.heading} actions={<ButtonLink to={paths.cohorts()} icon="back">{said.back}</ButtonLink>} />
      <ManagementMark />
      <Columns of="two">
        <Card title={said.counts.title(view.stage)}>
          <DataTable caption={said.counts.caption} captionHidden rows={view.figures} keyOf={(f) => f.key} columns={[
            { key: "what", label: said.counts.what, heads: true, cell: (f) => <a href={`#${f.key}`}>{f.title}</a> },
            { key: "stage", label: said.counts.stage, numeric: true, cell: (f) => f.text },
            { key: "whole", label: said.counts.whole, numeric: true, cell: (f) => f.inAll },
          ]} />
        </Card>
        <Card><DescriptionList items={view.facts} /></Card>
      </Columns>
      <Decisions view={view} />
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
