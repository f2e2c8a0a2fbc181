import { describe, expect, it } from "vitest";

import {
  capitalise, counted, formatAge, formatCount, formatDay, formatDayShort, formatHours, formatMinutes, formatMoment,
  listAnd, listOr, plural, spellCount, spellMinutes,
} from "./format.ts";

/** Reads as typed: the spaces that do not break become plain ones. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("days", () => {
  it("are written day, month, year", () => {
    expect(formatDay("2026-03-12")).toBe("12 March 2026");
  });

  it.each(["12 March 2026", "2026-02-30", "2026-03-12T00:00:00.000Z", ""])("refuse %s: a wrong day is a fault, never another date", (text) => {
    expect(() => formatDay(text)).toThrow(RangeError);
  });

  it.each([
    ["no day to compare with", undefined, "1 January"],
    ["the same year", "2026-12-31", "1 January"],
    ["the day before, in another year", "2025-12-31", "1 January 2026"],
  ])("leave the year out for %s", (_why, today, text) => {
    expect(formatDayShort("2026-01-01", today)).toBe(text);
  });

  it.each([
    ["winter", "2026-01-15T14:05:00.000Z", "15 January 2026, 14:05"],
    ["summer, an hour ahead", "2026-07-15T14:05:00.000Z", "15 July 2026, 15:05"],
    ["summer just before midnight, the next day in London", "2026-07-15T23:30:00.000Z", "16 July 2026, 00:30"],
  ])("and moments are London's in %s", (_why, at, text) => {
    expect(formatMoment(at)).toBe(text);
    expect(formatMoment(new Date(at))).toBe(text);
  });
});

describe("minutes", () => {
  it.each([
    ["none", 0, "0 min", "0 min", "0 minutes"],
    ["one", 1, "1 min", "1 min", "1 minute"],
    ["one below an hour", 59, "59 min", "59 min", "59 minutes"],
    ["an hour", 60, "1 h", "1 h", "60 minutes"],
    ["five past the hour: the figure keeps its nought", 65, "1 h 5 min", "1 h 05", "65 minutes"],
    ["one below two hours", 119, "1 h 59 min", "1 h 59", "119 minutes"],
    ["two hours", 120, "2 h", "2 h", "2 hours"],
    ["a minute over", 121, "2 h 1 min", "2 h 01", "2 hours 1 minute"],
    ["a half hour", 510, "8 h 30 min", "8 h 30", "8 hours 30 minutes"],
    ["one below fifteen hours is not fifteen", 899, "14 h 59 min", "14 h 59", "14 hours 59 minutes"],
    ["a thousand hours", 60_000, "1,000 h", "1,000 h", "1,000 hours"],
  ])("read well for %s", (_why, minutes, text, figure, spelled) => {
    expect(plain(formatMinutes(minutes))).toBe(text);
    expect(plain(formatHours(minutes))).toBe(figure);
    expect(spellMinutes(minutes)).toBe(spelled);
  });
});

describe("numbers", () => {
  it.each([[0, "no"], [1, "one"], [12, "twelve"], [13, "13"], [1204, "1,204"]])("%i is spelled %s in a heading", (n, text) => {
    expect(spellCount(n)).toBe(text);
  });

  it("take the form of the word that goes with them", () => {
    const forms = { one: "cycle", other: "cycles" };
    expect([0, 1, 2].map((n) => plural(n, forms))).toEqual(["cycles", "cycle", "cycles"]);
    expect(counted(2, forms)).toBe("2 cycles");
    expect(counted(1, forms, true)).toBe("one cycle");
    expect(formatCount(36_000)).toBe("36,000");
  });

  it.each([
    [-1, "today"], [0, "today"], [1, "yesterday"], [2, "2 days ago"], [13, "13 days ago"], [14, "2 weeks ago"], [20, "2 weeks ago"], [21, "3 weeks ago"],
    [59, "8 weeks ago"], [60, "2 months ago"],
  ])("%i days are %s", (days, text) => {
    expect(formatAge(days)).toBe(text);
  });
});

describe("lists and words", () => {
  it("join with commas and one last word", () => {
    expect([listAnd([]), listAnd(["a"]), listAnd(["a", "b"]), listAnd(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
    expect(listOr(["a", "b", "c"])).toBe("a, b or c");
  });

  it("begin a sentence in upper case", () => {
    expect([capitalise("two cycles"), capitalise("")]).toEqual(["Two cycles", ""]);
  });
});
