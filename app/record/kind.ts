import type { z } from "zod";

/** Whose rows of a table belong to a record. */
export type Scope =
  /** Those of the trainee themself. */
  | { readonly by: "trainee" }
  /** Those of a thing that is the trainee's. */
  | { readonly by: "parent"; readonly column: string; readonly parent: string }
  /** Chosen with care where the record is collected. */
  | { readonly by: "choice" };

/** One list of a record: rows of one table as they stand in the file. */
export interface RecordKind {
  /** Its name in the file. */
  readonly name: string;
  readonly table: string;
  /** The fields of a row, in the order in which they are written; a field is its column in camel case. */
  readonly row: z.ZodObject;
  /** Fields that are yes or no. */
  readonly flags?: readonly string[];
  /** Fields that hold something built, stored as text. */
  readonly built?: readonly string[];
  readonly scope: Scope;
  /** The columns by which the rows are put in order. */
  readonly order: readonly string[];
}

/** A row as it stands in the file. */
export type RecordRow = Readonly<Record<string, unknown>>;

/** The column of a field: `goal2Rating` is `goal_2_rating`. */
export function columnOf(field: string): string {
  return field.replace(/([A-Z]|\d+)/g, (part) => `_${part.toLowerCase()}`);
}

/** The fields of a kind. */
export function fieldsOf(kind: RecordKind): string[] {
  return Object.keys(kind.row.shape);
}
