import { isDay } from "#app/platform/clock.ts";
import type { Day, Instant } from "#app/platform/clock.ts";

const LOCALE = "en-GB";
const MINUTES_PER_HOUR = 60;

const DAY = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const DAY_SHORT = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", day: "numeric", month: "long" });
const MOMENT = new Intl.DateTimeFormat(LOCALE, {
  timeZone: "Europe/London", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
const COUNT = new Intl.NumberFormat(LOCALE);
const TENTHS = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const PLURAL = new Intl.PluralRules(LOCALE);
const LIST_AND = new Intl.ListFormat(LOCALE, { type: "conjunction" });
const LIST_OR = new Intl.ListFormat(LOCALE, { type: "disjunction" });

const SPELLED = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

function dateOf(day: Day): Date {
  if (!isDay(day)) throw new RangeError("Only a day such as 2026-03-12 can be written as one");
  return new Date(`${day}T00:00:00.000Z`);
}

/** "12 March 2026". */
export function formatDay(day: Day): string {
  return DAY.format(dateOf(day));
}

/** "12 March" within the year of `today`, else with its year. */
export function formatDayShort(day: Day, today?: Day): string {
  return today === undefined || day.slice(0, 4) === today.slice(0, 4) ? DAY_SHORT.format(dateOf(day)) : formatDay(day);
}

/** "12 March 2026, 14:05", London time. */
export function formatMoment(at: Instant | Date): string {
  return MOMENT.format(typeof at === "string" ? new Date(at) : at).replace(" at ", ", ");
}

/** Minutes in running text: "45 min", "1 h", "8 h 30 min". */
export function formatMinutes(minutes: number): string {
  const { hours, rest } = split(minutes);
  if (hours === 0) return `${formatCount(rest)}\u00a0min`;
  return rest === 0 ? `${formatCount(hours)}\u00a0h` : `${formatCount(hours)}\u00a0h ${String(rest)}\u00a0min`;
}

/** Minutes as a large figure or in a table: "8 h 30", "10 h", "45 min". */
export function formatHours(minutes: number): string {
  const { hours, rest } = split(minutes);
  if (hours === 0) return `${formatCount(rest)}\u00a0min`;
  return rest === 0 ? `${formatCount(hours)}\u00a0h` : `${formatCount(hours)}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}

/** Minutes in a heading, where words read better: "90 minutes" under two hours, "2 hours", "8 hours 30 minutes". */
export function spellMinutes(minutes: number): string {
  if (minutes < 2 * MINUTES_PER_HOUR) return `${formatCount(minutes)} ${plural(minutes, { one: "minute", other: "minutes" })}`;
  const { hours, rest } = split(minutes);
  const inHours = `${formatCount(hours)} hours`;
  return rest === 0 ? inHours : `${inHours} ${String(rest)} ${plural(rest, { one: "minute", other: "minutes" })}`;
}

function split(minutes: number): { hours: number; rest: number } {
  return { hours: Math.floor(minutes / MINUTES_PER_HOUR), rest: minutes % MINUTES_PER_HOUR };
}

/** "1,204". */
export function formatCount(n: number): string {
  return COUNT.format(n);
}

/** "1.3", "2": rounded to one decimal. */
export function formatTenths(n: number): string {
  return TENTHS.format(n);
}

/** "one" to "twelve" in words (nought is "no"), figures beyond; for headings. */
export function spellCount(n: number): string {
  return SPELLED[n] ?? formatCount(n);
}

/** A client's code with a hyphen that does not break: "C‑07" stays on one line. */
export function formatCode(code: string): string {
  return code.replaceAll("-", "\u2011");
}

/** The first letter in upper case, for a sentence that begins with a computed word. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The form of a word that goes with the number. */
export function plural(n: number, forms: { readonly one: string; readonly other: string }): string {
  return PLURAL.select(n) === "one" ? forms.one : forms.other;
}

/** "two cycles": the number and its word. `spelled` writes one to twelve in words. */
export function counted(n: number, forms: { readonly one: string; readonly other: string }, spelled = false): string {
  return `${spelled ? spellCount(n) : formatCount(n)} ${plural(n, forms)}`;
}

/** "a, b and c". */
export function listAnd(items: readonly string[]): string {
  return LIST_AND.format(items);
}

/** "a, b or c". */
export function listOr(items: readonly string[]): string {
  return LIST_OR.format(items);
}

/** "today", "yesterday", "3 days ago", "2 weeks ago", from a whole number of days. */
export function formatAge(days: number): string {
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 14) return `${String(days)} days ago`;
  if (days < 60) return `${String(Math.floor(days / 7))} weeks ago`;
  return `${String(Math.floor(days / 30))} months ago`;
}
