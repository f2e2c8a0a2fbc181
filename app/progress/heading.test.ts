import { expect, test } from "vitest";

import { plainDefinition, sampleCount } from "#tests/support/counts.ts";

import { type HeadingFacts, headingOf } from "./heading.ts";

const facts = (count: Parameters<typeof sampleCount>[0], over: Partial<HeadingFacts> = {}): HeadingFacts => ({
  count: sampleCount(count), startedOn: "2025-01-06", endedOn: null, outcome: null, pauses: [], hasEntries: true, isOwn: true, ...over,
});
const done = { clients: 6, cycles: 18, supervision: 900, peer_supervision: 2 };
const stage2 = { clients: 5, cycles: 10, supervision: 510, peer_supervision: 0 };

test.each<[reason: string, facts: HeadingFacts, heading: string]>([
  ["several are missing, in the order of the pathway", facts({ underWay: 2, amounts: stage2 }), "Stage 2: two cycles, 90 minutes and one peer session to go"],
  ["one is missing, in the singular", facts({ underWay: 2, amounts: { ...stage2, cycles: 11, supervision: 600, peer_supervision: 1 } }), "Stage 2: one cycle to go"],
  ["two hours and more are said in hours", facts({ underWay: 2, amounts: { ...stage2, cycles: 12, supervision: 390, peer_supervision: 1 } }), "Stage 2: 3 hours 30 minutes to go"],
  ["a minute below two hours is said in minutes", facts({ underWay: 1, amounts: { ...done, supervision: 181 } }), "Stage 1: 119 minutes to go"],
  ["twelve is still spelled", facts({ underWay: 2, amounts: { ...done, cycles: 0 } }), "Stage 2: twelve cycles to go"],
  ["thirteen stands in figures", facts({ underWay: 3, amounts: { ...done, cycles: 5 } }), "Stage 3: 13 cycles to go"],
  ["numbers reached, the gate is shut", facts({ underWay: 2, amounts: { ...done } }), "Stage 2: numbers reached; the mid-point half-day is missing"],
  ["numbers missing: the shut gate waits its turn", facts({ underWay: 2, amounts: stage2, open: [] }), "Stage 2: two cycles, 90 minutes and one peer session to go"],
  ["all reached never says accredited", facts({ underWay: 3, amounts: done }), "Stage 3: numbers reached, ready for the next conversation about sign-off"],
  ["far more than all reached neither", facts({ underWay: 3, amounts: { clients: 60, cycles: 180, supervision: 9000, peer_supervision: 20 } }), "Stage 3: numbers reached, ready for the next conversation about sign-off"],
  ["nothing logged", facts({}, { hasEntries: false }), "Stage 1: your first cycle is the next step"],
  ["nothing logged, read by the supervisor", facts({}, { hasEntries: false, isOwn: false }), "Stage 1: the first cycle is the next step"],
  ["logged, nothing counts yet", facts({ underWay: 1 }), "Stage 1: two clients, six cycles and 5 hours to go"],
  ["reopened", facts({ underWay: 1, reopened: true, amounts: { ...done, cycles: 4 }, open: ["initial_course"] }), "Stage 1, reopened: two cycles to go"],
  ["in a planned pause, its last day", facts({ underWay: 2, amounts: stage2, today: "2026-03-31" }, { pauses: [{ from: "2026-03-01", to: "2026-03-31" }] }), "Stage 2, paused until 31 March 2026: two cycles, 90 minutes and one peer session to go"],
  ["the day after the pause", facts({ underWay: 2, amounts: stage2, today: "2026-04-01" }, { pauses: [{ from: "2026-03-01", to: "2026-03-31" }] }), "Stage 2: two cycles, 90 minutes and one peer session to go"],
  ["withdrawn", facts({ underWay: 2, amounts: stage2 }, { endedOn: "2026-02-10", outcome: "withdrawn" }), "Ended on 10 February 2026; the record stays as it was"],
  ["an end that lies ahead is no end", facts({ underWay: 2, amounts: stage2 }, { endedOn: "2026-05-10", outcome: "withdrawn" }), "Stage 2: two cycles, 90 minutes and one peer session to go"],
  ["said to be accredited without the last stage closed", facts({ underWay: 3, amounts: done }, { endedOn: "2026-02-10", outcome: "accredited" }), "This pathway ended on 10 February 2026; the record stays as it was"],
  ["the last stage closed by a decision", facts({ underWay: null, amounts: done }), "Accredited on 3 February 2026"],
  ["the first day lies ahead", facts({}, { startedOn: "2026-03-02", hasEntries: false }), "The pathway starts on 2 March 2026"],
])("%s", (_reason, given, heading) => {
  expect(headingOf(given)).toBe(heading);
});

test("another pathway: requirements that only it knows go by their labels, and minutes say which they are", () => {
  const definition = {
    ...plainDefinition,
    requirements: [
      ...plainDefinition.requirements,
      { key: "group_supervision", label: "Group supervision", entries: "supervision" as const, measure: "minutes" as const, needed: [60, 120, 180] },
      { key: "presentations", label: "Presentations", entries: "peer_supervision" as const, measure: "entries" as const, needed: [1, 2, 3] },
    ],
  };
  const count = sampleCount({ definition, underWay: 1, amounts: { clients: 2, cycles: 6, supervision: 240 } });
  expect(headingOf({ ...facts({}), count }))
    .toBe("Stage 1: 60 minutes of supervision, 60 minutes of group supervision and presentations (one) to go");
});
