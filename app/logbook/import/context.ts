import type { CountableEntry } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";

/** Somebody with an account, as a file may name them. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** From outside the programme: confirms nothing here, a lead verifies them once. */
  readonly isExternal: boolean;
  readonly verifiedOn: Day | null;
}

/** A client of the trainee's whose cycle a row may be. */
export interface KnownClient {
  readonly id: string;
  readonly code: string;
  readonly lastDay: Day | null;
  readonly cycles: number;
  readonly openedOn: Day;
  /** Nobody told that day: it goes back with an earlier film. */
  readonly opensWithFilm: boolean;
  readonly closedOn: Day | null;
}

/** Everything that a verdict on a row depends on, besides the file and the answers. Plain data: it is handed to a worker. */
export interface ImportFacts {
  readonly today: Day;
  /** The trainee's first day on a pathway. */
  readonly startedOn: Day;
  readonly trainee: Pick<KnownPerson, "id" | "name" | "email">;
  /** The trainee's clients that are not voided. */
  readonly clients: readonly KnownClient[];
  readonly supervisors: readonly KnownPerson[];
  readonly fellowTrainees: readonly KnownPerson[];
  /** Names that may stand in a note. */
  readonly knownNames: readonly string[];
  /** What stands in the log already, however it came there. */
  readonly logged: readonly CountableEntry[];
  /** The fingerprints of rows imported before, each with the client of its cycle, or null for a session. */
  readonly knownRows: ReadonlyMap<string, string | null>;
}

/** The facts, and the keyed fingerprint: the same text gives the same one. No label is ever part of the text. */
export interface ImportContext extends ImportFacts {
  readonly fingerprint: (text: string) => string;
}
