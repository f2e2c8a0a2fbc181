import { expect, test } from "vitest";

import type { CountableEntry, PathwayDefinition } from "./model.ts";
import { pathwayDefinitionSchema } from "./model.ts";
import { closing, countOf, cycle, nesWith, peerSupervision, reasonsFor, recognised, requirementOf, supervision, TODAY, TOMORROW, training } from "#tests/support/countable.ts";
import { NES_PRESET } from "#seeds/reference/pathways.ts";

/** So many minutes of supervision in sessions of an hour and a rest, a day apart. */
function minutesOf(total: number): CountableEntry[] {
  const sessions = Array.from({ length: Math.floor(total / 60) }, () => 60);
  return [...sessions, ...(total % 60 > 0 ? [total % 60] : [])].map((minutes, i) => supervision({ entryId: `s${String(i)}`, minutes, startsAt: null, heldOn: `2026-03-${String(i + 1).padStart(2, "0")}` }));
}

test("nothing logged: nothing counts, nothing is met but what asks for nothing, and no percent is of nothing", () => {
  const count = countOf([]);
  expect(count.overall.map((r) => [r.requirement.key, r.count, r.needed, r.remaining, r.percent, r.state])).toEqual([
    ["clients", 0, 6, 6, 0, "not_met"], ["cycles", 0, 18, 18, 0, "not_met"], ["supervision", 0, 900, 900, 0, "not_met"], ["peer_supervision", 0, 2, 2, 0, "not_met"],
  ]);
  expect(requirementOf(count, "peer_supervision", 1)).toMatchObject({ needed: 0, remaining: 0, percent: 100, state: "met" });
  expect(count.stages.map((s) => [s.stage, s.state, s.numbersReached])).toEqual([[1, "under_way", false], [2, "ahead", false], [3, "ahead", false]]);
});

test.each([
  ["one minute below: 14 h 59 min is not 15 h", 899, 1, "not_met", 99],
  ["at 15 h", 900, 0, "met", 100],
  ["one minute above", 901, 0, "met", 100],
  ["a percent over 100 is shown", 1140, 0, "met", 126],
  ["one minute of 15 h is 0 percent", 1, 899, "not_met", 0],
])("supervision %s", (_, minutes, remaining, state, percent) => {
  expect(requirementOf(countOf(minutesOf(minutes)), "supervision")).toMatchObject({ count: minutes, needed: 900, remaining, state, percent });
});

test("minutes add up: 7 x 1 h and 5 x 84 min are the same 420 minutes", () => {
  const sevenHours = countOf(minutesOf(420));
  const fiveSessions = countOf([1, 2, 3, 4, 5].map((day) => supervision({ entryId: `s${String(day)}`, minutes: 84, heldOn: `2026-03-0${String(day)}` })));
  expect([requirementOf(sevenHours, "supervision").count, requirementOf(fiveSessions, "supervision").count]).toEqual([420, 420]);
});

test("a client counts once, with the first counted cycle; the later ones say so", () => {
  const count = countOf([
    cycle({ entryId: "third", filmedOn: "2026-04-06", reviewedOn: "2026-04-13" }),
    cycle({ entryId: "unfinished", filmedOn: "2026-01-05", reviewedOn: null }),
    cycle({ entryId: "first", filmedOn: "2026-02-02", reviewedOn: "2026-02-09" }),
    cycle({ entryId: "other", clientId: "client-2" }),
  ]);
  expect(requirementOf(count, "clients").counted.map((c) => [c.entryId, c.clientId, c.amount])).toEqual([["first", "client-1", 1], ["other", "client-2", 1]]);
  expect(reasonsFor(count, "clients", "third")).toEqual([{ code: "client_counted_already", countedBy: "first" }]);
  expect(reasonsFor(count, "clients", "unfinished")).toEqual([{ code: "no_shared_review" }]);
});

test.each([
  ["an open case", null, undefined],
  ["a case closed today", TODAY, TODAY],
  ["a case closed tomorrow", TOMORROW, undefined],
  ["a case closed before the top-up cycle counts from that cycle on", "2026-03-01", "2026-03-09"],
])("where closed cases make clients: %s", (_, caseClosedOn, countsOn) => {
  const count = countOf([cycle({ entryId: "e", caseClosedOn })], { definition: nesWith({ clientCountsWith: "closed_case" }) });
  expect(requirementOf(count, "clients").counted.map((c) => c.countsOn)).toEqual(countsOn === undefined ? [] : [countsOn]);
  expect(reasonsFor(count, "clients", "e")).toEqual(countsOn === undefined ? [{ code: "case_not_closed" }] : undefined);
  expect(requirementOf(count, "cycles").count).toBe(1);
});

test("recognised prior work adds to its own requirement and is marked as such", () => {
  const count = countOf([cycle({ entryId: "logged" }), recognised({ entryId: "earlier", amount: 3 }), recognised({ entryId: "minutes", requirement: "supervision", amount: 120 })]);
  expect(requirementOf(count, "cycles").count).toBe(4);
  expect(requirementOf(count, "cycles").counted.map((c) => [c.entryId, c.amount, c.recognised])).toEqual([["earlier", 3, true], ["logged", 1, false]]);
  expect(requirementOf(count, "supervision").count).toBe(120);
  expect(requirementOf(count, "clients").count).toBe(1);
});

test("the same earlier work, dated before the start as well, is counted once: as recognised", () => {
  const count = countOf([cycle({ entryId: "dated", filmedOn: "2025-06-02", reviewedOn: "2025-06-09" }), recognised({ entryId: "recognised", amount: 1 })]);
  expect(requirementOf(count, "cycles").counted.map((c) => c.entryId)).toEqual(["recognised"]);
});

