import { ButtonLink } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { words } from "#app/words/words.ts";

import type { LogRow } from "./log-view.ts";

const { table: said, sumsNote } = words.logViews;

const COLUMNS: readonly Column<LogRow>[] = [
  { key: "day", label: said.columns.day, cell: (row) => row.day },
  { key: "what", label: said.columns.what, cell: (row) => row.title, heads: true },
  { key: "detail", label: said.columns.detail, cell: (row) => row.detail },
  { key: "state", label: said.columns.state, cell: (row) => row.text },
  { key: "note", label: said.columns.note, cell: (row) => row.note ?? "" },
];

interface LogTableProps {
  readonly name: string;
  readonly programmeName: string;
  /** The day of the list, as it is said. */
  readonly on: string;
  readonly rows: readonly LogRow[];
  readonly sums: string;
  /** Which part of the log it is; nothing for the whole. */
  readonly parts: readonly string[];
  readonly backTo: string;
}

/** The log as one table without anything around it, to be printed. */
export function LogTable({ name, programmeName, on, rows, sums, parts, backTo }: LogTableProps) {
  return (
    <Stack>
      <PageHead title={said.title(name)} lead={said.lead(programmeName, on)} actions={<ButtonLink to={backTo} icon="back">{said.back}</ButtonLink>} />
      <p className="screen-only muted">{said.hint}</p>
      {parts.length > 0 && <p>{words.logbook.log.filters.now(parts)}</p>}
      <p>{sums}. <span className="muted small">{sumsNote}</span></p>
      <div className="printed-log"><DataTable caption={words.logbook.log.caption} columns={COLUMNS} rows={rows} keyOf={(row) => row.entryId} /></div>
    </Stack>
  );
}
