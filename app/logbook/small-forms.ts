import { z } from "zod";

import { wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import { askAboutNames, VERSION } from "./form-parts.ts";
import { MAX_REASON_CHARACTERS } from "./model.ts";
import { namesAreFineField, requiredScreenedText, type ScreeningContext } from "./screened-text.ts";

const texts = words.logbook.forms;

/** The form that voids an entry or a client, or asks about one; `missing` is said where nothing is written. */
export function voidForm(context: ScreeningContext, missing: string = texts.voidReasonMissing) {
  return z.object({
    fromVersion: wholeNumberField(VERSION),
    reason: requiredScreenedText(MAX_REASON_CHARACTERS, missing, context),
    namesAreFine: namesAreFineField,
  }).superRefine((value, issues) => { askAboutNames(value, issues, context); });
}
export type VoidFields = z.input<ReturnType<typeof voidForm>>;
