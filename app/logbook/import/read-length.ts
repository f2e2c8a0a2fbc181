import { MAX_SESSION_MINUTES } from "#app/logbook/model.ts";

import type { Cell } from "./table.ts";

/** What bare numbers of a column are; `unknown` where neither its name nor its numbers say. */
export type LengthUnit = "hours" | "minutes" | "unknown";

/** Why a length is asked about: longer than any session, a decimal that may be minutes, an Excel time without its format, a range, or no unit. */
export type LengthDoubt = "too_long" | "decimal" | "excel_time" | "range" | "unit";

/** What a cell says of a length. `offers` are the minutes it may mean, the likeliest first. */
export type LengthReading =
  | { readonly kind: "none" | "unreadable" }
  | { readonly kind: "minutes"; readonly minutes: number }
  | { readonly kind: "unsure"; readonly because: LengthDoubt; readonly offers: readonly number[] };

const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;
const MAX_HOURS = MAX_SESSION_MINUTES / MINUTES_PER_HOUR;
/** A bare number from here on is minutes wherever no unit is told. */
const LEAST_BARE_MINUTES = 15;
const EXCEL_STEP_MINUTES = 5;

const HOURS = "(?:h|hr|hrs|hour|hours)";
const MINUTES = "(?:m|min|mins|minute|minutes|')";
const NUMBER = "(\\d{1,5}(?:\\.\\d+)?|\\.\\d+)";
const ONLY_HOURS = new RegExp(`^${NUMBER} ?${HOURS}$`);
const ONLY_MINUTES = new RegExp(`^(\\d{1,5})(?:\\.0+)? ?${MINUTES}$`);
const HOURS_AND_MINUTES = new RegExp(`^(\\d{1,2}) ?${HOURS}[ ,]*(?:and |& ?)?(\\d{1,2}) ?${MINUTES}?$`);
const CLOCK = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/;
const FROM_TO = /^(\d{1,2})[:.](\d{2}) ?(?:-|to|until) ?(\d{1,2})[:.](\d{2})$/;
const RANGE = new RegExp(`^(\\d{1,3}) ?(?:-|to) ?(\\d{1,3}) ?${MINUTES}$`);
const NOTHING = /^(?:|-+|n\/?a|none|nil|tb[ca]|\?+)$/;
const FRACTIONS: readonly (readonly [sign: RegExp, decimal: string])[] = [[/ ?(?:½|1\/2)/, ".5"], [/ ?(?:¼|1\/4)/, ".25"], [/ ?(?:¾|3\/4)/, ".75"]];

function lengthOf(minutes: number, offers: readonly number[] = []): LengthReading {
  if (!(minutes > 0)) return { kind: "unreadable" };
  if (minutes > MAX_SESSION_MINUTES) return { kind: "unsure", because: "too_long", offers: fitting(offers) };
  return Number.isInteger(minutes) ? { kind: "minutes", minutes } : { kind: "unsure", because: "decimal", offers: fitting([Math.round(minutes)]) };
}

function fitting(offers: readonly number[]): number[] {
  return [...new Set(offers)].filter((minutes) => Number.isInteger(minutes) && minutes > 0 && minutes <= MAX_SESSION_MINUTES);
}

/** "1.30" may be 1.3 hours or an hour and thirty minutes; quarters of an hour are what they say. */
function decimalHours(text: string): LengthReading {
  const hours = Number(text);
  const places = /\.(\d+)$/.exec(text)?.[1] ?? "";
  if (Number.isInteger(hours * 4)) return lengthOf(hours * MINUTES_PER_HOUR, [hours]);
  if (hours < 1 && isExcelTime(hours)) return { kind: "unsure", because: "excel_time", offers: fitting([Math.round(hours * HOURS_PER_DAY * MINUTES_PER_HOUR)]) };
  const asClock = Number(places.padEnd(2, "0").slice(0, 2));
  const offers = [...(asClock < MINUTES_PER_HOUR ? [Math.floor(hours) * MINUTES_PER_HOUR + asClock] : []), Math.round(hours * MINUTES_PER_HOUR)];
  return { kind: "unsure", because: "decimal", offers: fitting(offers) };
}

