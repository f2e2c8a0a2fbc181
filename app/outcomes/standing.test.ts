import { describe, expect, test } from "vitest";

import { addDays } from "#app/platform/clock.ts";
import { closed, traineeFacts } from "#tests/support/outcomes.ts";

import { lastActiveOn, paceOf, standingOf } from "./standing.ts";

const TODAY = "2026-11-21";
const ago = (days: number) => addDays(TODAY, -days);
const worked = (kind: "cycle" | "supervision" | "peer_supervision" | "training", days: number) => ({ kind, lastOn: ago(days) });

describe("stalled: no cycle and no supervision in 90 days", () => {
  test.each([
    { because: "a cycle 89 days ago is within them", over: { lastWork: [worked("cycle", 89)] }, standing: "under_way" },
    { because: "a cycle 90 days ago is not", over: { lastWork: [worked("cycle", 90)] }, standing: "stalled" },
    { because: "supervision goes on without a cycle", over: { lastWork: [worked("cycle", 200), worked("supervision", 10)] }, standing: "under_way" },
    { because: "peer supervision and training are neither", over: { lastWork: [worked("cycle", 200), worked("peer_supervision", 2), worked("training", 1)] }, standing: "stalled" },
    { because: "nothing was ever logged, and the start is 90 days ago", over: { startedOn: ago(90), lastWork: [] }, standing: "stalled" },
    { because: "nothing was ever logged, and the start is 89 days ago", over: { startedOn: ago(89), lastWork: [] }, standing: "under_way" },
    { because: "the start lies ahead", over: { startedOn: ago(-5), lastWork: [] }, standing: "under_way" },
    { because: "a planned pause holds today, however long nothing was done", over: { lastWork: [worked("cycle", 300)], pauses: [{ from: ago(30), to: ago(-30) }] }, standing: "paused" },
    { because: "the last day of a pause belongs to it", over: { lastWork: [worked("cycle", 300)], pauses: [{ from: ago(30), to: TODAY }] }, standing: "paused" },
    { because: "a pause that ended yesterday is left out of the days", over: { lastWork: [worked("cycle", 120)], pauses: [{ from: ago(100), to: ago(1) }] }, standing: "under_way" },
    { because: "without the days of the pause there are still 90", over: { lastWork: [worked("cycle", 120)], pauses: [{ from: ago(30), to: ago(1) }] }, standing: "stalled" },
    { because: "a pause that is planned for tomorrow pauses nothing today", over: { lastWork: [worked("cycle", 120)], pauses: [{ from: ago(-1), to: ago(-60) }] }, standing: "stalled" },
  ] as const)("$because", ({ over, standing }) => {
    expect(standingOf(traineeFacts(over), TODAY)).toBe(standing);
  });
});

describe("how it ended", () => {
  test.each([
    { because: "the last stage stands closed", over: { closings: [closed(3, ago(10))] }, standing: "accredited" },
    { because: "it closes tomorrow", over: { closings: [closed(3, ago(-1))] }, standing: "under_way" },
    { because: "a lead reopened it", over: { closings: [closed(3, ago(10), true)] }, standing: "under_way" },
    { because: "they withdrew", over: { endedOn: ago(5), outcome: "withdrawn" }, standing: "withdrawn" },
    { because: "they withdraw today", over: { endedOn: TODAY, outcome: "withdrawn" }, standing: "withdrawn" },
    { because: "they withdraw tomorrow", over: { endedOn: ago(-1), outcome: "withdrawn" }, standing: "under_way" },
    { because: "only a decision accredits", over: { endedOn: ago(5), outcome: "accredited" }, standing: "ended" },
    { because: "a withdrawn person is never stalled", over: { endedOn: ago(200), outcome: "withdrawn", lastWork: [worked("cycle", 300)] }, standing: "withdrawn" },
  ] as const)("$because", ({ over, standing }) => {
    expect(standingOf(traineeFacts(over), TODAY)).toBe(standing);
  });
});

test("the last activity is the last day of any work, whatever its kind", () => {
  expect(lastActiveOn(traineeFacts({ lastWork: [worked("cycle", 20), worked("training", 3)] }))).toBe(ago(3));
  expect(lastActiveOn(traineeFacts({ lastWork: [] }))).toBeNull();
});

describe("pace", () => {
  test.each([
    { because: "over the last 90 days", over: { lateCycles: [{ requirement: "cycles", cycles: 4 }] }, pace: { cycles: 4, days: 90 } },
    { because: "since the start, which day counts", over: { startedOn: ago(9), lateCycles: [{ requirement: "cycles", cycles: 1 }] }, pace: { cycles: 1, days: 10 } },
    { because: "a client is no cycle", over: { lateCycles: [{ requirement: "clients", cycles: 2 }] }, pace: { cycles: 0, days: 90 } },
    { because: "nobody has a pace before the start", over: { startedOn: ago(-5) }, pace: { cycles: 0, days: 0 } },
  ])("$because", ({ over, pace }) => {
    expect(paceOf(traineeFacts(over), TODAY)).toEqual(pace);
  });
});
