import type { FindingKind } from "#app/logbook/identifiers/finding.ts";
import type { Day } from "#app/platform/clock.ts";

import type { TemplateColumn } from "./template.ts";

/** `accept`: taken. `warn`: taken, with what was changed or must still be done. `ask`: held until the person answers. `refuse`: not taken. `skip`: holds nothing new. */
const OUTCOMES = ["accept", "warn", "ask", "refuse", "skip"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is said of a row. */
export type RowReason =
  | { readonly code: "blank_row" | "already_imported" | "already_in_log" }
  | { readonly code: "too_many_cells" | "client_missing" | "supervisor_is_self" }
  | { readonly code: "cell_missing" | "not_a_day" | "not_minutes"; readonly column: TemplateColumn }
  | { readonly code: "same_row"; readonly row: number }
  | { readonly code: "film_in_future" | "session_in_future" | "finish_in_log"; readonly day: Day }
  | { readonly code: "review_before_film"; readonly filmedOn: Day; readonly reviewedOn: Day }
  | { readonly code: "too_many_minutes"; readonly minutes: number }
  | { readonly code: "supervisor_missing" | "format_unknown" | "no_attendee" }
  | { readonly code: "supervisor_unknown"; readonly email: string }
  | { readonly code: "attendees_unknown"; readonly emails: readonly string[] }
  | { readonly code: "day_read"; readonly column: TemplateColumn; readonly day: Day }
  | { readonly code: "cell_left_out"; readonly column: TemplateColumn }
  | { readonly code: "before_start"; readonly day: Day; readonly startedOn: Day }
  | { readonly code: "review_planned" | "film_day_in_log"; readonly day: Day }
  | { readonly code: "long_gap"; readonly weeks: number }
  | { readonly code: "group_may_not_count" | "label_replaced" | "note_too_long" | "note_may_name" }
  | { readonly code: "note_refused"; readonly kinds: readonly FindingKind[] }
  | { readonly code: "no_shared_review_yet" | "waits_for_supervisor" | "waits_for_verification" | "waits_for_attendee" };
export type RowReasonCode = RowReason["code"];

const OUTCOME_OF = {
  blank_row: "skip", already_imported: "skip", already_in_log: "skip",
  too_many_cells: "refuse", client_missing: "refuse", supervisor_is_self: "refuse", cell_missing: "refuse", not_a_day: "refuse", not_minutes: "refuse", same_row: "refuse",
  film_in_future: "ask", session_in_future: "ask", finish_in_log: "ask", review_before_film: "ask", too_many_minutes: "ask",
  supervisor_missing: "ask", supervisor_unknown: "ask", format_unknown: "ask", no_attendee: "ask",
  attendees_unknown: "warn", day_read: "warn", cell_left_out: "warn", before_start: "warn", review_planned: "warn", film_day_in_log: "warn", long_gap: "warn",
  group_may_not_count: "warn", label_replaced: "warn", note_too_long: "warn", note_may_name: "warn", note_refused: "warn",
  no_shared_review_yet: "accept", waits_for_supervisor: "accept", waits_for_verification: "accept", waits_for_attendee: "accept",
} as const satisfies Record<RowReasonCode, Outcome>;

/** What the reason makes of its row. */
function outcomeOf(reason: RowReason): Outcome {
  return OUTCOME_OF[reason.code];
}

/** What all reasons together make of a row: the gravest of them, and `accept` where there are none. */
export function gravest(reasons: readonly RowReason[]): Outcome {
  const rank = Math.max(0, ...reasons.map((reason) => OUTCOMES.indexOf(outcomeOf(reason))));
  return OUTCOMES[rank] ?? "accept";
}

/** True where the row is taken. */
export function isTaken(outcome: Outcome): boolean {
  return outcome === "accept" || outcome === "warn";
}
