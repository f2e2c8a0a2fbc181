import { z } from "zod";

import { textField, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

import { CLIP_KEPT_DAYS, MAX_PROCEDURE_CHARACTERS } from "./settings.ts";

const { missing } = words.programme;

/** The form of a programme's settings. The procedure names people who can be called: it is not screened for names. */
export const settingsForm = z.object({
  programmeId: z.string().refine(isId),
  fromVersion: wholeNumberField({ from: 0, to: 999_999_999 }),
  concernProcedure: textField(MAX_PROCEDURE_CHARACTERS, missing.concernProcedure),
  clipKeptDays: wholeNumberField({ ...CLIP_KEPT_DAYS, missing: missing.clipKeptDays }),
});
export type SettingsFields = z.input<typeof settingsForm>;
