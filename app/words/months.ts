import { type Day, daysBetween } from "#app/platform/clock.ts";

const LOCALE = "en-GB";
const MONTH = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", month: "long", year: "numeric" });
const MONTH_NAME = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", month: "long" });
const MONTH_SHORT = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", month: "short", year: "2-digit" });

const EARLY_UP_TO = 10;
const MID_UP_TO = 20;
/** Of two days that lie so far apart nobody asks which part of the month. */
const MONTHS_ALONE_FROM_DAYS = 150;

const at = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);

/** "January 2027", of any day in it. */
export function formatMonth(day: Day): string {
  return MONTH.format(at(day));
}

/** "Jan 27", for a chart. */
export function formatMonthShort(day: Day): string {
  return MONTH_SHORT.format(at(day));
}

function partOf(day: Day): string {
  const dayOfMonth = at(day).getUTCDate();
  if (dayOfMonth <= EARLY_UP_TO) return "early ";
  return dayOfMonth <= MID_UP_TO ? "mid-" : "late ";
}

/** "mid-January 2027": a day as somebody would say it who does not know it to the day. */
export function formatAbout(day: Day): string {
  return partOf(day) + formatMonth(day);
}

/** Two days as somebody would say them: "between mid-January and early March 2027", "in mid-January 2027", "between May and December 2027". */
export function formatBetween(from: Day, to: Day): string {
  const isFar = daysBetween(from, to) >= MONTHS_ALONE_FROM_DAYS;
  const [first, last] = isFar ? [formatMonth(from), formatMonth(to)] : [formatAbout(from), formatAbout(to)];
  if (first === last) return `in ${first}`;
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const start = isOneYear ? (isFar ? "" : partOf(from)) + MONTH_NAME.format(at(from)) : first;
  return `between ${start} and ${last}`;
}
