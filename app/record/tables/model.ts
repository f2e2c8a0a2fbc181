import { tables as words } from "#app/words/en/tables.ts";

/** What stands in a column: list and field of the record, or what follows from it. */
export type ColumnPath = keyof typeof words.columns;

/** Rows of another list that belong to a row: those whose fields hold what its fields hold. */
export interface Join {
  readonly list: string;
  readonly on: readonly (readonly [theirs: string, own: string])[];
}

/** One table of the archive: a row for each thing, in its version in force. */
export interface Table {
  readonly name: Exclude<keyof typeof words.files, "history">;
  /** The list whose rows it has. */
  readonly base: string;
  /** Which thing a row is a version of: the list that things of that kind are called by, and the field that names it. Without it every row stands. */
  readonly of?: { readonly list: string; readonly id: string };
  readonly joins?: readonly Join[];
  /** The field of the base by which its rows are put in order; without it they stand as in the record. */
  readonly by?: string;
  readonly columns: readonly ColumnPath[];
}

/** The list of a column, and the way to its value in a row of that list. */
export function placeOf(path: ColumnPath): { readonly list: string; readonly way: readonly string[] } {
  const [list = "", ...way] = path.split(".");
  return { list, way };
}
