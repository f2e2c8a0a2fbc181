import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays, daysBetween } from "#app/platform/clock.ts";

import { dayAfterWork, workedDays, type WorkingTime } from "./working-time.ts";

const full: WorkingTime = { shares: [], pauses: [] };
const half: WorkingTime = { shares: [{ from: "2026-03-01", percent: 50 }], pauses: [] };
const paused: WorkingTime = { shares: [], pauses: [{ from: "2026-03-10", to: "2026-03-19" }] };
const both: WorkingTime = { shares: [{ from: "2026-03-01", percent: 50 }, { from: "2026-04-01", percent: 80 }], pauses: [{ from: "2026-03-10", to: "2026-03-19" }, { from: "2026-03-15", to: "2026-03-24" }] };

test.each<[why: string, time: WorkingTime, after: string, upTo: string, days: number]>([
  ["full time: every day", full, "2026-02-28", "2026-03-28", 28],
  ["no day at all", full, "2026-03-01", "2026-03-01", 0],
  ["backwards there is nothing", full, "2026-03-05", "2026-03-01", 0],
  ["the day before part time begins is a whole one", half, "2026-02-27", "2026-02-28", 1],
  ["the first day of part time is half a one", half, "2026-02-28", "2026-03-01", 0.5],
  ["both days of a pause belong to it", paused, "2026-03-09", "2026-03-19", 0],
  ["the day before the pause and the day after it do not", paused, "2026-03-08", "2026-03-20", 2],
  ["pauses that share days are left out once, and one share follows another", both, "2026-02-28", "2026-04-10", (9 + 7) * 0.5 + 10 * 0.8],
])("days of full time, %s", (_why, time, after, upTo, days) => {
  expect(workedDays(time, after, upTo)).toBeCloseTo(days, 9);
});

test.each<[why: string, time: WorkingTime, after: string, days: number, on: string]>([
  ["none asked: today", full, "2026-03-01", 0, "2026-03-01"],
  ["full time", full, "2026-03-01", 28, "2026-03-29"],
  ["part of a day is the day", full, "2026-03-01", 0.2, "2026-03-02"],
  ["half time takes twice as long", half, "2026-03-01", 14, "2026-03-29"],
  ["done on the day before the pause", paused, "2026-03-01", 8, "2026-03-09"],
  ["a day more is after the pause", paused, "2026-03-01", 9, "2026-03-20"],
  ["begun within a pause", paused, "2026-03-12", 1, "2026-03-20"],
])("the day after so much work, %s", (_why, time, after, days, on) => {
  expect(dayAfterWork(time, after, days)).toBe(on);
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-01-01", days));
const anyTime: fc.Arbitrary<WorkingTime> = fc.record({
  shares: fc.array(fc.record({ from: day, percent: fc.integer({ min: 10, max: 100 }) }), { maxLength: 3 }).map((s) => s.sort((a, b) => (a.from < b.from ? -1 : 1))),
  pauses: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 90 })).map(([from, days]) => ({ from, to: addDays(from, days) })), { maxLength: 3 }),
});

describe("properties", () => {
  test("the day after so much work is the first by which so much is done", () => {
    fc.assert(fc.property(anyTime, day, fc.integer({ min: 1, max: 300 }), (time, after, days) => {
      const on = dayAfterWork(time, after, days);
      expect(workedDays(time, after, on)).toBeGreaterThanOrEqual(days - 1e-5);
      expect(workedDays(time, after, addDays(on, -1))).toBeLessThan(days);
    }));
  });

  test("a pause that lies before it moves a day by its length", () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 100 }), fc.integer({ min: 60, max: 300 }), fc.integer({ min: 1, max: 120 }), (percent, days, length) => {
      const shares = [{ from: "2026-01-01", percent }];
      const without = dayAfterWork({ shares, pauses: [] }, "2026-01-31", days);
      const paused = dayAfterWork({ shares, pauses: [{ from: "2026-02-10", to: addDays("2026-02-09", length) }] }, "2026-01-31", days);
      expect(daysBetween(without, paused)).toBe(length);
    }));
  });
});
