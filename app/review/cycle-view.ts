import type { Cycle, Entry } from "#app/logbook/model.ts";
import type { Day, Instant } from "#app/platform/clock.ts";

import type { Way } from "./model.ts";
import type { SubmissionState } from "./states.ts";

/** Which shared review with that client it is: 1 for the first that took place. A voided cycle counts only for itself. */
export function nthReview(entries: readonly Entry[], cycle: Cycle): number {
  const held = (entry: Entry): entry is Cycle => entry.kind === "cycle" && entry.clientId === cycle.clientId && entry.reviewedOn !== null && (!entry.voided || entry.id === cycle.id);
  const keyOf = (entry: Cycle): string => `${entry.reviewedOn ?? ""} ${entry.filmedOn} ${entry.loggedAt} ${entry.id}`;
  return entries.filter(held).filter((entry) => keyOf(entry) <= keyOf(cycle)).length;
}

/** One submission in a list. */
export interface SubmissionLine {
  readonly id: string;
  readonly traineeName: string;
  readonly code: string;
  readonly nth: number;
  readonly way: Way;
  readonly attempt: number;
  readonly state: SubmissionState;
  readonly sentOn: Day;
  /** The instant from which it stands where it does. */
  readonly since: Instant;
  /** Where it was returned: what was asked. */
  readonly question: string | null;
}
