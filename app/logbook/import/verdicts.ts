import type { PeerSupervisionContent, SupervisionContent, TrainingContent } from "#app/logbook/content.ts";
import type { Day } from "#app/platform/clock.ts";

import type { ImportedCycle, PartKind } from "./draft.ts";
import type { Question } from "./questions.ts";
import type { Outcome, RowReason } from "./reasons.ts";

/** Whose cycle a row is: a client of the trainee's, or the n-th new one (from 1), under a code still to be made. */
export type ImportedClient = { readonly clientId: string } | { readonly newClient: number };

/** What a taken row writes: the content of the log commands, and the fingerprint by which the row is known again. */
export type ImportedEntry =
  | {
    readonly fingerprint: string; readonly client: ImportedClient; readonly content: ImportedCycle;
    /** The cycle of the log whose shared review it is; null for a cycle of its own. */
    readonly finishes: string | null;
  }
  | { readonly fingerprint: string; readonly client: null; readonly content: SupervisionContent | PeerSupervisionContent | TrainingContent };

/** The verdict on one entry of a row; `row` for what is said of a row that holds none. */
export interface PartVerdict {
  readonly part: PartKind;
  readonly outcome: Outcome;
  readonly reasons: readonly RowReason[];
  /** What is written on confirming; null for what is not taken. */
  readonly entry: ImportedEntry | null;
}

/** The verdict on one row, by the number that a spreadsheet shows. */
export interface RowVerdict {
  readonly row: number;
  readonly outcome: Outcome;
  readonly parts: readonly PartVerdict[];
  /** What stands in the row, shortened: for the page, never stored. */
  readonly what: string;
}

/** A client that the file brings. The label is for the page that shows the pairs once; it is never stored. */
export interface NewClient {
  readonly number: number;
  readonly label: string;
  readonly openedOn: Day;
  /** The day of the last shared review where its next step was to close. */
  readonly closedOn: Day | null;
  readonly rows: readonly number[];
}

/** What the rows of a sheet come to. */
export interface Judged {
  /** One for each row of the sheet, in its order. */
  readonly verdicts: readonly RowVerdict[];
  readonly questions: readonly Question[];
  readonly newClients: readonly NewClient[];
}
