import type { Screening } from "#app/logbook/identifiers.ts";
import { MAX_NOTE_CHARACTERS, MAX_SESSION_MINUTES } from "#app/logbook/model.ts";
import { type Day, isDay } from "#app/platform/clock.ts";

import type { ImportContext } from "./context.ts";
import type { RowReason } from "./reasons.ts";
import { cell, type TemplateColumn, type TemplateRow } from "./template.ts";

/** Reads the cells of one row and gathers what must be said of it. */
export interface RowReader {
  readonly row: TemplateRow;
  readonly context: ImportContext;
  /** Screens a note against the names that may stay. */
  readonly screen: (text: string) => Screening;
  readonly reasons: RowReason[];
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

/** ISO as it stands; day first as British spreadsheets save it, never month first; anything else is no day. */
function readDay(text: string): { day: Day; isAsWritten: boolean } | null {
  const iso = text.replace(/[ T]00:00(?::00(?:\.0+)?)?$/, "");
  if (isDay(iso)) return { day: iso, isAsWritten: true };
  const [, day = "", month = "", year = ""] = DAY_FIRST.exec(text) ?? [];
  const read = `${year.length === 2 ? "20" : ""}${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(read) ? { day: read, isAsWritten: false } : null;
}

/** The day in the cell; null where it is empty or no real day, which is said unless an empty one is fine. */
export function dayCell({ row, reasons }: RowReader, column: TemplateColumn, mayBeEmpty: boolean): Day | null {
  const text = cell(row, column);
  const read = text === "" ? null : readDay(text);
  if (text === "" && !mayBeEmpty) reasons.push({ code: "cell_missing", column });
  if (text !== "" && read === null) reasons.push({ code: "not_a_day", column });
  if (read && !read.isAsWritten) reasons.push({ code: "day_read", column, day: read.day });
  return read?.day ?? null;
}

/** A whole number in an optional cell; anything else is left out, and that is said. */
export function optionalNumber({ row, reasons }: RowReader, column: TemplateColumn, least: number, most: number): number | null {
  const text = cell(row, column);
  if (text === "") return null;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  reasons.push({ code: "cell_left_out", column });
  return null;
}

/** One of a few words in an optional cell, by what they mean; anything else is left out, and that is said. */
export function optionalWord<T extends string>({ row, reasons }: RowReader, column: TemplateColumn, meanings: ReadonlyMap<string, T>): T | null {
  const text = cell(row, column);
  if (text === "") return null;
  const meaning = meanings.get(plainWords(text));
  if (meaning === undefined) reasons.push({ code: "cell_left_out", column });
  return meaning ?? null;
}

/** Small letters, and one space for spaces, hyphens and underscores. */
export function plainWords(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, " ").trim();
}

/** The minutes of a session: a whole number from 1; more than eight hours is never taken as it stands (docs/field.md, "Import"). */
export function sessionMinutes({ row, reasons }: RowReader): number | null {
  const text = cell(row, "minutes");
  if (text === "") reasons.push({ code: "cell_missing", column: "minutes" });
  else if (!/^\d{1,6}$/.test(text) || Number(text) === 0) reasons.push({ code: "not_minutes", column: "minutes" });
  else if (Number(text) > MAX_SESSION_MINUTES) reasons.push({ code: "too_many_minutes", minutes: Number(text) });
  else return Number(text);
  return null;
}

/** The note, where nothing in it looks like an identifier; else null, and why it is left out. The rest of the row stands. */
export function noteCell({ row, context, screen, reasons }: RowReader, column: TemplateColumn): string | null {
  const text = cell(row, column);
  if (text.length > MAX_NOTE_CHARACTERS) {
    reasons.push({ code: "note_too_long" });
    return null;
  }
  const { refuse, ask } = screen(text);
  const mayStay = ask.length === 0 || context.namesAreFine.has(row.row);
  if (refuse.length > 0) reasons.push({ code: "note_refused", kinds: [...new Set(refuse.map((f) => f.kind))] });
  else if (!mayStay) reasons.push({ code: "note_may_name" });
  return text !== "" && refuse.length === 0 && mayStay ? text : null;
}
