import type { CycleQuestion } from "#app/logbook/cycle-questions.ts";
import type { FindingKind } from "#app/logbook/identifiers/finding.ts";
import type { Day } from "#app/platform/clock.ts";

import type { Field, JoinedField } from "./columns.ts";
import type { DayDoubt } from "./read-day.ts";
import type { LengthDoubt } from "./read-length.ts";

/** `accept`: taken. `warn`: taken, with what was changed or must still be done. `ask`: held until the person answers. `refuse`: not taken. `skip`: holds nothing new. */
const OUTCOMES = ["accept", "warn", "ask", "refuse", "skip"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is said of a row, or of one entry that stands in it. */
export type RowReason =
  | { readonly code: "above_header" | "header" | "blank" | "total" | "remark" | "client_heading" | "nothing_read" | "left_out" }
  | { readonly code: "already_imported" | "already_in_log" | "client_missing" | "supervisor_is_self" }
  | { readonly code: "cell_missing" | "not_a_day" | "not_a_length" | "cell_left_out"; readonly field: Field }
  | { readonly code: "same_row"; readonly row: number }
  | { readonly code: "day_asked"; readonly field: Field; readonly because: DayDoubt | "in_future" }
  | { readonly code: "length_asked"; readonly field: Field; readonly because: LengthDoubt | "missing" }
  | { readonly code: "film_before_case" | "reopens_case" | "review_in_log" | "review_planned" | "film_day_in_log" | "training_asked" | "session_day_there"; readonly day: Day }
  | { readonly code: "adds_review"; readonly day: Day; readonly cycleId: string }
  | { readonly code: "review_before_film"; readonly filmedOn: Day; readonly reviewedOn: Day }
  | { readonly code: "order_asked" | "supervisor_asked" | "attendee_asked" | "client_asked" | "above_asked" | "format_asked" | "nobody_there" }
  | { readonly code: "day_read"; readonly field: Field; readonly day: Day }
  | { readonly code: "spelling_read"; readonly spelling: string; readonly name: string }
  | { readonly code: "attendees_unknown"; readonly spellings: readonly string[] }
  | { readonly code: "before_start"; readonly day: Day; readonly startedOn: Day }
  | CycleQuestion
  | { readonly code: "read_as_peer" | "group_may_not_count" | "label_replaced" | "review_missing" | "reflection_of_session" }
  | { readonly code: "note_too_long" | "note_names_client" | "note_may_name"; readonly field: JoinedField }
  | { readonly code: "note_refused"; readonly field: JoinedField; readonly kinds: readonly FindingKind[] }
  | { readonly code: "no_shared_review_yet" | "waits_for_supervisor" | "waits_for_verification" | "waits_for_attendee" | "waits_for_lead" };
export type RowReasonCode = RowReason["code"];

const OUTCOME_OF = {
  above_header: "skip", header: "skip", blank: "skip", total: "skip", remark: "skip", client_heading: "skip", nothing_read: "skip", left_out: "skip",
  already_imported: "skip", already_in_log: "skip", review_in_log: "skip",
  client_missing: "refuse", supervisor_is_self: "refuse", cell_missing: "refuse", not_a_day: "refuse", not_a_length: "refuse", same_row: "refuse", film_before_case: "refuse",
  day_asked: "ask", length_asked: "ask", training_asked: "ask", review_before_film: "ask", order_asked: "ask",
  supervisor_asked: "ask", attendee_asked: "ask", client_asked: "ask", above_asked: "ask", format_asked: "ask", nobody_there: "ask",
  cell_left_out: "warn", review_planned: "warn", film_day_in_log: "warn", day_read: "warn", spelling_read: "warn", attendees_unknown: "warn", before_start: "warn",
  long_gap: "warn", long_film: "warn", film_day_there: "warn", session_day_there: "warn", reopens_case: "warn", read_as_peer: "warn", group_may_not_count: "warn", label_replaced: "warn", note_too_long: "warn", note_names_client: "warn", note_may_name: "warn",
  review_missing: "warn", note_refused: "warn",
  adds_review: "accept", reflection_of_session: "accept", no_shared_review_yet: "accept", waits_for_supervisor: "accept", waits_for_verification: "accept", waits_for_attendee: "accept", waits_for_lead: "accept",
} as const satisfies Record<RowReasonCode, Outcome>;

/** What all reasons together make of an entry: the gravest of them, and `accept` where there are none. */
export function gravest(reasons: readonly RowReason[]): Outcome {
  const rank = Math.max(0, ...reasons.map(({ code }) => OUTCOMES.indexOf(OUTCOME_OF[code])));
  return OUTCOMES[rank] ?? "accept";
}

const MOST_TELLING: readonly Outcome[] = ["ask", "refuse", "warn", "accept", "skip"];

/** What the entries of one row make of the row: first what somebody has to look at. */
export function mostTelling(outcomes: readonly Outcome[]): Outcome {
  return MOST_TELLING.find((outcome) => outcomes.includes(outcome)) ?? "skip";
}

/** True where the entry is taken. */
export function isTaken(outcome: Outcome): boolean {
  return outcome === "accept" || outcome === "warn";
}

/** What is worth saying of an entry: whose word it waits for only where it is taken. */
export function worthSaying(reasons: readonly RowReason[], outcome: Outcome): readonly RowReason[] {
  return isTaken(outcome) ? reasons : reasons.filter(({ code }) => OUTCOME_OF[code] !== "accept");
}
