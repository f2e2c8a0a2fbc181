import { describe, expect, test } from "vitest";

import { coversAll, type Relation, sharingHolds } from "./reflection-sharing.ts";

const SHARED = "2026-03-10";
const TODAY = "2026-03-20";

describe("every day covered", () => {
  test.each([
    { why: "no period", periods: [], expected: false },
    { why: "one that goes on", periods: [{ from: "2026-01-01", to: null }], expected: true },
    { why: "to the last day exactly", periods: [{ from: SHARED, to: TODAY }], expected: true },
    { why: "ended the day before the last", periods: [{ from: SHARED, to: "2026-03-19" }], expected: false },
    { why: "begun the day after the first", periods: [{ from: "2026-03-11", to: null }], expected: false },
    { why: "two that meet", periods: [{ from: "2026-03-15", to: null }, { from: "2026-01-01", to: "2026-03-14" }], expected: true },
    { why: "two with a day between", periods: [{ from: "2026-01-01", to: "2026-03-14" }, { from: "2026-03-16", to: null }], expected: false },
    { why: "two that overlap", periods: [{ from: "2026-01-01", to: "2026-03-18" }, { from: "2026-03-12", to: null }], expected: true },
    { why: "one within another, and then nothing", periods: [{ from: "2026-01-01", to: "2026-03-19" }, { from: "2026-03-12", to: "2026-03-13" }], expected: false },
    { why: "all over before", periods: [{ from: "2025-01-01", to: "2025-12-31" }], expected: false },
  ])("$why: $expected", ({ periods, expected }) => {
    expect(coversAll(periods, SHARED, TODAY)).toBe(expected);
  });
});

const ALWAYS = [{ from: "2025-01-01", to: null }];
const NONE: Relation = { assigned: [], supervising: [], traineeAs: [], readerAs: [] };
const IN_A = [{ programmeId: "a", from: "2025-01-01", to: null }];

describe("a reflection that was shared is read", () => {
  test.each<{ why: string; relation: Partial<Relation>; expected: boolean }>([
    { why: "by the present supervisor", relation: { assigned: ALWAYS, supervising: ALWAYS, traineeAs: IN_A }, expected: true },
    { why: "not once the assignment has ended", relation: { assigned: [{ from: "2025-01-01", to: "2026-03-19" }], supervising: ALWAYS, traineeAs: IN_A }, expected: false },
    { why: "not once the grant as supervisor has ended", relation: { assigned: ALWAYS, supervising: [{ from: "2025-01-01", to: "2026-03-19" }], traineeAs: IN_A }, expected: false },
    { why: "on the last day of the assignment still", relation: { assigned: [{ from: "2025-01-01", to: TODAY }], supervising: ALWAYS, traineeAs: IN_A }, expected: true },
    { why: "not again by a supervisor who stopped and came back", relation: { assigned: [{ from: "2025-01-01", to: "2026-03-12" }, { from: "2026-03-18", to: null }], supervising: ALWAYS, traineeAs: IN_A }, expected: false },
    { why: "not by the supervisor of somebody who is no trainee any longer", relation: { assigned: ALWAYS, supervising: ALWAYS, traineeAs: [{ programmeId: "a", from: "2025-01-01", to: "2026-03-19" }] }, expected: false },
    { why: "by the supervisor on the trainee's last day still", relation: { assigned: ALWAYS, supervising: ALWAYS, traineeAs: [{ programmeId: "a", from: "2025-01-01", to: TODAY }] }, expected: true },
    { why: "not again by the supervisor of a trainee who left and came back", relation: { assigned: ALWAYS, supervising: ALWAYS, traineeAs: [{ programmeId: "a", from: "2025-01-01", to: "2026-03-12" }, { programmeId: "a", from: "2026-03-18", to: null }] }, expected: false },
    { why: "by the supervisor of a trainee who went over to another programme without a day between", relation: { assigned: ALWAYS, supervising: ALWAYS, traineeAs: [{ programmeId: "a", from: "2025-01-01", to: "2026-03-14" }, { programmeId: "b", from: "2026-03-15", to: null }] }, expected: true },
    { why: "by a fellow of the programme", relation: { traineeAs: IN_A, readerAs: IN_A }, expected: true },
    { why: "not by a trainee of another programme", relation: { traineeAs: IN_A, readerAs: [{ programmeId: "b", from: "2025-01-01", to: null }] }, expected: false },
    { why: "not once the fellow is no trainee any longer", relation: { traineeAs: IN_A, readerAs: [{ programmeId: "a", from: "2025-01-01", to: "2026-03-19" }] }, expected: false },
    { why: "not once the trainee is none any longer", relation: { traineeAs: [{ programmeId: "a", from: "2025-01-01", to: "2026-03-19" }], readerAs: IN_A }, expected: false },
    { why: "not by somebody assigned without a grant", relation: { assigned: ALWAYS, traineeAs: IN_A }, expected: false },
    { why: "by nobody else: a lead, an administrator", relation: {}, expected: false },
  ])("$why", ({ relation, expected }) => {
    expect(sharingHolds({ ...NONE, ...relation }, SHARED, TODAY)).toBe(expected);
  });
});
