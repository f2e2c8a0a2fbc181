import { expect, test } from "vitest";

import type { LeftOutReason } from "./model.ts";
import { type ReasonContext, sayReason } from "./say-reason.ts";

const rows: readonly (readonly [LeftOutReason, string])[] = [
  [{ code: "voided" }, "It was voided"],
  [{ code: "planned", day: "2026-06-16" }, "It is planned for 16 June 2026 and counts once that day has come"],
  [{ code: "before_start", day: "2025-08-31", startedOn: "2025-09-01" }, "31 August 2025 was before the first day on the pathway, 1 September 2025"],
  [{ code: "after_end", day: "2026-03-02", endedOn: "2026-03-01" }, "2 March 2026 was after the pathway ended on 1 March 2026"],
  [{ code: "no_shared_review" }, "The shared review has no date yet"],
  [{ code: "review_before_film" }, "The shared review is dated before the film"],
  [{ code: "same_twice", sameAs: "e1" }, "It is the same as an entry logged before it"],
  [{ code: "waiting_for_confirmation" }, "Waiting for the other side to confirm"],
  [{ code: "questioned" }, "The other side has asked a question about it"],
  [{ code: "supervisor_not_accredited", day: "2026-01-15" }, "The supervisor was not accredited on 15 January 2026"],
  [{ code: "supervisor_in_training", day: "2026-01-15" }, "The supervisor was still training to be a supervisor on 15 January 2026"],
  [{ code: "supervisor_not_verified" }, "A programme lead has to verify the supervisor, who is from outside the programme"],
  [{ code: "supervisor_is_trainee" }, "Nobody supervises themself"],
  [{ code: "format_does_not_count", format: "group" }, "Group supervision does not count towards this"],
  [{ code: "format_does_not_count", format: "individual" }, "Individual supervision does not count towards this"],
  [{ code: "case_not_closed" }, "The client counts once the case is closed"],
  [{ code: "client_counted_already", countedBy: "e1" }, "The client counts already, with an earlier cycle"],
  [{ code: "client_counted_in_earlier_stage", stage: 1 }, "The client counts in stage 1 already"],
  [{ code: "no_such_requirement" }, "This pathway asks for nothing of this kind"],
];

test.each(rows)("%o says why in plain words", (reason, text) => {
  expect(sayReason(reason)).toBe(text);
});

const known: ReasonContext = { describeEntry: (id) => (id === "e1" ? "Supervision, 90 min, 4 November 2026" : undefined), waitsFor: "Mairi", supervisor: "Gregor Auchterlonie" };

test.each<[LeftOutReason, string]>([
  [{ code: "same_twice", sameAs: "e1" }, "It is the same as supervision, 90 min, 4 November 2026"],
  [{ code: "same_twice", sameAs: "gone" }, "It is the same as an entry logged before it"],
  [{ code: "waiting_for_confirmation" }, "Waiting for Mairi to confirm"],
  [{ code: "questioned" }, "Mairi has asked a question about it"],
  [{ code: "supervisor_not_verified" }, "A programme lead has to verify Gregor Auchterlonie, who is from outside the programme"],
  [{ code: "supervisor_not_accredited", day: "2026-01-15" }, "Gregor Auchterlonie was not accredited on 15 January 2026"],
])("%o names who and what where that is known", (reason, text) => {
  expect(sayReason(reason, known)).toBe(text);
});
