import { expect, test } from "vitest";

import type { CountableEntry, PathwayDefinition, StageClosing } from "./model.ts";
import { stageOfDay } from "./stage-of-day.ts";
import { closing, countOf, cycle, reasonsFor, recognised, requirementOf, supervision, TODAY, TOMORROW } from "#tests/support/countable.ts";
import { AVIGUK_PRESET } from "#seeds/reference/pathways.ts";

const definition = AVIGUK_PRESET.version.definition;
const twoClosed = [closing(1, "2026-01-31"), closing(2, "2026-03-31")];

test.each([
  ["long before the first closing", "2025-09-01", 1],
  ["the closing day belongs to the stage closed", "2026-01-31", 1],
  ["the day after it belongs to the next", "2026-02-01", 2],
  ["the second closing day", "2026-03-31", 2],
  ["the day after the second closing", "2026-04-01", 3],
  ["tomorrow", TOMORROW, 3],
])("with two stages closed: %s", (_, day, stage) => {
  expect(stageOfDay(day, twoClosed, 3)).toBe(stage);
});

const reopenedKnown = [closing(1, "2026-01-31", { reopened: true, reopenedOn: "2026-03-10" })];

test.each<[string, readonly StageClosing[], string, number]>([
  ["no closing at all", [], "2026-03-15", 1],
  ["all three closed: the last stage keeps what comes after", [...twoClosed, closing(3, "2026-04-30")], "2026-05-01", 3],
  ["reopened, nobody knows since when: as if never closed", [closing(1, "2026-01-31", { reopened: true })], "2026-02-15", 1],
  ["reopened: the days in between stay with the next stage", reopenedKnown, "2026-03-09", 2],
  ["reopened: from that day on it takes entries again", reopenedKnown, "2026-03-10", 1],
  ["reopened on the day it was closed: as if never closed", [closing(1, "2026-01-31", { reopened: true, reopenedOn: "2026-01-31" })], "2026-02-01", 1],
  ["reopened and closed again: the second closing day", [...reopenedKnown, closing(1, "2026-03-20")], "2026-03-20", 1],
  ["reopened and closed again: the day after", [...reopenedKnown, closing(1, "2026-03-20")], "2026-03-21", 2],
])("%s", (_, closings, day, stage) => {
  expect(stageOfDay(day, closings, 3)).toBe(stage);
});

function perStage(entries: readonly CountableEntry[], closings: readonly StageClosing[], over: Partial<PathwayDefinition["settings"]> = {}) {
  return countOf(entries, { definition: { ...definition, settings: { ...definition.settings, ...over } }, closings });
}

/** The cycles of that stage that count. */
function cyclesIn(count: ReturnType<typeof perStage>, stage: number): string[] {
  return requirementOf(count, "cycles", stage).counted.map((c) => c.entryId);
}

test("each stage counts its own entries only, and surplus is not carried over", () => {
  const eight = Array.from({ length: 8 }, (_, i) => cycle({ entryId: `c${String(i)}`, filmedOn: "2026-01-05", reviewedOn: `2026-01-${String(i + 10)}` }));
  const count = perStage([...eight, cycle({ entryId: "next", filmedOn: "2026-01-26", reviewedOn: "2026-02-01" })], [closing(1, "2026-01-31")]);
  expect(requirementOf(count, "cycles", 1)).toMatchObject({ count: 8, needed: 6, percent: 133 });
  expect(requirementOf(count, "cycles", 2)).toMatchObject({ count: 1, needed: 9, remaining: 8, leftOut: [] });
  expect(requirementOf(count, "cycles")).toMatchObject({ count: 7, surplus: 2, needed: 27, remaining: 20 });
});

test("surplus in two stages never stands for the third: seventeen and ten and none are not all twenty-seven", () => {
  const many = (n: number, month: string) => Array.from({ length: n }, (_, i) => cycle({ entryId: `${month}-${String(i)}`, filmedOn: "2026-01-05", reviewedOn: `2026-${month}-${String(i + 10)}` }));
  const count = perStage([...many(17, "01"), ...many(10, "02")], [closing(1, "2026-01-31"), closing(2, "2026-03-31")]);
  expect(count.stages.map((s) => requirementOf(count, "cycles", s.stage).count)).toEqual([17, 10, 0]);
  expect(requirementOf(count, "cycles")).toMatchObject({ count: 15, surplus: 12, needed: 27, remaining: 12, state: "not_met", percent: 55 });
});

