import { expect, test } from "vitest";

import { formatAbout, formatBetween, formatMonth, formatMonthShort } from "./months.ts";

test.each<[why: string, from: string, to: string, text: string]>([
  ["within a year: the year once", "2027-01-15", "2027-03-02", "between mid-January and early March 2027"],
  ["over the turn of the year: both", "2026-12-21", "2027-02-10", "between late December 2026 and early February 2027"],
  ["the tenth is early, the eleventh is not", "2027-01-10", "2027-01-11", "between early January and mid-January 2027"],
  ["the twentieth is mid, the 21st is late", "2027-01-20", "2027-01-21", "between mid-January and late January 2027"],
  ["the same part of a month", "2027-01-12", "2027-01-19", "in mid-January 2027"],
  ["far apart: months alone", "2027-05-03", "2027-12-30", "between May and December 2027"],
  ["far apart over the turn of the year", "2026-09-03", "2027-04-30", "between September 2026 and April 2027"],
])("%s", (_why, from, to, text) => {
  expect(formatBetween(from, to)).toBe(text);
});

test("a month, long and short, and a day as one would say it", () => {
  expect([formatMonth("2027-01-31"), formatMonthShort("2027-01-01"), formatAbout("2027-02-28")]).toEqual(["January 2027", "Jan 27", "late February 2027"]);
});
