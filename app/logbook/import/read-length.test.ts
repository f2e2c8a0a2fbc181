import fc from "fast-check";
import { expect, test } from "vitest";

import { type LengthReading, type LengthUnit, readLength, unitOf } from "./read-length.ts";

function said(reading: LengthReading): string {
  if (reading.kind === "minutes") return String(reading.minutes);
  return reading.kind === "unsure" ? [reading.because, ...reading.offers].join(" ") : reading.kind;
}

test.each<[why: string, cell: Parameters<typeof readLength>[0], unit: LengthUnit, read: string]>([
  ["hours with a point", "1.5", "hours", "90"],
  ["hours with a comma", "1,5", "hours", "90"],
  ["a quarter", "1.25", "hours", "75"],
  ["half an hour without its nought", ".5", "hours", "30"],
  ["one hour", "1", "hours", "60"],
  ["one hour as a workbook's number", 1, "hours", "60"],
  ["hours and minutes", "1h30", "hours", "90"],
  ["hours and minutes, spelt", "1 hr 30 mins", "hours", "90"],
  ["hours and minutes with and", "1 hour and 15 minutes", "hours", "75"],
  ["hours with their unit", "1h", "hours", "60"],
  ["decimal hours with their unit", "1.5 hrs", "minutes", "90"],
  ["minutes with their unit in a column of hours", "90 mins", "hours", "90"],
  ["minutes, short", "45m", "hours", "45"],
  ["a colon is hours and minutes, not 1.3 h", "1:30", "hours", "90"],
  ["a colon with seconds", "01:30:00", "hours", "90"],
  ["an Excel time", { minutes: 90 }, "hours", "90"],
  ["a half as a sign", "1½", "hours", "90"],
  ["a half as a fraction", "1 1/2", "hours", "90"],
  ["in words", "an hour and a half", "hours", "90"],
  ["from and to", "10:00-11:30", "hours", "90"],
  ["over noon", "11:30 - 1:00", "hours", "90"],
  ["whole minutes in a column of minutes", "90", "minutes", "90"],
  ["eight hours are the most", "8", "hours", "480"],
  ["more than eight hours", "8.25", "hours", "too_long"],
  ["45 hours are surely minutes, but who knows", "45", "hours", "too_long 45"],
  ["600 minutes", "600", "minutes", "too_long"],
  ["1.30 may be an hour and thirty", "1.30", "hours", "decimal 90 78"],
  ["the same as a workbook's number", 1.3, "hours", "decimal 90 78"],
  ["1.15", "1.15", "hours", "decimal 75 69"],
  ["a third of an hour", "1.33", "hours", "decimal 93 80"],
  ["hours in a column of minutes", "1.5", "minutes", "90"],
  ["an Excel time that lost its format", 0.0625, "hours", "excel_time 90"],
  ["a range", "60-90 mins", "hours", "range 60 90"],
  ["no unit anywhere: small is hours", "2", "unknown", "120"],
  ["no unit anywhere: large is minutes", "45", "unknown", "45"],
  ["no unit anywhere, in between", "10", "unknown", "unit 10"],
  ["nothing", "", "hours", "none"],
  ["a dash", "-", "hours", "none"],
  ["nought", "0", "hours", "unreadable"],
  ["a workbook's nought", 0, "hours", "unreadable"],
  ["less than nothing", "-5", "hours", "unreadable"],
  ["words", "a while", "hours", "unreadable"],
  ["75 minutes of an hour", "1h75", "hours", "unreadable"],
  ["a day is no length", { day: "2025-01-01" }, "hours", "unreadable"],
])("%s: %j in %s is %s", (_why, cell, unit, read) => {
  expect(said(readLength(cell, unit))).toBe(read);
});

test.each<[name: string, cells: readonly (string | number)[], unit: LengthUnit]>([
  ["Hours", ["45"], "hours"], ["Minutes", ["1"], "minutes"], ["Duration (mins)", [], "minutes"], ["Length", ["1", "1.5", "2"], "hours"], ["Length", ["60", "90"], "minutes"],
  ["Length", ["1", "90"], "unknown"], ["Length", ["1h", "x"], "unknown"], ["Length", [60, 45], "minutes"],
])("a column %s with %j is in %s", (name, cells, unit) => {
  expect(unitOf(name, cells)).toBe(unit);
});

test("whole minutes up to eight hours are read in every shape alike", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 480 }), (n) => {
    const [hours, rest] = [Math.floor(n / 60), n % 60];
    for (const text of [`${String(n)} mins`, `${String(hours)}h${String(rest).padStart(2, "0")}`, `${String(hours)}:${String(rest).padStart(2, "0")}`]) expect(said(readLength(text, "hours"))).toBe(String(n));
    expect(said(readLength(String(n), "minutes"))).toBe(String(n));
  }));
});

test("any text is read without a fault, and never as more than eight hours", () => {
  fc.assert(fc.property(fc.string(), fc.constantFrom<LengthUnit>("hours", "minutes", "unknown"), (text, unit) => {
    const reading = readLength(text, unit);
    for (const n of reading.kind === "minutes" ? [reading.minutes] : reading.kind === "unsure" ? reading.offers : []) expect(Number.isInteger(n) && n > 0 && n <= 480).toBe(true);
  }));
});