test("a closing tomorrow closes nothing; one today closes, and today still belongs to it", () => {
  const today = [cycle({ entryId: "today", reviewedOn: TODAY })];
  expect(perStage(today, [closing(1, TOMORROW)]).stages.map((s) => s.state)).toEqual(["under_way", "ahead", "ahead"]);
  const closed = perStage(today, [closing(1, TODAY)]);
  expect(closed.stages.map((s) => s.state)).toEqual(["closed", "under_way", "ahead"]);
  expect([cyclesIn(closed, 1), cyclesIn(closed, 2)]).toEqual([["today"], []]);
});

test("more clients are clients whose first counted cycle falls in this stage", () => {
  const count = perStage([
    cycle({ entryId: "old", reviewedOn: "2026-01-20", filmedOn: "2026-01-12" }),
    cycle({ entryId: "old-again", reviewedOn: "2026-02-10", filmedOn: "2026-02-02" }),
    cycle({ entryId: "new", clientId: "client-2", reviewedOn: "2026-02-11", filmedOn: "2026-02-02" }),
  ], [closing(1, "2026-01-31")]);
  expect(requirementOf(count, "clients", 2).counted.map((c) => c.entryId)).toEqual(["new"]);
  expect(reasonsFor(count, "clients", "old-again", 2)).toEqual([{ code: "client_counted_in_earlier_stage", stage: 1 }]);
  expect(requirementOf(count, "cycles", 2).count).toBe(2);
  expect(requirementOf(count, "clients").count).toBe(2);
});

test("a client whose cycle in the first stage does not count is new in the second", () => {
  const count = perStage([
    cycle({ entryId: "voided", voided: true, reviewedOn: "2026-01-20", filmedOn: "2026-01-12" }), cycle({ entryId: "second", reviewedOn: "2026-02-10", filmedOn: "2026-02-02" }),
  ], [closing(1, "2026-01-31")]);
  expect(requirementOf(count, "clients", 2).counted.map((c) => c.entryId)).toEqual(["second"]);
});

test("a cycle without its shared review has no day yet and stays with the stage under way, wherever its film was", () => {
  const count = perStage([cycle({ entryId: "open", filmedOn: "2026-01-20", reviewedOn: null })], [closing(1, "2026-01-31")]);
  expect(requirementOf(count, "cycles", 1).leftOut).toEqual([]);
  expect(reasonsFor(count, "cycles", "open", 2)).toEqual([{ code: "no_shared_review" }]);
});

test("filmed in the stage closed, reviewed after it: the shared review decides", () => {
  const count = perStage([cycle({ entryId: "across", filmedOn: "2026-01-30", reviewedOn: "2026-02-05" })], [closing(1, "2026-01-31")]);
  expect([cyclesIn(count, 1), cyclesIn(count, 2)]).toEqual([[], ["across"]]);
});

const late = cycle({ entryId: "late", filmedOn: "2026-01-12", reviewedOn: "2026-01-20", recordedAt: "2026-02-10T12:00:00.000Z" });

test.each([
  ["belongs to the stage of its day", "stage_of_their_day", late, 1],
  ["belongs to the stage under way when it was logged, where the pathway says so", "stage_under_way", late, 2],
  ["logged on the closing day is not late", "stage_under_way", { ...late, recordedAt: "2026-01-31T23:59:59.000Z" }, 1],
  ["logged the day after it is", "stage_under_way", { ...late, recordedAt: "2026-02-01T00:00:00.000Z" }, 2],
  ["logged before it took place is not late", "stage_under_way", { ...late, recordedAt: "2026-01-02T12:00:00.000Z" }, 1],
] as const)("logged late for a closed stage: %s", (_, lateEntriesBelongTo, entry, stage) => {
  const count = perStage([entry], [closing(1, "2026-01-31")], { lateEntriesBelongTo });
  expect([1, 2, 3].filter((s) => cyclesIn(count, s).length > 0)).toEqual([stage]);
});

