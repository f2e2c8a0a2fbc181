import { Form, Link } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { formatCount, formatMoment } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { ImportBatch, StaysBecause } from "./import-batch.ts";

const { list, undo, title } = words.imports;

const COLUMNS: readonly Column<ImportBatch>[] = [
  { key: "when", label: list.columns.when, heads: true, cell: (batch) => formatMoment(batch.recordedAt) },
  { key: "entries", label: list.columns.entries, numeric: true, cell: (batch) => formatCount(batch.entries) },
  { key: "state", label: list.columns.state, cell: (batch) => (batch.undoneAt === null ? <UndoLink batch={batch} /> : list.undone(formatMoment(batch.undoneAt))) },
];

function UndoLink({ batch }: { readonly batch: ImportBatch }) {
  return <>{list.standing}, <Link to={paths.undoImport(batch.id)} aria-label={list.undoLabel(formatMoment(batch.recordedAt))}>{list.undo}</Link></>;
}

/** Earlier imports, each with its way back. */
export function ImportsPage({ imports, undone }: { readonly imports: readonly ImportBatch[]; readonly undone: number | null }) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.importLogbook()}>{title}</Link>} title={list.title} lead={list.lead} />
        {undone !== null && <Notice kind="success">{undo.done(undone)}</Notice>}
        {imports.length === 0
          ? <EmptyState title={list.empty} action={<ButtonLink to={paths.importLogbook()}>{title}</ButtonLink>} />
          : <DataTable caption={list.caption} columns={COLUMNS} rows={imports} keyOf={(batch) => batch.id} />}
      </Stack>
    </Narrow>
  );
}

interface UndoImportProps {
  readonly batch: ImportBatch;
  readonly goes: number;
  readonly reviews: number;
  readonly clients: number;
  readonly stays: readonly { readonly id: string; readonly title: string; readonly because: StaysBecause }[];
  readonly error: string | null;
}

/** What undoing an import takes back and what it leaves, before it is done. */
export function UndoImportPage({ batch, goes, reviews, clients, stays, error }: UndoImportProps) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.imports()}>{list.title}</Link>} title={undo.title(formatMoment(batch.recordedAt))} lead={undo.lead} />
        <ErrorSummary errors={error === null ? [] : [{ text: error }]} />
        <Card title={goes > 0 ? undo.goes(goes) : reviews > 0 ? undo.reviews(reviews) : undo.nothing}>
          <Stack>
            {goes > 0 && reviews > 0 && <p>{undo.reviews(reviews)}.</p>}
            {clients > 0 && <p>{undo.clients(clients)}</p>}
            {goes + reviews > 0 && <Form method="post" action={paths.undoImport(batch.id)} reloadDocument><Actions><Button look="danger">{undo.submit}</Button></Actions></Form>}
          </Stack>
        </Card>
        {stays.length > 0 && (
          <Card title={undo.stays(stays.length)}>
            <ItemList label={undo.stays(stays.length)}>
              {stays.map((entry) => <Item key={entry.id} to={paths.entry(entry.id)} title={entry.title} detail={undo.why[entry.because]} />)}
            </ItemList>
          </Card>
        )}
      </Stack>
    </Narrow>
  );
}