/** Excel keeps a time as part of a day: without its format an hour and a half reads 0.0625. */
function isExcelTime(number: number): boolean {
  const minutes = number * HOURS_PER_DAY * MINUTES_PER_HOUR;
  return minutes <= MAX_SESSION_MINUTES && Math.abs(minutes / EXCEL_STEP_MINUTES - Math.round(minutes / EXCEL_STEP_MINUTES)) < 0.001;
}

function bareNumber(text: string, unit: LengthUnit): LengthReading {
  const number = Number(text);
  if (unit === "minutes" && Number.isInteger(number)) return lengthOf(number, []);
  if (unit === "hours" || !Number.isInteger(number)) return decimalHours(text);
  if (number >= LEAST_BARE_MINUTES) return lengthOf(number);
  return number <= MAX_HOURS ? lengthOf(number * MINUTES_PER_HOUR) : { kind: "unsure", because: "unit", offers: fitting([number, number * MINUTES_PER_HOUR]) };
}

function fromTo([, h1 = "", m1 = "", h2 = "", m2 = ""]: RegExpExecArray): LengthReading {
  const minutes = (Number(h2) - Number(h1)) * MINUTES_PER_HOUR + Number(m2) - Number(m1);
  return lengthOf(minutes > 0 ? minutes : minutes + HOURS_PER_DAY / 2 * MINUTES_PER_HOUR);
}

const WORDS: ReadonlyMap<string, number> = new Map([["an hour", 60], ["one hour", 60], ["half an hour", 30], ["half hour", 30], ["hour and a half", 90], ["an hour and a half", 90], ["one and a half hours", 90], ["two hours", 120]]);

function plain(text: string): string {
  let read = text.toLowerCase().replace(/[\s\u00a0]+/g, " ").replace(/[–—]/g, "-").trim().replace(/\.$/, "");
  for (const [sign, decimal] of FRACTIONS) read = read.replace(sign, decimal);
  return read.replace(/(\d),(\d)/, "$1.$2");
}

function readText(text: string, unit: LengthUnit): LengthReading {
  if (NOTHING.test(text)) return { kind: "none" };
  const inWords = WORDS.get(text);
  if (inWords !== undefined) return lengthOf(inWords);
  const only = ONLY_MINUTES.exec(text);
  if (only) return lengthOf(Number(only[1]));
  const hours = ONLY_HOURS.exec(text);
  if (hours) return decimalHours(hours[1] ?? "");
  const both = HOURS_AND_MINUTES.exec(text) ?? CLOCK.exec(text);
  if (both) return Number(both[2]) < MINUTES_PER_HOUR ? lengthOf(Number(both[1]) * MINUTES_PER_HOUR + Number(both[2]), [Number(both[1])]) : { kind: "unreadable" };
  const between = FROM_TO.exec(text);
  if (between) return fromTo(between);
  const range = RANGE.exec(text);
  if (range) return { kind: "unsure", because: "range", offers: fitting([Number(range[1]), Number(range[2])]) };
  return new RegExp(`^${NUMBER}$`).test(text) ? bareNumber(text, unit) : { kind: "unreadable" };
}

/**
 * Reads a cell as the length of a session in minutes, in every shape that people type (docs/field.md, "Import"). More than
 * eight hours is never taken as it stands, nor a decimal that may as well be minutes: both are asked about.
 */
export function readLength(cell: Cell, unit: LengthUnit): LengthReading {
  if (typeof cell === "number") return cell === 0 ? { kind: "unreadable" } : readText(String(cell), unit);
  if (typeof cell === "object") return "minutes" in cell ? lengthOf(cell.minutes) : { kind: "unreadable" };
  return readText(plain(cell), unit);
}

/** What bare numbers of a column are: as its name says, else hours where all are small and minutes where none is. */
export function unitOf(header: string, cells: readonly Cell[]): LengthUnit {
  const name = header.toLowerCase();
  if (/min/.test(name)) return "minutes";
  if (/hour|hrs?\b/.test(name)) return "hours";
  const bare = cells.map((cell) => Number(typeof cell === "string" ? plain(cell) : cell)).filter((n) => n > 0);
  if (bare.length === 0) return "unknown";
  if (Math.max(...bare) <= MAX_HOURS) return "hours";
  return Math.min(...bare) >= LEAST_BARE_MINUTES ? "minutes" : "unknown";
}
