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
import { capitalise, formatCount, formatMoment, listAnd } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { type ImportBatch, type ListedImport, type StaysBecause, type Staying, STAYS_BECAUSE } from "./import-batch.ts";

const { list, undo, title } = words.imports;

const COLUMNS: readonly Column<ListedImport>[] = [
  { key: "when", label: list.columns.when, heads: true, cell: (batch) => formatMoment(batch.recordedAt) },
  { key: "entries", label: list.columns.entries, numeric: true, cell: (batch) => formatCount(batch.entries) },
  { key: "state", label: list.columns.state, cell: (batch) => (batch.undoneAt === null ? <Standing batch={batch} /> : list.undone(formatMoment(batch.undoneAt))) },
];

/** How many stay, by why, in words. */
function reasonsOf(stays: Staying): string[] {
  return STAYS_BECAUSE.flatMap((because) => (stays[because] === undefined ? [] : [undo.staying[because](stays[because])]));
}

function Standing({ batch }: { readonly batch: ListedImport }) {
  if (!batch.goes) return <>{list.nothingGoes(reasonsOf(batch.stays))}</>;
  return <>{list.standing}, <Link to={paths.undoImport(batch.id)} aria-label={list.undoLabel(formatMoment(batch.recordedAt))}>{list.undo}</Link></>;
}

/** Earlier imports, each with its way back. */
export function ImportsPage({ imports, undone }: { readonly imports: readonly ListedImport[]; readonly undone: number | null }) {
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
  /** How many stay, by why, and the first of them. */
  readonly staying: Staying;
  readonly stays: readonly { readonly id: string; readonly title: string; readonly because: StaysBecause }[];
  readonly error: string | null;
}

/** What undoing an import takes back and what it leaves, before it is done. */
export function UndoImportPage({ batch, goes, reviews, clients, staying, stays, error }: UndoImportProps) {
  const left = Object.values(staying).reduce((a, b) => a + b, 0);
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.imports()}>{list.title}</Link>} title={undo.title(formatMoment(batch.recordedAt))} lead={undo.lead} />
        <ErrorSummary errors={error === null ? [] : [{ text: error }]} />
        <Card title={goes > 0 ? undo.goes(goes) : reviews > 0 ? undo.reviews(reviews) : left > 0 ? undo.nothingGoes : undo.nothing}>
          <Stack>
            {goes > 0 && reviews > 0 && <p>{undo.reviews(reviews)}.</p>}
            {goes + reviews === 0 && left > 0 && <p>{capitalise(listAnd(reasonsOf(staying)))}.</p>}
            {clients > 0 && <p>{undo.clients(clients)}</p>}
            {goes + reviews > 0 && <Form method="post" action={paths.undoImport(batch.id)} reloadDocument><Actions><Button look="danger">{undo.submit}</Button></Actions></Form>}
          </Stack>
        </Card>
        {left > 0 && (
          <Card title={undo.stays(left)}>
            <ItemList label={undo.stays(left)}>
              {stays.map((entry) => <Item key={entry.id} to={paths.entry(entry.id)} title={entry.title} detail={undo.why[entry.because]} />)}
            </ItemList>
            {left > stays.length && <p className="muted">{undo.more(left - stays.length)}</p>}
          </Card>
        )}
      </Stack>
    </Narrow>
  );
}
