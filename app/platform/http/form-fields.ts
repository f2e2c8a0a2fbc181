import { z } from "zod";

import { type Day, isDay } from "../clock.ts";
import { done, refused, type Result } from "../result.ts";
import { formTexts } from "./form-texts.ts";

/** Why three typed texts are no day. */
export type DayProblem = Exclude<keyof typeof formTexts.day, "missing" | "year_unlikely">;

/** A day as somebody typed it into three inputs. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const SHORTEST_MONTH_NAME = 3;
/** Outside them a year is a slip of the keys: nobody who trains today was filmed or taught before, and nothing is planned so far ahead. */
const YEARS = { from: 1990, to: 2099 } as const;

function monthNumber(text: string): number | undefined {
  const asked = text.toLowerCase().replace(/\.$/, "");
  if (/^\d{1,2}$/.test(asked)) return Number(asked);
  if (asked.length < SHORTEST_MONTH_NAME) return undefined;
  const found = MONTHS.findIndex((name) => name.startsWith(asked) || (asked === "sept" && name === "september"));
  return found < 0 ? undefined : found + 1;
}

function missingPart({ day, month, year }: TypedDay): DayProblem | undefined {
  if (day === "") return "day_missing";
  if (month === "") return "month_missing";
  return year === "" ? "year_missing" : undefined;
}

function unreadablePart(day: string, month: number | undefined, year: string): DayProblem | undefined {
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31) return "day_unreadable";
  if (month === undefined || month < 1 || month > 12) return "month_unreadable";
  return /^\d{4}$/.test(year) ? undefined : "year_unreadable";
}

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** The day that was typed: day and month with one digit or two, the month also by name, the year with four digits. */
export function readDay(typed: TypedDay): Result<Day, DayProblem> {
  const parts = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() };
  const month = monthNumber(parts.month);
  const problem = missingPart(parts) ?? unreadablePart(parts.day, month, parts.year);
  if (problem !== undefined || month === undefined) return refused(problem ?? "month_unreadable");
  const day = `${parts.year}-${twoDigits(month)}-${twoDigits(Number(parts.day))}`;
  return isDay(day) ? done(day) : refused("no_such_day");
}

/** A day as the three texts that its inputs show; empty texts for none. */
export function typedDay(day: Day | null | undefined): TypedDay {
  const [year = "", month = "", dayOfMonth = ""] = (day ?? "").split("-");
  return { day: dayOfMonth.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** What stands between the three texts once they are one field; nobody types it. */
const BETWEEN = "\u001F";

/** A day as the one field that `dayField` reads, for a form in which it was chosen by a press. */
export function joinedDay(day: Day): string {
  const { day: dayOfMonth, month, year } = typedDay(day);
  return [dayOfMonth, month, year].join(BETWEEN);
}

/**
 * Adds, for every `xDay`, `xMonth` and `xYear` in the form, the field `x` that `dayField` reads.
 * All three empty is no day at all, so that an optional one may be left out.
 */
export function joinDays(form: FormData): void {
  for (const name of [...new Set(form.keys())]) {
    const stem = /^(.+)Day$/.exec(name)?.[1];
    if (stem === undefined || !form.has(`${stem}Month`) || !form.has(`${stem}Year`)) continue;
    const parts = ["Day", "Month", "Year"].map((part) => form.get(stem + part)).map((v) => (typeof v === "string" ? v.trim() : ""));
    form.delete(stem);
    if (parts.some((part) => part !== "")) form.set(stem, parts.join(BETWEEN));
  }
}

function isLikelyYear(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return year >= YEARS.from && year <= YEARS.to;
}

function dayOfJoined(joined: string, context: z.RefinementCtx): string {
  const [day = "", month = "", year = ""] = joined.split(BETWEEN);
  const read = readDay({ day, month, year });
  if (read.ok && isLikelyYear(read.value)) return read.value;
  context.addIssue({ code: "custom", message: formTexts.day[read.ok ? "year_unlikely" : read.code] });
  return z.NEVER;
}

/** The shape of a day called `N`: the three inputs, and the day they make. */
type DayShape<N extends string, D extends z.ZodType> = Record<`${N}Day` | `${N}Month` | `${N}Year`, z.ZodOptional<z.ZodString>> & Record<N, D>;
type RequiredDay = z.ZodType<Day, string>;

/**
 * The fields of a day to spread into a form's schema; the value has it under `name`, errors too. A year before 1990 or after 2099 is refused.
 * `missing` is what a required day says when nothing was typed.
 */
export function dayField<N extends string>(name: N, options: { required: true; missing?: string }): DayShape<N, RequiredDay>;
export function dayField<N extends string>(name: N, options?: { required: false }): DayShape<N, z.ZodOptional<RequiredDay>>;
export function dayField(name: string, options: { required: boolean; missing?: string } = { required: false }): Record<string, z.ZodType> {
  const part = z.string().optional();
  const day = z.string(options.missing ?? formTexts.day.missing).transform(dayOfJoined);
  return { [`${name}Day`]: part, [`${name}Month`]: part, [`${name}Year`]: part, [name]: options.required ? day : day.optional() };
}

/** True for text that both databases store: no NUL, and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

const CAN_BE_SEEN = /[^\s\p{Control}\p{Default_Ignorable_Code_Point}]/u;

// What shows nothing says nothing: signs without width alone are as if nothing had been typed.
function tidied(text: string): string {
  return CAN_BE_SEEN.test(text) ? text.replace(/\r\n?/g, "\n").trim() : "";
}

/** A text somebody has to fill in: trimmed, something of it to be seen, line ends as `\n`, at most `limit` signs; in a longer one nothing else is looked for. */
export function textField(limit: number, missing: string = formTexts.missing): z.ZodType<string, string> {
  return z.string(missing).transform(tidied)
    .pipe(z.string(missing).min(1, missing).max(limit, { error: formTexts.tooLong(limit), abort: true }).refine(isStorable, formTexts.notText));
}

/** A text that may be left out; blanks and signs that show nothing count as left out. */
export function optionalTextField(limit: number): z.ZodType<string | undefined, string | undefined> {
  return z.string().optional().transform((text) => text === undefined ? undefined : tidied(text))
    .pipe(z.string().max(limit, { error: formTexts.tooLong(limit), abort: true }).refine(isStorable, formTexts.notText).optional())
    .transform((text) => (text === "" ? undefined : text));
}

interface WholeNumberLimits { readonly from: number; readonly to: number; readonly missing?: string }

/** A whole number within limits, both inside; typed with digits alone. */
export function wholeNumberField({ from, to, missing = formTexts.missing }: WholeNumberLimits): z.ZodType<number, string> {
  return z.string(missing).transform((text, context) => {
    const digits = text.trim();
    if (!/^-?\d{1,9}$/.test(digits)) {
      context.addIssue({ code: "custom", message: formTexts.notWhole });
      return z.NEVER;
    }
    return Number(digits);
  }).pipe(z.number().refine((n) => from <= n && n <= to, formTexts.outside(from, to)));
}

/** A whole number that may be left out. */
export function optionalWholeNumberField(limits: Omit<WholeNumberLimits, "missing">): z.ZodType<number | undefined, string | undefined> {
  return wholeNumberField(limits).optional();
}
