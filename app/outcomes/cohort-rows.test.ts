import { describe, expect, test } from "vitest";

import { AVIGUK_PRESET } from "#seeds/reference/pathways.ts";
import { closed, traineeFacts } from "#tests/support/outcomes.ts";

import { cohortHeading, cohortRows, filterTrainees, sayPace } from "./cohort-rows.ts";
import { funnelOf } from "./funnel.ts";
import { stageFigures } from "./stage-figures.ts";

const TODAY = "2026-11-21";
const ALL = { board: null, cohort: null, state: null, reached: null } as const;
const stalled = traineeFacts({ traineeId: "chidinma", name: "Chidinma Okonkwo", lastWork: [], place: { cohortId: "spring", cohort: "2026 spring", boardCode: "S08000019", board: "Forth Valley" } });
const withdrawn = traineeFacts({ traineeId: "bethan", name: "Bethan Prydderch", endedOn: "2026-04-24", outcome: "withdrawn", place: null });
const ailsa = traineeFacts();

describe("heading", () => {
  const rows = (...standings: ("stalled" | "under_way")[]) => standings.map((standing) => ({ standing }));
  test.each([
    { rows: rows(), all: 0, heading: "No trainees on a pathway yet" },
    { rows: rows("under_way"), all: 1, heading: "1 trainee; none has stalled" },
    { rows: rows("stalled", "under_way"), all: 2, heading: "2 trainees; one has stalled" },
    { rows: rows("stalled", "stalled", "stalled"), all: 24, heading: "3 of 24 trainees; three have stalled" },
    { rows: rows(), all: 24, heading: "0 of 24 trainees" },
  ])("$heading", ({ rows: shown, all, heading }) => {
    expect(cohortHeading(shown, all)).toBe(heading);
  });
});

test("the list: who has stalled first, who has left last; names in their order", () => {
  const eilidh = traineeFacts({ traineeId: "eilidh", name: "Éilidh Buchanan" });
  expect(cohortRows([withdrawn, eilidh, ailsa, stalled], TODAY).map((row) => [row.name, row.state])).toEqual([
    ["Chidinma Okonkwo", "Stalled"], ["Ailsa Rutherglen", "Under way"], ["Éilidh Buchanan", "Under way"], ["Bethan Prydderch", "Withdrawn on 24 April 2026"],
  ]);
});

test("a row holds nothing but whose it is, counts, days and decisions", () => {
  const [row] = cohortRows([ailsa], TODAY);
  expect(Object.keys(row ?? {}).sort()).toEqual(["board", "cohort", "figures", "lastOn", "name", "pace", "stage", "standing", "state", "traineeId"]);
  expect(row).toMatchObject({ board: "Highland", cohort: "2025 autumn", stage: "Stage 1", pace: "no cycle in 90 days", lastOn: "20 November 2026" });
});

describe("filter", () => {
  test.each([
    { because: "nothing is asked for", asked: {}, names: ["ailsa", "chidinma", "bethan"] },
    { because: "by board", asked: { board: "S08000019" }, names: ["chidinma"] },
    { because: "by cohort", asked: { cohort: "autumn" }, names: ["ailsa"] },
    { because: "by state", asked: { state: "withdrawn" }, names: ["bethan"] },
    { because: "by all of it", asked: { board: "S08000022", cohort: "spring" }, names: [] },
    { because: "by step", asked: { reached: "accredited" }, names: [] },
  ] as const)("$because", ({ asked, names }) => {
    expect(filterTrainees([ailsa, stalled, withdrawn], { ...ALL, ...asked }, TODAY).map((t) => t.traineeId)).toEqual(names);
  });
});

describe("pace in words", () => {
  test.each([
    { because: "one a month", cycles: 3, startedOn: "2025-09-01", text: "1 cycle in 30 days" },
    { because: "rounded to a tenth", cycles: 4, startedOn: "2025-09-01", text: "1.3 cycles in 30 days" },
    { because: "none", cycles: 0, startedOn: "2025-09-01", text: "no cycle in 90 days" },
    { because: "none yet", cycles: 0, startedOn: "2026-11-10", text: "no cycle since the start" },
    { because: "fewer than 30 days make no rate", cycles: 1, startedOn: "2026-11-10", text: "1 cycle since the start" },
    { because: "not started", cycles: 0, startedOn: "2026-12-01", text: "not started yet" },
  ])("$because", ({ cycles, startedOn, text }) => {
    expect(sayPace(traineeFacts({ startedOn, lateCycles: [{ requirement: "cycles", cycles }] }), "under_way", TODAY)).toBe(text);
  });
});

describe("counts of the stage under way", () => {
  const sums = [{ stage: 1, requirement: "cycles", amount: 6 }, { stage: 2, requirement: "cycles", amount: 4 }, { stage: 2, requirement: "supervision", amount: 510 }];
  const textOf = (facts: Parameters<typeof stageFigures>[0], key: string) => stageFigures(facts, TODAY).figures.find((f) => f.key === key);

  test("running totals go on from stage to stage", () => {
    expect(textOf(traineeFacts({ sums, closings: [closed(1, "2026-03-13")] }), "cycles")).toMatchObject({ text: "10 of 12", inAll: "10 of 18", isMet: false });
    expect(textOf(traineeFacts({ sums, closings: [closed(1, "2026-03-13")] }), "supervision")).toMatchObject({ text: "8\u00a0h\u00a030 of 10\u00a0h" });
  });

  test("a stage of its own starts afresh, and the whole takes no more than each stage asks", () => {
    const own = traineeFacts({ definition: AVIGUK_PRESET.version.definition, closings: [closed(1, "2026-03-13")], sums: [{ stage: 1, requirement: "cycles", amount: 8 }, { stage: 2, requirement: "cycles", amount: 4 }] });
    expect(textOf(own, "cycles")).toMatchObject({ text: "4 of 9", inAll: "10 of 27" });
  });

  test("a reopened stage is under way again, and says so", () => {
    expect(stageFigures(traineeFacts({ closings: [closed(1, "2026-03-13"), closed(2, "2026-06-01", true)] }), TODAY)).toMatchObject({ stage: 2, name: "Stage 2, reopened" });
  });

  test("with all stages closed it is the last one", () => {
    expect(stageFigures(traineeFacts({ closings: [1, 2, 3].map((stage) => closed(stage, "2026-03-13")) }), TODAY).stage).toBe(3);
  });
});

test("the funnel: each step by itself, a reopened stage not reached, a pathway without a mid-point said", () => {
  const done = [{ stage: 1, requirement: "initial_course", amount: 4 }, { stage: 1, requirement: "cycles", amount: 1 }];
  const trainees = [
    traineeFacts({ sums: done }), traineeFacts({ sums: [{ stage: 1, requirement: "initial_course", amount: 3 }] }),
    traineeFacts({ sums: [...done, { stage: 2, requirement: "mid_point", amount: 1 }], closings: [closed(1, "2026-03-13"), closed(2, "2026-06-01", true)] }),
    traineeFacts({ definition: AVIGUK_PRESET.version.definition, sums: done, closings: [1, 2, 3].map((stage) => closed(stage, "2026-03-13")) }),
  ];
  expect(funnelOf(trainees, TODAY)).toEqual({
    of: 4, withoutMidPoint: 1,
    steps: [
      { step: "initial_course", reached: 3 }, { step: "first_cycle", reached: 3 }, { step: "stage_1", reached: 2 }, { step: "mid_point", reached: 1 },
      { step: "stage_2", reached: 1 }, { step: "accredited", reached: 1 },
    ],
  });
});
