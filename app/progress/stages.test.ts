import { expect, test } from "vitest";

import { plainDefinition, sampleCount } from "#tests/support/counts.ts";

import { gatesOf, type StageFacts, stagesOf } from "./stages.ts";

const facts = (plan: Parameters<typeof sampleCount>[0], over: Partial<StageFacts> = {}): StageFacts => ({
  count: sampleCount(plan), definition: plainDefinition, startedOn: "2025-01-06", decided: [], isOwn: true, ...over,
});

test("closed by whom and when, under way with its gate, ahead with who decides", () => {
  const decided = [{ stage: 1, closedOn: "2026-02-01", deciderName: "Mairi MacInnes" }];
  expect(stagesOf(facts({ underWay: 2, open: ["mid_point"] }, { decided }))).toEqual([
    { name: "Stage 1", state: "done", stateText: undefined, detail: "Signed 1 February 2026 by Mairi MacInnes" },
    { name: "Stage 2", state: "now", stateText: "now", detail: "Under way since 1 February; mid-point half-day done" },
    { name: "Stage 3", state: "ahead", stateText: undefined, detail: "Decided by an independent reviewer" },
  ]);
});

test("the first stage is under way since the first day; its gate is still shut", () => {
  expect(stagesOf(facts({}))[0]?.detail).toBe("Under way since 6 January 2025; initial course still missing");
});

test("before the first day it says when it starts", () => {
  expect(stagesOf(facts({}, { startedOn: "2026-04-01" }))[0]?.detail).toBe("Starts 1 April 2026; initial course still missing");
});

test("a reopened stage says so, and a supervisor reads whose supervisor decides", () => {
  const [first, second] = stagesOf(facts({ underWay: 1, reopened: true, open: ["initial_course"] }, { isOwn: false }));
  expect(first).toMatchObject({ state: "again", stateText: "reopened", detail: "Reopened; the earlier sign-off no longer stands; initial course done" });
  expect(second?.detail).toBe("Decided by the trainee’s own supervisor");
});

test("gates: done, not yet, or how far", () => {
  const count = sampleCount({ open: ["mid_point"] });
  const begun = count.stages.map((s) => ({ ...s, gates: s.gates.map((g) => (g.gate.key === "initial_course" ? { ...g, halfDays: 2 } : g)) }));
  expect(gatesOf(sampleCount()).map((g) => [g.name, g.chip, g.note])).toEqual([
    ["Initial course", "not yet", "Needed before stage 1 closes"], ["Mid-point half-day", "not yet", "Needed before stage 2 closes"],
  ]);
  expect(gatesOf({ ...count, stages: begun }).map((g) => g.chip)).toEqual(["2 of 4 half-days", "done"]);
});