test("late goes by London's day: half past midnight there is still the closing day in UTC", () => {
  const entry = cycle({ entryId: "e", filmedOn: "2026-04-13", reviewedOn: "2026-04-20", recordedAt: "2026-04-30T23:30:00.000Z" });
  const count = perStage([entry], [closing(1, "2026-04-30")], { lateEntriesBelongTo: "stage_under_way" });
  expect([cyclesIn(count, 1), cyclesIn(count, 2)]).toEqual([[], ["e"]]);
});

test("logged days later, while the stage of its day was still open, is not late: it stays where it is and comes first", () => {
  const entries = [cycle({ entryId: "earlier-day", filmedOn: "2026-02-02", reviewedOn: "2026-02-09", recordedAt: "2026-06-01T12:00:00.000Z" }), cycle({ entryId: "later-day" })];
  const reopenedFirst = perStage(entries, [closing(1, "2026-01-31", { reopened: true, reopenedOn: "2026-05-01" })], { lateEntriesBelongTo: "stage_under_way" });
  expect([cyclesIn(reopenedFirst, 1), cyclesIn(reopenedFirst, 2)]).toEqual([[], ["earlier-day", "later-day"]]);
  expect(requirementOf(reopenedFirst, "clients", 2).counted.map((c) => c.entryId)).toEqual(["earlier-day"]);
});

test("a late entry that goes to the stage under way does not take its client out of the stage closed", () => {
  const count = perStage([late, cycle({ entryId: "in-time", filmedOn: "2026-01-19", reviewedOn: "2026-01-26" })], [closing(1, "2026-01-31")], { lateEntriesBelongTo: "stage_under_way" });
  expect(requirementOf(count, "clients", 1).counted.map((c) => c.entryId)).toEqual(["in-time"]);
  expect(reasonsFor(count, "clients", "late", 2)).toEqual([{ code: "client_counted_in_earlier_stage", stage: 1 }]);
});

test("a reopened stage says so, is the one under way, and leaves the next one its entries", () => {
  const entries = [cycle({ entryId: "first", reviewedOn: "2026-01-20", filmedOn: "2026-01-12" }), cycle({ entryId: "between", reviewedOn: "2026-03-09" }), cycle({ entryId: "since", reviewedOn: "2026-03-10" })];
  const count = perStage(entries, reopenedKnown);
  expect(count.stages.map((s) => [s.state, s.closedOn])).toEqual([["reopened", null], ["ahead", null], ["ahead", null]]);
  expect(count.stageUnderWay).toBe(1);
  expect([cyclesIn(count, 1), cyclesIn(count, 2)]).toEqual([["first", "since"], ["between"]]);
});

test("reopening the first stage does not empty the second, which stays closed", () => {
  const count = perStage([cycle({ entryId: "between", filmedOn: "2026-02-09", reviewedOn: "2026-02-15" })], [closing(1, "2026-01-31", { reopened: true, reopenedOn: "2026-05-01" }), closing(2, "2026-03-31")]);
  expect(count.stages.map((s) => s.state)).toEqual(["reopened", "closed", "ahead"]);
  expect([cyclesIn(count, 1), cyclesIn(count, 2)]).toEqual([[], ["between"]]);
});

test("seven hours of supervision are asked of the first stage, eight of each other, whatever the sessions' length", () => {
  const sessions = [90, 90, 120, 120].map((minutes, i) => supervision({ entryId: `s${String(i)}`, minutes, heldOn: `2026-01-0${String(i + 1)}` }));
  expect(requirementOf(perStage(sessions, []), "supervision", 1)).toMatchObject({ count: 420, needed: 420, state: "met" });
});

test("recognised work belongs to the stage of the day it was recognised on", () => {
  const count = perStage([recognised({ entryId: "r", recognisedOn: "2026-02-01" })], [closing(1, "2026-01-31")]);
  expect([cyclesIn(count, 1), cyclesIn(count, 2)]).toEqual([[], ["r"]]);
});
