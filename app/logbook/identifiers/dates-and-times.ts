const DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const CENTURY = "(?:19|20|21)";
const TIME = String.raw`(?<![\d:])(?<!\d[/.])\d{1,2}:[0-5]\d(?::[0-5]\d){0,2}(?!:?\d)`;
const DATE = String.raw`(?<!\d[-/.]?)(?:${CENTURY}\d\d(?<a> ?[-/.] ?)${MONTH}\k<a>${DAY}|${DAY}(?<b> ?[-/.] ?| )${MONTH}\k<b>${CENTURY}\d\d)(?!\d)`;
const TIMESTAMP = String.raw`(?<!\d)${CENTURY}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[_T-]?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d)`;
const DATE_OR_TIME = new RegExp(`${TIME}|${DATE}|${TIMESTAMP}`, "gu");

const SHORT_DATE = String.raw`${DAY}([-/.])${MONTH}\1\d\d`;
const SHORT_DATES = new RegExp(String.raw`(?<!\d[-/.]?)${SHORT_DATE}(?:[^\p{L}\d]{1,12}${DAY}\1${MONTH}\1\d\d)+(?![-/.]?\d)`, "gu");

const hidden = (found: string): string => "x".repeat(found.length);

/**
 * The text with its full dates, times of day, timecodes, and short dates that stand side by side made letters
 * of the same length, so that their figures are no part of a number. A short date alone stays: it may begin a CHI number.
 */
export function maskDatesAndTimes(text: string): string {
  return text.replace(DATE_OR_TIME, hidden).replace(SHORT_DATES, hidden);
}
