import { z } from "zod";

import { isName } from "#app/people/forms.ts";
import { isDay } from "#app/platform/clock.ts";
import { isStorable } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";

const MAX_TEXT_CHARACTERS = 200_000;
/** The evidence of a stage names every entry that counts for it: the longest list of them fits. */
const MAX_EVIDENCE_CHARACTERS = 20_000_000;
const MAX_NUMBER = 1_000_000_000_000;

/** Text that a database takes: no NUL, no half of a character. */
export const text = z.string().max(MAX_TEXT_CHARACTERS).refine(isStorable, "is no text");
/** What somebody is called: a console and a letter's head show it. */
export const name = text.refine(isName, "is no name");
/** The text of the evidence under a request or a signature. */
export const evidence = z.string().max(MAX_EVIDENCE_CHARACTERS).refine(isStorable, "is no text");
/** The id of somebody or something of the record. */
export const id = z.string().refine(isId, "is no id");
/** A day that was or will be, as `YYYY-MM-DD`. */
export const day = z.string().refine(isDay, "is no day");
/** An instant in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });
/** A whole number from nought on. */
export const whole = z.number().int().min(0).max(MAX_NUMBER);
/** A place in an order that begins with 1: of a version, of an attempt. */
export const place = z.number().int().min(1).max(MAX_NUMBER);
/** Yes or no. */
export const flag = z.boolean();
/** The number of a stage. */
export const stage = z.number().int().min(1).max(3);

/** Columns of every version: who made it, and when. */
export const made = { recordedAt: instant, recordedBy: id };
/** The same where a seed or the command line may have done it. */
export const versioned = { version: place, recordedAt: instant, recordedBy: id.nullable() };
/** Columns of a version of what can be voided with a reason. */
export const voidable = { version: place, ...made, voided: flag, reason: text.nullable() };
