import { z } from "zod";

import { addDays, type Day } from "#app/platform/clock.ts";
import { joinedDay, optionalWholeNumberField } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";

import { MAX_NOTE_CHARACTERS, MAX_REASON_CHARACTERS } from "./model.ts";
import { namesAreFineField, namesQuestion, screenedText, type ScreeningContext } from "./screened-text.ts";

/** What a form's schema is told: the day it is sent on, and what screening leans on. */
export interface FormContext extends ScreeningContext {
  readonly today: Day;
}

/** Versions as they travel in hidden fields. */
export const VERSION = { from: 1, to: 999_999_999 } as const;

/** An id that came with a form. */
export const idField = z.string().refine(isId);

/** What every form that adds or changes an entry carries besides its fields. */
export const carried = {
  requestId: idField.optional(),
  fromVersion: optionalWholeNumberField(VERSION),
  reason: screenedText(MAX_REASON_CHARACTERS),
  namesAreFine: namesAreFineField,
};

/** A note in which nothing may look like an identifier. */
export function noteField(context: FormContext) {
  return screenedText(MAX_NOTE_CHARACTERS, context);
}

function dayOf(choice: unknown, today: Day): Day | undefined {
  if (choice === "today") return today;
  return choice === "yesterday" ? addDays(today, -1) : undefined;
}

/** A day chosen by a press takes the place of what its three inputs hold; with "not yet" there is none. */
export function pressed(raw: unknown, today: Day, names: readonly string[]): unknown {
  const fields = new Map(Object.entries(z.record(z.string(), z.unknown()).parse(raw)));
  for (const name of names) {
    const choice = fields.get(`${name}Choice`);
    const day = dayOf(choice, today);
    if (day !== undefined) fields.set(name, joinedDay(day));
    if (choice === "not_yet") fields.delete(name);
  }
  return Object.fromEntries(fields);
}

/** The texts that are asked about, and the answer. */
export interface Asked { readonly note?: string | undefined; readonly reason?: string | undefined; readonly namesAreFine?: "on" | undefined }

/** Asks once about possible names in the texts: note and reason, and any others that the form has. */
export function askAboutNames(value: Asked, issues: z.RefinementCtx, context: ScreeningContext, others: readonly (string | undefined)[] = []): void {
  const question = namesQuestion([value.note, value.reason, ...others], value.namesAreFine, context);
  if (question !== undefined) issues.addIssue({ code: "custom", path: ["namesAreFine"], message: question });
}

/** A number as an input shows it. */
export function typed(value: number | null): string | undefined {
  return value === null ? undefined : String(value);
}
