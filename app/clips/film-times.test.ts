import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readTime, showTime, showTimeExactly } from "./film-times.ts";

describe("a time in the film", () => {
  test.each([
    ["0:00", 0], ["0:14", 14_000], ["0:7", 7000], ["12:03", 723_000], ["0:14.9", 14_900], ["0:14,95", 14_950], ["0:14.123", 14_123], [" 1:00 ", 60_000], ["179:59", 10_799_000],
  ])("%s is read", (typed, ms) => {
    expect(readTime(typed)).toBe(ms);
  });

  test.each(["", "14", "0:60", "0:5:00", "1:2:3", "-0:05", "0:14.1234", "0.14", "1234:00", "one", "0:1a", "\u0661:\u0662"])("%j is none", (typed) => {
    expect(readTime(typed)).toBeUndefined();
  });

  test.each([[14_000, "0:14.0"], [14_300, "0:14.3"], [14_940, "0:14.94"], [14_933, "0:14.933"], [60_050, "1:00.05"]])("%i ms is shown as %s", (ms, shown) => {
    expect(showTimeExactly(ms)).toBe(shown);
  });

  test("what is shown exactly is read back as it was, so that changing a moment's words never moves it", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 59_999_999 }), (ms) => {
      expect(readTime(showTimeExactly(ms))).toBe(ms);
      expect(readTime(showTime(ms))).toBe(Math.floor(ms / 1000) * 1000);
    }));
  });
});
