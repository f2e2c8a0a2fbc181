import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Moment } from "./model.ts";
import {
  beginsWithStrength, countAttuned, hasAttunedMoment, inFilmOrder, isSameMoment, momentsAt, sharedOf, showRange, timeProblem,
} from "./moments.ts";
import { PRINCIPLES } from "./principles.ts";

const moment = (over: Partial<Moment> = {}): Moment => ({
  id: "m", submissionId: "s", authorId: "p", version: 1, voided: false, markedAt: "2026-11-21T12:00:00.000Z",
  kind: "attuned_moment", layer: "practitioner_client", startsMs: null, endsMs: null, principle: "receiving", sharing: "shared", note: null, ...over,
});

describe("a time in the film", () => {
  test.each<readonly [number | null, number | null, string | undefined]>([
    [null, null, undefined], [14_900, null, "0:14"], [2000, 7000, "0:02\u20130:07"], [2000, 2900, "0:02"], [59_999, 60_000, "0:59\u20131:00"],
  ])("from %s to %s is %s", (startsMs, endsMs, shown) => {
    expect(showRange({ startsMs, endsMs })).toBe(shown);
  });

  test.each<readonly [number | null, number | null, string | undefined, string]>([
    [null, null, undefined, "no time at all"], [0, null, undefined, "the first picture"], [5000, 5000, undefined, "starts and ends at once"],
    [5000, 4999, "ends_before_it_starts", "one millisecond before"], [null, 4000, "ends_before_it_starts", "an end alone"],
    [10_000, null, undefined, "the film's end"], [10_001, null, "past_the_film", "one millisecond past it"], [5000, 10_001, "past_the_film", "ends past it"],
  ])("from %s to %s: %s (%s)", (startsMs, endsMs, problem) => {
    expect(timeProblem({ startsMs, endsMs }, 10_000)).toBe(problem);
  });
});

describe("strengths first", () => {
  const attuned = moment({ id: "a" });
  const note = moment({ id: "n", kind: "note", principle: null, note: "Leave a second turn." });
  test.each([
    ["nothing is marked", [], true, false], ["an attuned moment alone", [attuned], true, true], ["a note alone", [note], false, false],
    ["a note and an attuned moment", [note, attuned], true, true], ["a note, and the attuned moment is private", [note, { ...attuned, sharing: "private" as const }], false, false],
    ["a note, and the attuned moment was taken back", [note, { ...attuned, voided: true }], false, false], ["a private note alone", [{ ...note, sharing: "private" as const }], true, false],
    ["a note that was taken back", [{ ...note, voided: true }], true, false],
  ])("%s", (_, moments, begins, has) => {
    expect([beginsWithStrength(moments), hasAttunedMoment(moments)]).toEqual([begins, has]);
  });
});

const anyMoment = fc.record({
  id: fc.uuid(), kind: fc.constantFrom("attuned_moment", "note"), sharing: fc.constantFrom("shared", "private"), voided: fc.boolean(),
  startsMs: fc.option(fc.integer({ min: 0, max: 5000 })), principle: fc.option(fc.constantFrom(...PRINCIPLES)),
  markedAt: fc.integer({ min: 0, max: 59 }).map((second) => `2026-11-21T12:00:${String(second).padStart(2, "0")}.000Z`),
}).map((over) => moment(over as Partial<Moment>));

test("whatever was marked: what is read is all that is shared and stands, in the film's order, and its attuned moments are counted", () => {
  fc.assert(fc.property(fc.uniqueArray(anyMoment, { selector: (m) => m.id, maxLength: 12 }), (moments) => {
    const read = sharedOf(moments);
    expect(read.map((m) => m.id).sort()).toEqual(moments.filter((m) => m.sharing === "shared" && !m.voided).map((m) => m.id).sort());
    expect(read).toEqual(inFilmOrder(read));
    const attuned = read.filter((m) => m.kind === "attuned_moment");
    expect(hasAttunedMoment(moments)).toBe(attuned.length > 0);
    expect(countAttuned(moments)).toBe(attuned.length);
  }));
});

test("the order does not hang on the order in which moments were read from the database", () => {
  fc.assert(fc.property(fc.uniqueArray(anyMoment, { selector: (m) => m.id, maxLength: 12 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
    expect(inFilmOrder(shuffled)).toEqual(inFilmOrder(all));
  }));
});

test.each([[1999, []], [2000, ["stretch"]], [5000, ["stretch", "single"]], [7000, ["stretch", "single"]], [8000, ["single"]], [8001, []]])("at %i ms is said what was marked there", (nowMs, ids) => {
  const marked = [moment({ id: "single", startsMs: 5000 }), moment({ id: "stretch", startsMs: 2000, endsMs: 7000 }), moment({ id: "whole" })];
  expect(momentsAt(marked, nowMs).map(({ id }) => id)).toEqual(ids);
});

test.each<Partial<Moment>>([{ kind: "note" }, { layer: "client_child" }, { startsMs: 1 }, { endsMs: 1 }, { principle: "guiding" }, { sharing: "private" }, { note: "She waits." }])("a moment that differs in %o is another", (over) => {
  expect([isSameMoment(moment(), moment(over)), isSameMoment(moment(over), moment(over))]).toEqual([false, true]);
});
