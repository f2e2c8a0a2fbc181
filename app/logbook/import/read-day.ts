import { foldText } from "#app/logbook/identifiers/folded-text.ts";
import { addDays, type Day, daysBetween, isDay } from "#app/platform/clock.ts";

import type { Cell } from "./table.ts";

/** Why a day is asked about and not taken as it stands. */
export type DayDoubt = "week" | "no_year" | "no_day" | "day_or_month" | "which_order" | "year_first_or_last" | "marked_unsure";

/** What a cell says of a day. `offers` are the days it may mean, the likeliest first. */
export type DayReading =
  | { readonly kind: "none" | "unreadable" }
  | { readonly kind: "day"; readonly day: Day; readonly isSerial: boolean }
  | { readonly kind: "unsure"; readonly because: DayDoubt; readonly offers: readonly Day[] };

/** How figures such as 05/03/2025 stand in the file; `unknown` while the person has not said. */
export type DayOrder = "day_first" | "month_first" | "unknown";

/** What helps to read a day: the order of figures in its file, and a day in a row nearby for a year that is missing. */
export interface DayHints {
  readonly order: DayOrder;
  readonly near: Day | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const GAP = "[\\s./,-]*";
const YEAR = "'?(\\d{4}|\\d{2})";
const TIME = "(?:[ t]+\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?z?)?";
const WEEKDAY = /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\.?[\s,]+/;
const WEEK = /^(?:w\.?\s?\/?\s?[cb]\.?|wk\.?(?:\s+(?:c|b|of|beg|beginning|commencing))?|week(?:\s+(?:of|beginning|commencing|starting))?)\s*:?\s+/;
const UNSURE = /^(?:c\.|ca\.?|circa|approx\.?|about|around|~)\s*|\s*\(?\?+\)?$/;
const NOTHING = /^(?:|-+|n\/?a|none|nil|tb[ca]|not yet|still to come|\?+|x|\.+)$/;

const ISO = new RegExp(`^(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})${TIME}$`);
const FIGURES = new RegExp(`^(\\d{1,2})\\s?([-/. ])\\s?(\\d{1,2})\\s?[-/. ]\\s?(\\d{4}|\\d{2})${TIME}$`);
const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})${GAP}${MONTH}${GAP}${YEAR}$`);
const MONTH_DAY_YEAR = new RegExp(`^${MONTH}${GAP}(\\d{1,2})[\\s,]+${YEAR}$`);
const DAY_MONTH = new RegExp(`^(\\d{1,2})${GAP}${MONTH}$`);
const MONTH_DAY = new RegExp(`^${MONTH}${GAP}(\\d{1,2})$`);
const MONTH_YEAR = new RegExp(`^(?:${MONTH}${GAP}'?(?:\\d{4}|\\d{2})|${MONTH}|\\d{1,2}/\\d{4})$`);
const DAY_MONTH_FIGURES = /^(\d{1,2})[/.-](\d{1,2})$/;
const EIGHT_FIGURES = /^(\d{2})(\d{2})(\d{2})(\d{2})$/;

const FIRST_SERIAL_DAY: Day = "1899-12-30";
const LEAST_SERIAL = 36_526;
const MOST_SERIAL = 73_050;
/** A short year further off than this from the days around it is read the other way about. */
const FAR_DAYS = 1_100;

const two = (part: string | number): string => String(part).padStart(2, "0");
const yearOf = (text: string): string => (text.length === 2 ? `20${text}` : text);

function dayOf(year: string, month: string | number, day: string): Day | null {
  const read = `${yearOf(year)}-${two(month)}-${two(day)}`;
  return isDay(read) ? read : null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
const known = (...days: readonly (Day | null)[]): Day[] => [...new Set(days.filter((day) => day !== null))];

function sure(day: Day | null, isSerial = false): DayReading {
  return day === null ? { kind: "unreadable" } : { kind: "day", day, isSerial };
}

function unsure(because: DayDoubt, offers: readonly Day[]): DayReading {
  return offers.length === 0 && because !== "no_day" ? { kind: "unreadable" } : { kind: "unsure", because, offers };
}

function serialDay(serial: number): DayReading {
  const isLikely = serial >= LEAST_SERIAL && serial < MOST_SERIAL;
  return sure(isLikely ? addDays(FIRST_SERIAL_DAY, Math.floor(serial)) : null, true);
}

function nearest(days: readonly Day[], near: Day | null): Day[] {
  return near === null ? [] : [...days].sort((a, b) => Math.abs(daysBetween(a, near)) - Math.abs(daysBetween(b, near)));
}

/** A day without its year: the one nearest to the days around it comes first. */
function withoutYear(month: number | string, day: string, { near }: DayHints): DayReading {
  if (near === null) return Number(day) <= 31 && Number(month) <= 12 ? { kind: "unsure", because: "no_year", offers: [] } : { kind: "unreadable" };
  const year = Number(near.slice(0, 4));
  return unsure("no_year", nearest(known(...[year - 1, year, year + 1].map((y) => dayOf(String(y), month, day))), near).slice(0, 1));
}

/** A short year at the end may be a day, and the first figures the year: "25-03-12". */
function yearFirstOffer(parts: readonly [string, string, string], read: Day | null, near: Day | null): Day | null {
  const [first, middle, last] = parts;
  const other = first.length === 2 && last.length === 2 ? dayOf(first, middle, last) : null;
  const isFar = (day: Day | null): boolean => day === null || near === null || Math.abs(daysBetween(day, near)) > FAR_DAYS;
  return other !== null && isFar(read) && !isFar(other) ? other : null;
}

function figures(first: string, second: string, year: string, { order, near }: DayHints): DayReading {
  const [dayFirst, monthFirst] = [dayOf(year, second, first), dayOf(year, first, second)];
  const yearFirst = yearFirstOffer([first, second, year], dayFirst, near);
  if (yearFirst !== null) return unsure("year_first_or_last", known(yearFirst, dayFirst));
  if (order === "unknown" && Number(first) <= 12 && Number(second) <= 12) return first === second ? sure(dayFirst) : unsure("which_order", known(dayFirst, monthFirst));
  const [wanted, other] = order === "month_first" ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (wanted !== null) return sure(wanted);
  const isSwapped = order === "month_first" ? Number(first) > 12 : Number(second) > 12;
  return other !== null && isSwapped ? (order === "unknown" ? sure(other) : unsure("day_or_month", [other])) : { kind: "unreadable" };
}

function eightFigures([, a = "", b = "", c = "", d = ""]: RegExpExecArray): DayReading {
  return sure(dayOf(a + b, c, d) ?? dayOf(c + d, b, a));
}

type Form = readonly [pattern: RegExp, read: (match: RegExpExecArray, hints: DayHints) => DayReading];

const FORMS: readonly Form[] = [
  [ISO, ([, year = "", month = "", day = ""]) => sure(dayOf(year, month, day))],
  [FIGURES, ([, first = "", , second = "", year = ""], hints) => figures(first, second, year, hints)],
  [DAY_MONTH_YEAR, ([, day = "", month = "", year = ""]) => sure(dayOf(year, monthOf(month), day))],
  [MONTH_DAY_YEAR, ([, month = "", day = "", year = ""]) => sure(dayOf(year, monthOf(month), day))],
  [DAY_MONTH, ([, day = "", month = ""], hints) => withoutYear(monthOf(month), day, hints)],
  [MONTH_DAY, ([, month = "", day = ""], hints) => (Number(day) > 31 ? unsure("no_day", []) : withoutYear(monthOf(month), day, hints))],
  [DAY_MONTH_FIGURES, ([, day = "", month = ""], hints) => withoutYear(month, day, hints)],
  [MONTH_YEAR, () => unsure("no_day", [])],
  [EIGHT_FIGURES, (match) => eightFigures(match)],
];

/** Small letters, one space, without a weekday, and "14th" as "14". */
function plain(text: string): string {
  const folded = foldText(text).text.toLowerCase().replace(/\s+/g, " ").trim();
  return folded.replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, "$1").replace(/\bof (?=[a-z]{3})/, "").replace(WEEKDAY, "");
}

function offersOf(reading: DayReading): readonly Day[] {
  if (reading.kind === "day") return [reading.day];
  return reading.kind === "unsure" ? reading.offers : [];
}

function readText(text: string, hints: DayHints): DayReading {
  if (NOTHING.test(text)) return { kind: "none" };
  for (const [sign, because] of [[WEEK, "week"], [UNSURE, "marked_unsure"]] as const) {
    if (!sign.test(text)) continue;
    const inner = readText(text.replace(sign, "").replace(WEEKDAY, ""), hints);
    return inner.kind === "unreadable" || inner.kind === "none" ? { kind: "unreadable" } : { kind: "unsure", because, offers: offersOf(inner) };
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return serialDay(Number(text));
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (match) return read(match, hints);
  }
  return { kind: "unreadable" };
}

/**
 * Reads a cell as a day, in every shape that people in Britain type (docs/field.md, "Import"). Never rolls over: the
 * 31st of April is no day. What may mean several days is unsure and is asked about.
 */
export function readDay(cell: Cell, hints: DayHints): DayReading {
  if (typeof cell === "number") return serialDay(cell);
  if (typeof cell === "object") return "day" in cell ? sure(isDay(cell.day) ? cell.day : null) : { kind: "unreadable" };
  return readText(plain(cell), hints);
}

/**
 * Whether figures stand day first in these cells: so in Britain, and so unless the only ones that can be told apart stand
 * month first (05/23/2025). Then nobody can know of the others.
 */
export function isOrderInDoubt(cells: Iterable<Cell>): boolean {
  let [dayFirst, monthFirst] = [0, 0];
  for (const cell of cells) {
    const match = typeof cell === "string" ? FIGURES.exec(plain(cell)) : null;
    if (match === null) continue;
    if (Number(match[1]) > 12) dayFirst += 1;
    else if (Number(match[3]) > 12) monthFirst += 1;
  }
  return dayFirst === 0 && monthFirst > 0;
}

/** The first full day that stands in a line of text, read day first; null where there is none. */
export function findDay(text: string): Day | null {
  const found = new RegExp(`\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\s+${YEAR}`, "i").exec(foldText(text).text);
  const reading = found ? readDay(found[0], { order: "day_first", near: null }) : null;
  return reading?.kind === "day" ? reading.day : null;
}
