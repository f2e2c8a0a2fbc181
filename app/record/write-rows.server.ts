import { type RawBuilder, sql } from "kysely";
import { z } from "zod";

import type { Trx } from "#db/database.server.ts";

import { columnOf, fieldsOf, type RecordKind, type RecordRow } from "./kind.ts";

const ROWS_AT_ONCE = 100;

function storedOf(kind: RecordKind, field: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (kind.flags?.includes(field)) return value === true ? 1 : 0;
  return kind.built?.includes(field) ? JSON.stringify(value) : value;
}

/** What the portal adds to a row of that kind, column by column. */
export type Added = Readonly<Record<string, (row: RecordRow) => unknown>>;

/** Writes rows as they stand in the file. `stands`: where one of that key is there already, it is left as it is. */
export async function writeRows(trx: Trx, kind: RecordKind, rows: readonly RecordRow[], added: Added, stands = false): Promise<void> {
  const fields = fieldsOf(kind);
  const extra = Object.keys(added);
  const columns = sql.join([...fields.map(columnOf), ...extra].map((column) => sql.ref(column)));
  const valuesOf = (row: RecordRow): RawBuilder<unknown> =>
    sql`(${sql.join([...fields.map((field) => sql`${storedOf(kind, field, row[field])}`), ...extra.map((column) => sql`${added[column]?.(row) ?? null}`)])})`;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const values = sql.join(rows.slice(from, from + ROWS_AT_ONCE).map(valuesOf));
    await sql`insert into ${sql.table(kind.table)} (${columns}) values ${values} ${stands ? sql`on conflict do nothing` : sql``}`.execute(trx);
  }
}

const idSchema = z.object({ id: z.string() });

/** The id of a row that has one. */
export function idOf(row: RecordRow): string {
  return idSchema.parse(row).id;
}
