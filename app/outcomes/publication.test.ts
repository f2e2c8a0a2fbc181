import { describe, expect, test } from "vitest";

import { plainDefinition } from "#tests/support/counts.ts";

import { figuresAt, type FiguresFacts } from "./figures.ts";
import { endOf, monthEnds } from "./month-ends.ts";
import { publicationAt, publicationCsv, publicationDays } from "./publication.ts";

const BOARDS = [{ code: "highland", isIsland: false }, { code: "orkney", isIsland: true }, { code: "shetland", isIsland: true }];
const NAMES = new Map([["highland", "Highland"], ["orkney", "Orkney"], ["shetland", "Shetland"]]);
const KNOWN = "2026-01-10T09:00:00.000Z";
const enrolled = (traineeId: string, over: Partial<FiguresFacts["enrolments"][number]> = {}) =>
  ({ id: `of ${traineeId}`, version: 1, recordedAt: KNOWN, traineeId, programmeId: "ours", pathwayVersionId: "v", startedOn: "2026-01-10", ...over });
const works = (traineeId: string, boardCode: string, recordedAt = KNOWN, version = 1) => ({ id: `at ${traineeId}`, version, recordedAt, traineeId, boardCode });
const counted = (traineeId: string, over: Partial<FiguresFacts["cycles"][number]> = {}) =>
  ({ traineeId, requirement: "cycles", amount: 1, countsOn: "2026-02-10", knownFrom: "2026-02-11T09:00:00.000Z", knownUntil: null, ...over });
const closing = (traineeId: string, over: Partial<FiguresFacts["closings"][number]> = {}) =>
  ({ id: `closing of ${traineeId}`, version: 1, recordedAt: "2026-02-20T09:00:00.000Z", traineeId, stage: 3, closedOn: "2026-02-20", stands: true, ...over });
const facts = (over: Partial<FiguresFacts> = {}): FiguresFacts => ({
  programmeId: "ours", boards: BOARDS, definitions: new Map([["v", plainDefinition]]), enrolments: [enrolled("a")], closings: [], memberships: [works("a", "highland")], cycles: [], ...over,
});
const rowAt = (of: FiguresFacts, day: string, key = "highland") => figuresAt(of, day).rows.find((row) => row.key === key)?.counts;

describe("month ends", () => {
  test.each([
    { because: "a month counts once it is over", first: "2026-01-10", today: "2026-02-01", ends: ["2026-01-31"] },
    { because: "on its last day it is not over", first: "2026-01-10", today: "2026-01-31", ends: [] },
    { because: "February ends on its own day, the year goes on", first: "2027-12-31", today: "2028-03-15", ends: ["2027-12-31", "2028-01-31", "2028-02-29"] },
  ])("$because", ({ first, today, ends }) => {
    expect(monthEnds(first, today)).toEqual(ends);
  });

  test("a London day ends an hour earlier by universal time in summer", () => {
    expect([endOf("2026-01-31"), endOf("2026-07-31"), endOf("2026-03-28"), endOf("2026-03-29")])
      .toEqual(["2026-02-01T00:00:00.000Z", "2026-07-31T23:00:00.000Z", "2026-03-29T00:00:00.000Z", "2026-03-29T23:00:00.000Z"]);
  });

  test("they begin with the programme's first trainee, the latest first; somebody else's programme counts for nothing", () => {
    expect(publicationDays(facts({ enrolments: [enrolled("a"), enrolled("b", { programmeId: "theirs", startedOn: "2020-01-01" })] }), "2026-03-05")).toEqual(["2026-02-28", "2026-01-31"]);
    expect(publicationDays(facts({ enrolments: [] }), "2026-03-05")).toEqual([]);
  });
});

