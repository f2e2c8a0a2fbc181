import { Form } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { RuleNote } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import type { Day } from "#app/platform/clock.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { type Publication, PUBLISHED_COLUMNS, type PublicationRow } from "./publication.ts";

const said = words.outcomes.publication;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface PublicationPageProps {
  readonly programme: Named;
  readonly programmes: readonly Named[];
  readonly days: readonly Day[];
  /** Undefined while no month has ended. */
  readonly publication: Publication | undefined;
}

function Cell({ cell }: { readonly cell: PublicationRow["cells"][number] | undefined }) {
  return cell?.isShown === false ? <span className="masked">{cell.text}</span> : <>{cell?.text}</>;
}

/** The table itself, with its rule. */
export function PublicationTable({ publication }: { readonly publication: Publication }) {
  return (
    <Card title={said.byBoard}>
      <Stack>
        <DataTable caption={said.caption} captionHidden rows={publication.rows} keyOf={(row) => row.key} columns={[
          { key: "board", label: said.columns.board, heads: true, cell: (row) => row.name },
          ...PUBLISHED_COLUMNS.map((column, i) => ({ key: column, label: said.columns[column], numeric: true, cell: (row: PublicationRow) => <Cell cell={row.cells[i]} /> })),
        ]} />
        <RuleNote>{publication.rule}</RuleNote>
      </Stack>
    </Card>
  );
}

/** The publication table of a programme at a month end, with its rule beside it; no names. */
export function PublicationPage({ programme, programmes, days, publication }: PublicationPageProps) {
  const kicker = said.kicker(programme.name);
  if (!publication) return <Stack gap="large"><PageHead kicker={kicker} title={said.tooEarly} /><EmptyState title={said.tooEarlyText} /></Stack>;
  const asked = { programme: programme.id, month: publication.day };
  return (
    <Stack gap="large">
      <PageHead kicker={kicker} title={said.heading(publication.day)} />
      <Form method="get" action={paths.publication()} className="inline-form">
        {programmes.length > 1 && <FilterSelect name="programme" label={words.outcomes.programme} value={programme.id} options={programmes.map(({ id, name }) => ({ value: id, label: name }))} />}
        <FilterSelect name="month" label={said.monthEnd} value={publication.day} options={days.map((day) => ({ value: day, label: formatDay(day) }))} />
        <Button look="quiet">{words.outcomes.show}</Button>
        <ButtonLink to={paths.publicationExport(asked)} icon="export" reload>{said.export}</ButtonLink>
      </Form>
      <PublicationTable publication={publication} />
      <Card title={said.definitions.title}>
        <Stack>
          <DescriptionList items={said.definitions.items} />
          <p className="small muted">{said.definitions.asKnown}</p>
        </Stack>
      </Card>
    </Stack>
  );
}
