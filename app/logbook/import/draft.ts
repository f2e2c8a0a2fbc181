import type { CycleContent, PeerSupervisionContent, SupervisionContent } from "#app/logbook/content.ts";

import type { RowReason } from "./reasons.ts";

/** A cycle as a file gives it: whose client it is has still to be found. */
export type ImportedCycle = Omit<CycleContent, "clientId">;

/** A row as read, before it is held against the other rows and the log. */
export interface Draft {
  readonly row: number;
  readonly reasons: readonly RowReason[];
  /** The client label as typed; null in the files of sessions. Never stored. */
  readonly label: string | null;
  /** What the row is known by, without its label and its note; null where it could not be read so far. */
  readonly identity: string | null;
  /** Rows of one file with the same text here are the same entry twice (docs/field.md, "The same twice"). */
  readonly sameAs: string | null;
  /** What would be written; null where something needed is missing. */
  readonly content: ImportedCycle | SupervisionContent | PeerSupervisionContent | null;
}
