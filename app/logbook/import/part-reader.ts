import type { FindingKind } from "#app/logbook/identifiers/finding.ts";
import { MAX_NOTE_CHARACTERS } from "#app/logbook/model.ts";
import { addDays, type Day, daysBetween } from "#app/platform/clock.ts";

import type { Field, JoinedField } from "./columns.ts";
import type { ImportContext } from "./context.ts";
import type { Draft, PartKind } from "./draft.ts";
import { type FileFacts, ORDER_QUESTION } from "./file-facts.ts";
import type { SheetRow } from "./layout.ts";
import type { Answer, Answers, Asked, Question } from "./questions.ts";
import { type DayReading, readDay } from "./read-day.ts";
import { type LengthDoubt, readLength } from "./read-length.ts";
import type { RowReason } from "./reasons.ts";
import { isEmpty, textOf } from "./table.ts";

/** What reading the entries of a file leans on. */
export interface Reading {
  readonly context: ImportContext;
  readonly facts: FileFacts;
  readonly answers: Answers;
}

/** A value that was read or answered, and what the cell is known by: the value where it is sure, else what was typed. */
export interface Read<T> {
  readonly value: T | null;
  readonly key: string;
}

const YEARS_BACK = 12;
/** A shared review may be planned; one further ahead than this is surely a slip. */
const MOST_PLANNED_DAYS = 60;

/** Reads the cells of one entry, and gathers what must be said and asked of it. */
export class PartReader {
  readonly reasons: RowReason[] = [];
  readonly questions: Question[] = [];
  readonly leansOn: string[] = [];
  readonly row: SheetRow;
  readonly part: PartKind;
  readonly reading: Reading;

  constructor(row: SheetRow, part: PartKind, reading: Reading) {
    this.row = row;
    this.part = part;
    this.reading = reading;
  }

  /** What the cell says, trimmed. */
  text(field: Field): string {
    return textOf(this.row.cells[field]);
  }

  /** Asks, and returns the answer where there is one. */
  ask(name: string, asked: Asked, isNeeded = true): Answer | null {
    const id = `${this.part.replace("_", "-")}-${name}-${String(this.row.row)}`;
    const answer = this.reading.answers[id] ?? null;
    this.questions.push({ id, asked, rows: [this.row.row], isNeeded, answer });
    return answer;
  }

  /** The day in the cell or in the answer to what it left open. Null where there is none: that is said, unless an empty cell is fine. */
  day(field: Field, mayBeEmpty: boolean): Read<Day> {
    const cell = this.row.cells[field] ?? "";
    const { facts: { order, near }, context: { today } } = this.reading;
    const reading = readDay(cell, { order, near: near(this.row.row) });
    const key = textOf(cell).toLowerCase();
    if (reading.kind === "day" && reading.day > (field === "reviewed_on" ? addDays(today, MOST_PLANNED_DAYS) : today)) {
      return { value: this.askDay(field, { kind: "day", field, text: textOf(cell), because: "in_future", offers: this.earlier(reading.day) }), key: reading.day };
    }
    if (reading.kind === "day") {
      if (reading.isSerial) this.reasons.push({ code: "day_read", field, day: reading.day });
      return { value: reading.day, key: reading.day };
    }
    return { value: this.notSure(field, reading, mayBeEmpty), key: reading.kind === "none" ? "" : key };
  }

  private notSure(field: Field, reading: Exclude<DayReading, { kind: "day" }>, mayBeEmpty: boolean): Day | null {
    if (reading.kind === "unsure" && reading.because === "which_order") {
      this.leansOn.push(ORDER_QUESTION);
      this.reasons.push({ code: "order_asked" });
    } else if (reading.kind === "unsure") return this.askDay(field, { kind: "day", field, text: this.text(field), because: reading.because, offers: reading.offers });
    else if (reading.kind === "unreadable") this.reasons.push({ code: "not_a_day", field });
    else if (!mayBeEmpty) this.reasons.push({ code: "cell_missing", field });
    return null;
  }

  /** The same day and month in the years up to today, nearest to the days around first. */
  private earlier(day: Day): Day[] {
    const { context: { today }, facts: { near } } = this.reading;
    const years = Array.from({ length: YEARS_BACK }, (_, n) => `${String(Number(today.slice(0, 4)) - n)}${day.slice(4)}`);
    const around = near(this.row.row) ?? today;
    return years.flatMap((offer) => {
      const reading = readDay(offer, { order: "day_first", near: null });
      return reading.kind === "day" && offer <= today ? [offer] : [];
    }).sort((a, b) => Math.abs(daysBetween(a, around)) - Math.abs(daysBetween(b, around))).slice(0, 1);
  }

  private askDay(field: Field, asked: Extract<Asked, { kind: "day" }>): Day | null {
    const answer = this.ask(field.replace("_", "-"), asked);
    if (answer?.choice === "out") this.reasons.push({ code: "left_out" });
    const chosen = answer?.choice === "other" ? (answer.text ?? "") : (answer?.choice ?? "");
    const reading = readDay(chosen, { order: "day_first", near: null });
    if (reading.kind === "day") {
      this.reasons.push({ code: "day_read", field, day: reading.day });
      return reading.day;
    }
    if (answer?.choice !== "out") this.reasons.push({ code: "day_asked", field, because: asked.because });
    return null;
  }

