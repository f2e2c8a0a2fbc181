import type { CycleContent, PeerSupervisionContent, SupervisionContent, TrainingContent } from "#app/logbook/content.ts";

import type { Question } from "./questions.ts";
import type { RowReason } from "./reasons.ts";

/** A cycle as a file gives it: whose client it is has still to be found. */
export type ImportedCycle = Omit<CycleContent, "clientId">;
/** What an imported row writes, but for a cycle's client. */
export type ImportedContent = ImportedCycle | SupervisionContent | PeerSupervisionContent | TrainingContent;

/** What an entry of a row is; `row` for what is said of a row that holds none. */
export type PartKind = "row" | ImportedContent["kind"];

/** One entry of a row as read, before it is held against the other rows and the log. */
export interface Draft {
  readonly row: number;
  readonly part: PartKind;
  readonly reasons: readonly RowReason[];
  /** Questions of its own, and the ids of those about the whole file that it leans on. */
  readonly questions: readonly Question[];
  readonly leansOn: readonly string[];
  /** The client label as typed, carried down to it where its own cell is empty; null for what is no cycle. Never stored. */
  readonly label: string | null;
  /** What the row is known by, without its label and its note; null where it could not be read so far. */
  readonly identity: string | null;
  /** What a cycle's row was known by while its shared review was still to come; null for what has none. */
  readonly unreviewed: string | null;
  /** Entries of one file with the same text here are the same entry twice (docs/field.md, "The same twice"). */
  readonly sameAs: string | null;
  /** What would be written; null where something needed is missing. */
  readonly content: ImportedContent | null;
}

/** A row that holds no entry, and why. */
export function noEntry(row: number, reason: RowReason): Draft {
  return { row, part: "row", reasons: [reason], questions: [], leansOn: [], label: null, identity: null, unreviewed: null, sameAs: null, content: null };
}