describe("figures as they were known", () => {
  test.each([
    { because: "enrolled and started", enrolments: [enrolled("a")], trainees: 1 },
    { because: "started the day after", enrolments: [enrolled("a", { startedOn: "2026-03-01" })], trainees: 0 },
    { because: "enrolled only later, for an earlier day", enrolments: [enrolled("a", { recordedAt: "2026-03-01T00:00:00.000Z" })], trainees: 0 },
    { because: "in another programme", enrolments: [enrolled("a", { programmeId: "theirs" })], trainees: 0 },
    { because: "left since: still somebody who started", enrolments: [enrolled("a"), enrolled("a", { version: 2, recordedAt: "2026-02-02T09:00:00.000Z" })], trainees: 1 },
    { because: "enrolled twice is one person", enrolments: [enrolled("a"), enrolled("a", { id: "again", startedOn: "2026-02-01" })], trainees: 1 },
  ])("trainees: $because", ({ enrolments, trainees }) => {
    expect(rowAt(facts({ enrolments }), "2026-02-28")?.trainees).toBe(trainees);
  });

  test.each([
    { because: "the last stage closed by a decision", closings: [closing("a")], accredited: 1 },
    { because: "an earlier stage", closings: [closing("a", { stage: 2 })], accredited: 0 },
    { because: "closed the day after", closings: [closing("a", { closedOn: "2026-03-01" })], accredited: 0 },
    { because: "recorded after the month", closings: [closing("a", { recordedAt: "2026-03-01T00:00:00.000Z" })], accredited: 0 },
    { because: "reopened within the month", closings: [closing("a"), closing("a", { version: 2, stands: false, recordedAt: "2026-02-25T09:00:00.000Z" })], accredited: 0 },
    { because: "reopened later: it stood at the month's end", closings: [closing("a"), closing("a", { version: 2, stands: false, recordedAt: "2026-03-02T09:00:00.000Z" })], accredited: 1 },
  ])("accredited: $because", ({ closings, accredited }) => {
    expect(rowAt(facts({ closings }), "2026-02-28")).toMatchObject({ accredited, not_accredited: 1 - accredited });
  });

  test.each([
    { because: "counted and known", over: {}, cycles: 1 },
    { because: "counts from the day after", over: { countsOn: "2026-03-01" }, cycles: 0 },
    { because: "known only after the month", over: { knownFrom: "2026-03-01T00:00:00.000Z" }, cycles: 0 },
    { because: "known an instant before the month was over", over: { knownFrom: "2026-02-28T23:59:59.999Z" }, cycles: 1 },
    { because: "no longer counted by the month's end", over: { knownUntil: "2026-02-20T09:00:00.000Z" }, cycles: 0 },
    { because: "no longer counted since", over: { knownUntil: "2026-03-20T09:00:00.000Z" }, cycles: 1 },
    { because: "of somebody who had not started", over: { traineeId: "nobody" }, cycles: 0 },
    { because: "of a requirement that is none of the pathway's", over: { requirement: "walks" }, cycles: 0 },
  ])("cycles: $because", ({ over, cycles }) => {
    expect(rowAt(facts({ cycles: [counted("a", over)] }), "2026-02-28")).toMatchObject({ cycles, families: 0 });
  });

  test("families are different clients: what counts to them, not cycles", () => {
    expect(rowAt(facts({ cycles: [counted("a"), counted("a"), counted("a", { requirement: "clients" })] }), "2026-02-28")).toMatchObject({ families: 1, cycles: 2, further_cycles: 1 });
  });

  test("islands are one row; a move counts from the month in which it was recorded; whoever has no board has a row of their own", () => {
    const of = facts({
      enrolments: [enrolled("a"), enrolled("b"), enrolled("c")],
      memberships: [works("a", "orkney"), works("b", "shetland"), works("a", "highland", "2026-03-05T09:00:00.000Z", 2)],
    });
    expect(figuresAt(of, "2026-02-28").rows.map(({ key, counts }) => [key, counts.trainees])).toEqual([["highland", 0], ["islands", 2], ["no-board", 1]]);
    expect(figuresAt(of, "2026-03-31").rows.map(({ key, counts }) => [key, counts.trainees])).toEqual([["highland", 1], ["islands", 1], ["no-board", 1]]);
  });

  test("where a pathway counts clients and no cycles, cycles are no whole of families", () => {
    expect(figuresAt(facts({ cycles: [counted("a", { requirement: "clients" })] }), "2026-02-28").wholes.map((w) => w.whole)).toEqual(["trainees"]);
  });
});

const many = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${String(i)}`);
const inHighland = many("h", 12);
const inOrkney = many("o", 3);
const portal = facts({
  enrolments: [...inHighland, ...inOrkney].map((id) => enrolled(id)),
  memberships: [...inHighland.map((id) => works(id, "highland")), ...inOrkney.map((id) => works(id, "orkney"))],
  cycles: [...inHighland, ...inOrkney].flatMap((id) => [counted(id), counted(id), counted(id, { requirement: "clients" })]),
});

describe("what is published", () => {
  const published = publicationAt(portal, "2026-02-28", "2026-03-05", NAMES);

  test("the table, its names and its marks", () => {
    expect(published?.rows.map((row) => [row.name, ...row.cells.map((cell) => cell.text)])).toEqual([
      ["Highland", "12", "0", "12", "hidden"], ["Island boards, together", "fewer than 10", "hidden", "hidden", "hidden"], ["All boards", "hidden", "0", "hidden", "30"],
    ]);
  });

  test("a day that is no month end of the programme has none: not another day, not one to come, not one before it began", () => {
    for (const day of ["2026-02-27", "2026-03-31", "2025-12-31", "", "nonsense"]) expect(publicationAt(portal, day, "2026-03-05", NAMES)).toBeUndefined();
  });

  test("asked for later, an old month end is the same", () => {
    expect(publicationAt(portal, "2026-02-28", "2026-08-05", NAMES)).toEqual(published);
  });

  test("the export holds exactly what is shown, and its rule", () => {
    const csv = published ? publicationCsv(published, "=Early, years") : "";
    expect(csv).toBe([
      "\uFEFFProgramme,\"'=Early, years\"", "As at,28 February 2026", `Rule,"${published?.rule ?? ""}"`, "", "Board,Trainees,Accredited,Families reached,Cycles",
      "Highland,12,0,12,hidden", "\"Island boards, together\",fewer than 10,hidden,hidden,hidden", "All boards,hidden,0,hidden,30", "",
    ].join("\r\n"));
    expect(csv).toContain("Counts from 1 to 9 are not shown");
  });
});
