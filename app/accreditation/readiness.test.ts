import { expect, test } from "vitest";

import { sampleCount } from "#tests/support/counts.ts";

import { type AskingCase, readinessOf } from "./readiness.ts";

const reached = { clients: 2, cycles: 6, supervision: 300, peer_supervision: 0 };

/** Stage 1 with everything that it asks, with what is given in place of that. */
function asking(over: Partial<AskingCase> = {}): AskingCase {
  return { stage: 1, count: sampleCount({ amounts: reached, open: ["initial_course"] }), isEnrolled: true, reviewedSubmissions: 1, isWaiting: false, ...over };
}

test("with everything that it asks the stage can be asked for, and each thing is named", () => {
  const ready = readinessOf(asking());
  expect([ready.isReady, ready.missing]).toEqual([true, []]);
  expect(ready.standing.map((n) => n.need)).toEqual(["under_way", "stage_open", "number", "number", "number", "number", "gate", "reviewed_submission", "nothing_waiting"]);
});

const short = (amounts: Readonly<Record<string, number>>) => sampleCount({ amounts: { ...reached, ...amounts }, open: ["initial_course"] });

test.each([
  ["one cycle short", { count: short({ cycles: 5 }) }, [{ need: "number", requirement: "cycles", count: 5, needed: 6, remaining: 1 }]],
  ["a minute short of five hours", { count: short({ supervision: 299 }) }, [{ need: "number", requirement: "supervision", count: 299, needed: 300, remaining: 1 }]],
  ["the numbers reached and the gate shut", { count: sampleCount({ amounts: reached }) }, [{ need: "gate", gate: "initial_course" }]],
  ["no shared review that was reviewed", { reviewedSubmissions: 0 }, [{ need: "reviewed_submission" }]],
  ["asked for and not decided yet", { isWaiting: true }, [{ need: "nothing_waiting" }]],
  ["the time on the pathway is over", { isEnrolled: false }, [{ need: "under_way" }]],
  ["closed already", { count: sampleCount({ underWay: 2, amounts: reached, open: ["initial_course"] }) }, [{ need: "stage_open" }]],
] as const)("%s: that is what is missing, alone", (_, over, missing) => {
  expect(readinessOf(asking(over))).toMatchObject({ isReady: false, missing });
});

test("a later stage waits for each earlier one, whatever its numbers", () => {
  const all = { clients: 6, cycles: 18, supervision: 900, peer_supervision: 2 };
  const count = sampleCount({ underWay: 1, amounts: all, open: ["initial_course", "mid_point"] });
  expect(readinessOf(asking({ stage: 3, count })).missing).toEqual([{ need: "earlier_stage", stage: 1 }, { need: "earlier_stage", stage: 2 }]);
  expect(readinessOf(asking({ stage: 3, count: sampleCount({ underWay: 3, amounts: all }) })).isReady).toBe(true);
});

test("a reopened stage can be asked for again", () => {
  expect(readinessOf(asking({ count: sampleCount({ reopened: true, amounts: reached, open: ["initial_course"] }) })).isReady).toBe(true);
});

test("a stage that the pathway does not have is never ready", () => {
  expect(readinessOf(asking({ stage: 4 })).missing).toContainEqual({ need: "stage_open" });
});