  /** The minutes in the cell or in the answer to what it left open. */
  minutes(field: "minutes" | "peer_minutes"): Read<number> {
    const cell = this.row.cells[field] ?? "";
    const reading = readLength(cell, this.reading.facts.unit[field]);
    if (reading.kind === "minutes") return { value: reading.minutes, key: String(reading.minutes) };
    if (reading.kind === "unreadable") {
      this.reasons.push({ code: "not_a_length", field });
      return { value: null, key: "" };
    }
    const asked: Pick<Extract<Asked, { kind: "length" }>, "because" | "offers"> = reading.kind === "unsure" ? reading : { because: "missing", offers: [] };
    const answer = this.ask("minutes", { kind: "length", field, text: textOf(cell), because: asked.because, offers: asked.offers });
    return { value: this.answeredMinutes(field, asked.because, answer), key: textOf(cell).toLowerCase() };
  }

  private answeredMinutes(field: Field, because: LengthDoubt | "missing", answer: Answer | null): number | null {
    const typed = readLength(answer?.choice === "other" ? (answer.text ?? "") : (answer?.choice ?? ""), "minutes");
    if (typed.kind === "minutes") return typed.minutes;
    this.reasons.push(answer?.choice === "out" ? { code: "left_out" } : { code: "length_asked", field, because });
    return null;
  }

  /** A whole number in an optional cell ("3", "3 clips", "7/10"); anything else is left out, and that is said. */
  optionalNumber(field: Field, least: number, most: number): number | null {
    const text = this.text(field).replace(/ ?(?:clips?|(?:\/|of|out of) ?10)$/i, "");
    if (isEmpty(text)) return null;
    const number = /^\d{1,6}(?:\.0+)?$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    this.reasons.push({ code: "cell_left_out", field });
    return null;
  }

  /** A length in an optional cell, in minutes where it names no unit. */
  optionalMinutes(field: Field): number | null {
    if (this.text(field) === "") return null;
    const reading = readLength(this.row.cells[field] ?? "", "minutes");
    if (reading.kind === "minutes") return reading.minutes;
    this.reasons.push({ code: "cell_left_out", field });
    return null;
  }

  /** One of a few words in an optional cell, by what they mean; anything else is left out, and that is said. */
  optionalWord<T extends string>(field: Field, meanings: ReadonlyMap<string, T>): T | null {
    const text = this.text(field);
    if (text === "") return null;
    const meaning = meanings.get(plainWords(text));
    if (meaning === undefined) this.reasons.push({ code: "cell_left_out", field });
    return meaning ?? null;
  }

  /** The note or the reflection, where nothing in it looks like an identifier, or as it was reworded; else null, and why it is left out. The rest of the row stands. */
  note(field: JoinedField): string | null {
    const text = this.text(field);
    if (text === "") return null;
    if (text.length > MAX_NOTE_CHARACTERS) {
      this.reasons.push({ code: "note_too_long", field });
      return null;
    }
    const problem = noteProblem(text, this.reading.facts);
    if (problem === null) return text;
    const answer = this.ask(field, { kind: "note", field, because: problem.code, text }, false);
    if (answer?.choice === "keep" && problem.code === "note_may_name") return text;
    if (answer?.choice === "reword" && answer.text !== undefined && isWordedWell(answer.text, this.reading.facts)) return answer.text;
    this.reasons.push({ ...problem, field });
    return null;
  }

  /** Everything read of the entry, with what it is known by. */
  draft(rest: Pick<Draft, "label" | "identity" | "sameAs" | "content"> & Partial<Pick<Draft, "unreviewed">>): Draft {
    return { row: this.row.row, part: this.part, reasons: this.reasons, questions: this.questions, leansOn: this.leansOn, unreviewed: null, ...rest };
  }
}

/** True where a note that was reworded can stand: what may be a name still stands in it by the person's own word. */
export function isWordedWell(text: string, facts: Pick<FileFacts, "screen" | "namesClient">): boolean {
  const problem = noteProblem(text, facts);
  return problem === null || problem.code === "note_may_name";
}

/** Small letters, and one space for spaces, hyphens and underscores. */
export function plainWords(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, " ").trim();
}

/** Why a note cannot stay as it is. */
type NoteProblem = { readonly code: "note_refused"; readonly kinds: readonly FindingKind[] } | { readonly code: "note_names_client" | "note_may_name" };

/** Why a note cannot stay as it is; null where it can. */
function noteProblem(text: string, { screen, namesClient }: Pick<FileFacts, "screen" | "namesClient">): NoteProblem | null {
  const { refuse, ask } = screen(text);
  if (refuse.length > 0) return { code: "note_refused", kinds: [...new Set(refuse.map((finding) => finding.kind))] };
  if (namesClient(text)) return { code: "note_names_client" };
  return ask.length > 0 ? { code: "note_may_name" } : null;
}
