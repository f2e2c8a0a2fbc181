import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays } from "#app/platform/clock.ts";
import { formatDay } from "#app/words/format.ts";

import { type DayHints, type DayReading, findDay, isOrderInDoubt, readDay } from "./read-day.ts";

const HINTS: DayHints = { order: "day_first", near: "2025-02-12" };

function said(reading: DayReading): string {
  if (reading.kind === "day") return reading.day;
  return reading.kind === "unsure" ? [reading.because, ...reading.offers].join(" ") : reading.kind;
}

describe("a day is read, or asked about, or refused", () => {
  test.each([
    ["as a computer writes it", "2025-03-12", "2025-03-12"],
    ["with a time behind it", "2025-03-12 00:00:00", "2025-03-12"],
    ["year first with strokes", "2025/3/12", "2025-03-12"],
    ["day first, never 3 May", "05/03/2025", "2025-03-05"],
    ["with dots", "5.3.2025", "2025-03-05"],
    ["with dashes", "05-03-2025", "2025-03-05"],
    ["with spaces", "05 03 2025", "2025-03-05"],
    ["a year of two figures is of this century", "05/03/25", "2025-03-05"],
    ["with a time", "05/03/2025 14:30", "2025-03-05"],
    ["month by name", "14 Mar 25", "2025-03-14"],
    ["month in full", "14 March 2025", "2025-03-14"],
    ["September as four letters", "3 Sept 2025", "2025-09-03"],
    ["an ordinal", "14th March 2025", "2025-03-14"],
    ["an ordinal and of", "1st of May 2025", "2025-05-01"],
    ["a weekday before it", "Fri 14 Mar 2025", "2025-03-14"],
    ["a weekday in full and a comma", "Wednesday, 5 March 2025", "2025-03-05"],
    ["nothing between", "14Mar25", "2025-03-14"],
    ["as spreadsheets show it", "14-Mar-25", "2025-03-14"],
    ["an apostrophe for the century", "14 Mar '25", "2025-03-14"],
    ["month before day", "March 14, 2025", "2025-03-14"],
    ["a no-break space", "14\u00a0Mar\u00a025", "2025-03-14"],
    ["eight figures", "20250312", "2025-03-12"],
    ["eight figures, day first", "12032025", "2025-03-12"],
    ["Excel's number for a day", "45749", "2025-04-02"],
    ["the same with a time", "45749.5", "2025-04-02"],
    ["a leap day", "29/02/2024", "2024-02-29"],
    ["no leap day", "29/02/2025", "unreadable"],
    ["31 April never rolls over", "31/04/2026", "unreadable"],
    ["no month", "12/13/14/15", "unreadable"],
    ["a word", "soon", "unreadable"],
    ["two days", "12/02/2025 & 19/02/2025", "unreadable"],
    ["a number that is no day", "12345", "unreadable"],
    ["nothing", "", "none"],
    ["a dash", "–", "none"],
    ["to be confirmed", "TBC", "none"],
    ["month first, where the file is day first", "05/23/2025", "day_or_month 2025-05-23"],
    ["a week without its year: that of the rows around", "w/c 3 Feb", "week 2025-02-03"],
    ["a week with its year", "week beginning 3 February 2025", "week 2025-02-03"],
    ["no year", "3 Feb", "no_year 2025-02-03"],
    ["no year, over the turn of a year", "28 Dec", "no_year 2024-12-28"],
    ["no year, in figures", "3/2", "no_year 2025-02-03"],
    ["no day", "Feb 2025", "no_day"],
    ["only a month", "February", "no_day"],
    ["marked as unsure", "12/02/2025?", "marked_unsure 2025-02-12"],
    ["about", "approx 12 Feb 2025", "marked_unsure 2025-02-12"],
    ["the year may stand first", "25-02-12", "year_first_or_last 2025-02-12 2012-02-25"],
  ])("%s: %j", (_why, text, reading) => {
    expect(said(readDay(text, HINTS))).toBe(reading);
  });

  test.each([
    ["a number of Excel's", 45756, "2025-04-09"], ["a day of the workbook", { day: "2025-03-05" }, "2025-03-05"], ["a time of day is no day", { minutes: 90 }, "unreadable"],
    ["a small number is no day", 3, "unreadable"],
  ])("%s", (_why, cell, reading) => {
    expect(said(readDay(cell, HINTS))).toBe(reading);
  });

  test("without a day nearby a missing year is asked for with nothing offered", () => {
    expect(said(readDay("3 Feb", { ...HINTS, near: null }))).toBe("no_year");
  });

  test("while the order is unknown, only figures that can be told apart are read", () => {
    const hints: DayHints = { order: "unknown", near: null };
    expect(["05/03/2025", "05/23/2025", "23/05/2025", "05/05/2025"].map((text) => said(readDay(text, hints)))).toEqual(["which_order 2025-03-05 2025-05-03", "2025-05-23", "2025-05-23", "2025-05-05"]);
    expect(said(readDay("05/03/2025", { order: "month_first", near: null }))).toBe("2025-05-03");
  });
});

test.each([
  ["only month first can be", ["05/23/2025", "05/03/2025"], true], ["one can only be day first", ["05/23/2025", "23/05/2025"], false], ["none can be told apart", ["05/03/2025"], false],
])("the order of figures is in doubt where %s", (_why, cells, isInDoubt) => {
  expect(isOrderInDoubt(cells)).toBe(isInDoubt);
});

test.each([["Midpoint half-day 24/09/2025 Inverness", "2025-09-24"], ["on the 3rd of May 2025", "2025-05-03"], ["2025-05-03: course", "2025-05-03"], ["31/04/2025", null], ["nothing", null]])("the day in %j", (text, day) => {
  expect(findDay(text)).toBe(day);
});

test("every day is read back from each of the usual shapes", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 12_000 }), (n) => {
    const day = addDays("2010-01-01", n);
    const [year = "", month = "", date = ""] = day.split("-");
    for (const text of [day, `${date}/${month}/${year}`, `${String(Number(date))}.${String(Number(month))}.${year}`, formatDay(day), `${year}${month}${date}`]) {
      expect(said(readDay(text, { order: "day_first", near: null }))).toBe(day);
    }
  }));
});

test("any text is read without a fault, and never as a day that is none", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/. -]{1,12}$/)), (text) => {
    const reading = readDay(text, HINTS);
    for (const day of reading.kind === "day" ? [reading.day] : reading.kind === "unsure" ? reading.offers : []) expect(addDays(day, 0)).toBe(day);
  }));
});
