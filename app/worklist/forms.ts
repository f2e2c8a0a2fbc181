import { z } from "zod";

import { askAboutNames } from "#app/logbook/form-parts.ts";
import { MAX_REASON_CHARACTERS } from "#app/logbook/model.ts";
import { namesAreFineField, requiredScreenedText } from "#app/logbook/screened-text.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

import { MAX_AT_ONCE } from "./reference.ts";

const reference = z.string().regex(/^\S{2,40} [1-9]\d{0,8}$/).transform((text) => {
  const [entryId = "", version = ""] = text.split(" ");
  return { entryId, version: Number(version) };
}).refine(({ entryId }) => isId(entryId));

/** Several entries to confirm. */
export const confirmForm = z.object({ entry: z.array(reference).min(1, words.worklist.confirm.nothing).max(MAX_AT_ONCE, words.worklist.confirm.tooMany(MAX_AT_ONCE)) });

/** One entry and what is asked about it. */
export const questionForm = z.object({
  entry: reference,
  note: requiredScreenedText(MAX_REASON_CHARACTERS, words.worklist.question.missing),
  namesAreFine: namesAreFineField,
}).superRefine((value, issues) => { askAboutNames(value, issues, { knownNames: [] }); });
/** What the inputs of the question hold. */
export type QuestionFields = z.input<typeof questionForm>;

/** An external supervisor and the lead's word. */
export const verifyForm = z.object({ personId: z.string().refine(isId), reached: z.literal("on", words.worklist.verify.missing) });
export type VerifyFields = z.input<typeof verifyForm>;
