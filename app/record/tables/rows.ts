import { type RecordFile, rowsIn } from "#app/record/format.ts";
import type { RecordRow } from "#app/record/kind.ts";

import type { Join, Table } from "./model.ts";

/** The lists of a record, and what of one belongs to a row of another. */
export interface Rows {
  /** The rows of that list; what says what the file is, and its numbers, are lists too. */
  of(list: string): readonly RecordRow[];
  joined(join: Join, row: RecordRow): readonly RecordRow[];
}

/** A text of a row; nothing where it holds none. */
export function textIn(row: RecordRow | undefined, field: string): string {
  const value = row?.[field];
  return typeof value === "string" ? value : "";
}

/** A number of a row; 0 where it holds none. */
export function numberIn(row: RecordRow | undefined, field: string): number {
  const value = row?.[field];
  return typeof value === "number" ? value : 0;
}

const keyOf = (row: RecordRow, fields: readonly string[]): string => JSON.stringify(fields.map((field) => row[field]));

function indexed(rows: readonly RecordRow[], fields: readonly string[]): ReadonlyMap<string, readonly RecordRow[]> {
  const index = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const key = keyOf(row, fields);
    const known = index.get(key);
    if (known) known.push(row);
    else index.set(key, [row]);
  }
  return index;
}

/** The lists of that record. */
export function rowsOfFile(file: RecordFile): Rows {
  const indexes = new Map<Join, ReadonlyMap<string, readonly RecordRow[]>>();
  const of = (list: string): readonly RecordRow[] => {
    if (list === "head") return [{ ...file.head }];
    return list === "counts" ? file.head.counts : rowsIn(file, list);
  };
  return {
    of,
    joined: (join, row) => {
      const index = indexes.get(join) ?? indexed(of(join.list), join.on.map(([theirs]) => theirs));
      indexes.set(join, index);
      return index.get(keyOf(row, join.on.map(([, own]) => own))) ?? [];
    },
  };
}

/** The versions of each thing of a table, the first first; of a table whose rows are no versions, every row by itself. */
export function versionsIn({ base, of: thing }: Table, rows: Rows): (readonly RecordRow[])[] {
  const all = rows.of(base);
  if (!thing) return all.map((row) => [row]);
  return [...indexed(all, [thing.id]).values()].map((versions) => versions.toSorted((a, b) => numberIn(a, "version") - numberIn(b, "version")));
}
