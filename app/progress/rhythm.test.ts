import { expect, test } from "vitest";

import { type Rhythm, type RhythmFacts, rhythmOf } from "./rhythm.ts";

const today = "2026-03-31";
const facts = (over: Partial<RhythmFacts>): RhythmFacts => ({ heldOn: [], startedOn: "2026-01-01", endedOn: null, pauses: [], today, ...over });

test.each<[reason: string, facts: RhythmFacts, rhythm: Pick<Rhythm, "state" | "gapDays">]>([
  ["held today", facts({ heldOn: [today] }), { state: "in_rhythm", gapDays: 0 }],
  ["a day less than three weeks ago", facts({ heldOn: ["2026-03-11"] }), { state: "in_rhythm", gapDays: 20 }],
  ["three weeks ago", facts({ heldOn: ["2026-03-10"] }), { state: "due", gapDays: 21 }],
  ["six weeks ago", facts({ heldOn: ["2026-02-17"] }), { state: "due", gapDays: 42 }],
  ["a day more than six weeks ago", facts({ heldOn: ["2026-02-16"] }), { state: "overdue", gapDays: 43 }],
  ["the latest of several counts, in any order", facts({ heldOn: ["2026-03-20", "2026-01-05", "2026-03-01"] }), { state: "in_rhythm", gapDays: 11 }],
  ["never: since the start", facts({ startedOn: "2026-03-20" }), { state: "in_rhythm", gapDays: 11 }],
  ["never, started long ago", facts({}), { state: "overdue", gapDays: 89 }],
  ["due, but one is planned", facts({ heldOn: ["2026-03-01", "2026-04-01"] }), { state: "booked", gapDays: 30 }],
  ["over six weeks stays flagged though one is planned", facts({ heldOn: ["2026-02-01", "2026-04-01"] }), { state: "overdue", gapDays: 58 }],
  ["in a planned pause nobody is late", facts({ heldOn: ["2026-01-05"], pauses: [{ from: "2026-03-01", to: today }] }), { state: "paused", gapDays: 54 }],
  ["days of a pause in between are no gap", facts({ heldOn: ["2026-02-17"], pauses: [{ from: "2026-02-20", to: "2026-03-20" }] }), { state: "in_rhythm", gapDays: 13 }],
  ["a pause before the last session takes nothing away", facts({ heldOn: ["2026-03-10"], pauses: [{ from: "2026-01-10", to: "2026-02-10" }] }), { state: "due", gapDays: 21 }],
  ["ended", facts({ endedOn: today }), { state: "ended", gapDays: 89 }],
  ["not started yet", facts({ startedOn: "2026-04-10" }), { state: "in_rhythm", gapDays: 0 }],
])("%s", (_reason, given, expected) => {
  expect(rhythmOf(given)).toMatchObject(expected);
});
