import { z } from "zod";

import { isDay } from "#app/platform/clock.ts";
import { isStorable } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";

const MAX_TEXT_CHARACTERS = 200_000;
const MAX_NUMBER = 1_000_000_000_000;

/** Text that a database takes: no NUL, no half of a character. */
export const text = z.string().max(MAX_TEXT_CHARACTERS).refine(isStorable, "is no text");
export const id = z.string().refine(isId, "is no id");
export const day = z.string().refine(isDay, "is no day");
export const instant = z.iso.datetime({ precision: 3 });
export const whole = z.number().int().min(0).max(MAX_NUMBER);
export const place = z.number().int().min(1).max(MAX_NUMBER);
export const flag = z.boolean();

/** Columns of every version: who made it, and when. */
export const made = { recordedAt: instant, recordedBy: id };
/** The same where a seed or the command line may have done it. */
export const versioned = { version: place, recordedAt: instant, recordedBy: id.nullable() };
/** Columns of a version of what can be voided with a reason. */
export const voidable = { version: place, ...made, voided: flag, reason: text.nullable() };