test("what no requirement and no gate asks for is listed, not lost", () => {
  const definition = { ...NES_PRESET.version.definition, gates: [] };
  const count = countOf([recognised({ entryId: "r", requirement: "elsewhere" }), training({ entryId: "t", confirmation: "waiting" }), training({ entryId: "v", voided: true })], { definition });
  expect(count.unasked.map((u) => [u.entryId, u.reasons.map((r) => r.code)])).toEqual([
    ["r", ["no_such_requirement"]], ["t", ["waiting_for_confirmation", "no_such_requirement"]], ["v", ["voided"]],
  ]);
});

test.each([
  ["no half-day", [], 0, "shut"],
  ["one half-day below", [3], 3, "shut"],
  ["two days", [4], 4, "open"],
  ["four half-days", [1, 1, 1, 1], 4, "open"],
  ["more than asked", [4, 1], 5, "open"],
])("initial course: %s", (_, parts, halfDays, state) => {
  const count = countOf(parts.map((n, i) => training({ entryId: `t${String(i)}`, training: "initial_course", halfDays: n, heldOn: `2025-08-0${String(i + 1)}` })));
  expect(count.stages[0]?.gates).toMatchObject([{ halfDays, state }]);
  expect(count.stages[1]?.gates).toMatchObject([{ halfDays: 0, state: "shut" }]);
});

test("numbers reached and gate open are two facts: all numbers, no training", () => {
  const entries = [
    ...Array.from({ length: 18 }, (_, i) => cycle({ entryId: `c${String(i)}`, clientId: `client-${String(i % 6)}`, filmedOn: `2026-03-${String(i + 1).padStart(2, "0")}`, reviewedOn: "2026-04-01" })),
    ...minutesOf(900),
    peerSupervision({ entryId: "p1" }), peerSupervision({ entryId: "p2", heldOn: "2026-04-02" }),
  ];
  const count = countOf(entries);
  expect(count.stages.map((s) => s.numbersReached)).toEqual([true, true, true]);
  expect(count.stages.flatMap((s) => s.gates.map((g) => g.state))).toEqual(["shut", "shut"]);
  expect(count.stages.map((s) => s.state)).toEqual(["under_way", "ahead", "ahead"]);
});

test("a closed stage of running totals shows what stood by its closing day; the next ones show everything", () => {
  const entries = [
    cycle({ entryId: "before", reviewedOn: "2026-03-09" }), cycle({ entryId: "on-the-day", reviewedOn: "2026-03-14" }),
    cycle({ entryId: "after", reviewedOn: "2026-03-15" }), cycle({ entryId: "open", reviewedOn: null }),
  ];
  const count = countOf(entries, { closings: [closing(1, "2026-03-14")] });
  expect(requirementOf(count, "cycles", 1).counted.map((c) => c.entryId)).toEqual(["before", "on-the-day"]);
  expect(requirementOf(count, "cycles", 1).leftOut).toEqual([]);
  expect(requirementOf(count, "cycles", 2).counted.map((c) => c.entryId)).toEqual(["before", "on-the-day", "after"]);
  expect(count.stages.map((s) => [s.state, s.closedOn])).toEqual([["closed", "2026-03-14"], ["under_way", null], ["ahead", null]]);
});

test("the last stage of running totals goes on counting after it closed, since no stage follows", () => {
  const closings = [closing(1, "2026-01-31"), closing(2, "2026-02-28"), closing(3, "2026-03-08")];
  const count = countOf([cycle({ entryId: "after", reviewedOn: "2026-03-09" })], { closings });
  expect(count.stageUnderWay).toBeNull();
  expect(count.stages.map((s) => requirementOf(count, "cycles", s.stage).count)).toEqual([0, 0, 1]);
  expect(requirementOf(count, "cycles").count).toBe(1);
});

test("where closed cases make clients, a closed stage knows only of cases closed by then", () => {
  const entries = [cycle({ entryId: "e", caseClosedOn: "2026-03-20" })];
  const count = countOf(entries, { definition: nesWith({ clientCountsWith: "closed_case" }), closings: [closing(1, "2026-03-14")] });
  expect(reasonsFor(count, "clients", "e", 1)).toEqual([{ code: "case_not_closed" }]);
  expect(requirementOf(count, "clients", 2).count).toBe(1);
});

test("another pathway with other requirement kinds needs data only", () => {
  const definition: PathwayDefinition = pathwayDefinitionSchema.parse({
    ...NES_PRESET.version.definition,
    requirements: [
      { key: "group_supervision", label: "Group supervision", entries: "supervision", measure: "minutes", formats: ["group"], needed: [200, 400, 600] },
      { key: "sessions", label: "Supervision sessions", entries: "supervision", measure: "entries", needed: [1, 2, 3] },
      { key: "peer_minutes", label: "Peer supervision", entries: "peer_supervision", measure: "minutes", needed: [0, 60, 120] },
    ],
  });
  const entries = [
    supervision({ entryId: "group", format: "group", minutes: 120 }), supervision({ entryId: "alone", heldOn: "2026-03-11" }),
    peerSupervision({ entryId: "peer", minutes: 75 }), recognised({ entryId: "earlier", requirement: "group_supervision", amount: 480 }), cycle({ entryId: "cycle" }),
  ];
  const count = countOf(entries, { definition });
  expect(count.overall.map((r) => [r.requirement.key, r.count, r.state])).toEqual([["group_supervision", 600, "met"], ["sessions", 2, "not_met"], ["peer_minutes", 75, "not_met"]]);
  expect(reasonsFor(count, "group_supervision", "alone")).toEqual([{ code: "format_does_not_count", format: "individual" }]);
  expect(count.unasked).toEqual([{ entryId: "cycle", reasons: [{ code: "no_such_requirement" }] }]);
});
