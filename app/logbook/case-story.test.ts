import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { NO_DETAILS } from "#tests/support/logbook.ts";

import type { Goal } from "./case-model.ts";
import { type CaseVersion, caseStory, goalLines, nextOfCase } from "./case-story.ts";
import { toCountable } from "./countable.ts";
import { FILMED_ROLES } from "./consent-model.ts";
import type { Cycle } from "./model.ts";

const cycle = (id: string, filmedOn: string, over: Partial<Cycle> = {}): Cycle => ({
  kind: "cycle", id, traineeId: "t", version: 1, voided: false, reason: null, recordedAt: "2026-01-01T09:00:00.000Z", recordedBy: "t", loggedAt: "2026-01-01T09:00:00.000Z", note: null,
  clientId: "c", clientCode: "C-7KQ4", filmedOn, filmMinutes: null, mode: null, clipsChosen: null, reviewedOn: filmedOn, reviewMinutes: null, goalRating: null, nextStep: null,
  ...NO_DETAILS, ...over,
});
const version = (over: Partial<CaseVersion> = {}): CaseVersion => ({ openedOn: "2026-03-01", closedOn: null, closedBecause: null, reopenedOn: null, ...over });
const opened = { openedOn: "2026-03-01" };

function told(versions: readonly CaseVersion[], cycles: readonly Cycle[]): string[] {
  return caseStory(opened, versions, cycles).map((event) => (event.kind === "cycle" ? `${event.cycle.id}=${String(event.number)}` : `${event.kind} ${event.day}`));
}

describe("the story of a case", () => {
  const closed = version({ closedOn: "2026-04-20", closedBecause: "work_done" });
  const stories: readonly (readonly [why: string, versions: readonly CaseVersion[], cycles: readonly Cycle[], story: readonly string[]])[] = [
    ["nothing but the opening", [version()], [], ["opened 2026-03-01"]],
    ["cycles in the order of their films, however they were logged", [version()], [cycle("b", "2026-03-20"), cycle("a", "2026-03-05")], ["opened 2026-03-01", "a=1", "b=2"]],
    ["a voided cycle is no part of it and takes no number", [version()], [cycle("a", "2026-03-05", { voided: true }), cycle("b", "2026-03-20")], ["opened 2026-03-01", "b=1"]],
    ["a film on the day of the closing stands before it", [version(), closed], [cycle("a", "2026-04-20")], ["opened 2026-03-01", "a=1", "closed 2026-04-20"]],
    ["a closing that was put right is told once", [version(), closed, { ...closed, closedOn: "2026-04-25" }], [], ["opened 2026-03-01", "closed 2026-04-25"]],
    ["a top-up on the day of the reopening stands after it", [version(), closed, version({ reopenedOn: "2026-09-01" })], [cycle("a", "2026-04-01"), cycle("z", "2026-09-01")],
      ["opened 2026-03-01", "a=1", "closed 2026-04-20", "reopened 2026-09-01", "z=2"]],
    ["closed and opened again on one day, in that order", [version(), closed, version({ reopenedOn: "2026-04-20" })], [], ["opened 2026-03-01", "closed 2026-04-20", "reopened 2026-04-20"]],
    ["a reopening whose day nobody knows is that of the closing", [version(), closed, version()], [], ["opened 2026-03-01", "closed 2026-04-20", "reopened 2026-04-20"]],
    ["closed a second time", [version(), closed, version({ reopenedOn: "2026-09-01" }), version({ closedOn: "2026-10-01", closedBecause: "moved_away", reopenedOn: "2026-09-01" })], [],
      ["opened 2026-03-01", "closed 2026-04-20", "reopened 2026-09-01", "closed 2026-10-01"]],
  ];
  it.each(stories)("%s", (_why, versions, cycles, story) => {
    expect(told(versions, cycles)).toEqual(story);
  });
});

describe("goals over time", () => {
  const goal = (place: Goal["place"], text: string | null, atStart: number | null): Goal => ({ place, text, atStart });

  it("begin with the start, and follow the days of the shared reviews", () => {
    const cycles = [cycle("b", "2026-03-20", { goalRating: 6, goal3Rating: 0 }), cycle("a", "2026-03-05", { goalRating: 4 }), cycle("v", "2026-03-10", { goalRating: 9, voided: true })];
    expect(goalLines({ goals: [goal(1, "Calm evenings", 3), goal(2, "Play", null)] }, cycles)).toEqual([
      { place: 1, text: "Calm evenings", atStart: 3, points: [{ day: null, rating: 3 }, { day: "2026-03-05", rating: 4 }, { day: "2026-03-20", rating: 6 }] },
      { place: 2, text: "Play", atStart: null, points: [] },
      { place: 3, text: null, atStart: null, points: [{ day: "2026-03-20", rating: 0 }] },
    ]);
  });

  it("are none where nothing was worded or rated", () => {
    expect(goalLines({ goals: [] }, [cycle("a", "2026-03-05")])).toEqual([]);
  });
});

describe("what comes next", () => {
  const open = { closedOn: null, copies: null, originals: null };
  const cases: readonly (readonly [why: string, client: Parameters<typeof nextOfCase>[0], cycles: readonly Cycle[], kind: string])[] = [
    ["no film yet", open, [], "film"], ["only a voided one", open, [cycle("a", "2026-03-05", { voided: true })], "film"],
    ["a film without its shared review", open, [cycle("a", "2026-03-05", { reviewedOn: null })], "review"],
    ["the last cycle says to close", open, [cycle("a", "2026-03-05"), cycle("b", "2026-03-20", { nextStep: "close" })], "close"],
    ["an earlier one said so, the last does not", open, [cycle("a", "2026-03-05", { nextStep: "close" }), cycle("b", "2026-03-20")], "another"],
    ["a closed case", { closedOn: "2026-04-20", copies: "given", originals: "gone" }, [], "closed"],
  ];
  it.each(cases)("%s", (_why, client, cycles, kind) => {
    expect(nextOfCase(client, cycles).kind).toBe(kind);
  });

  it("of a closed case says what is left to do", () => {
    expect(nextOfCase({ closedOn: "2026-04-20", copies: "not_yet", originals: "not_yet" }, [])).toMatchObject({ copiesLeft: true, originalsLeft: true });
    expect(nextOfCase({ closedOn: "2026-04-20", copies: "none_wanted", originals: "gone" }, [])).toMatchObject({ copiesLeft: false, originalsLeft: false });
  });
});

test("nothing that is told of a cycle beside its client and days reaches counting", () => {
  const rating = fc.option(fc.integer({ min: 0, max: 10 }), { nil: null });
  const details = fc.record({
    filmedRoles: fc.subarray([...FILMED_ROLES]), reviewFilmed: fc.option(fc.boolean(), { nil: null }), goalRating: rating, goal2Rating: rating, goal3Rating: rating,
    attunedMoments: fc.option(fc.string(), { nil: null }), note: fc.option(fc.string(), { nil: null }), clipsChosen: rating, filmMinutes: rating,
    nextStep: fc.constantFrom(null, "close" as const, "another_cycle" as const),
  });
  const named = { closedOn: new Map(), supervisors: new Map() };
  fc.assert(fc.property(details, (told) => {
    expect(toCountable(cycle("a", "2026-03-05", told), named)).toEqual(toCountable(cycle("a", "2026-03-05"), named));
  }));
});
