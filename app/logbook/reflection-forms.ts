import { z } from "zod";

import type { Day } from "#app/platform/clock.ts";
import { dayField, typedDay, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

import { DAY_CHOICES } from "./choices.ts";
import { askAboutNames, type FormContext, idField, pressed, VERSION } from "./form-parts.ts";
import { MAX_NOTE_CHARACTERS } from "./model.ts";
import type { Reflection, ReflectionContent } from "./reflection-model.ts";
import { namesAreFineField, requiredScreenedText } from "./screened-text.ts";

const texts = words.reflections.form;

/** The most people with whom one form shares a reflection. */
const MAX_READERS = 100;

function contentShape(context: FormContext) {
  return {
    writtenOnChoice: z.enum(DAY_CHOICES, texts.dayMissing),
    ...dayField("writtenOn", { required: true, missing: texts.dayMissing }),
    text: requiredScreenedText(MAX_NOTE_CHARACTERS, texts.textMissing, context),
    entryId: idField.optional(),
    namesAreFine: namesAreFineField,
  };
}

const newShape = (context: FormContext) => z.object({ requestId: idField, ...contentShape(context) });
const changeShape = (context: FormContext) => z.object({ fromVersion: wholeNumberField(VERSION), ...contentShape(context) });

/** The form that writes a reflection. */
export function newReflectionForm(context: FormContext) {
  const checked = newShape(context).superRefine((value, issues) => { askAboutNames({ namesAreFine: value.namesAreFine }, issues, context, [value.text]); });
  return z.preprocess((raw) => pressed(raw, context.today, ["writtenOn"]), checked);
}
export type NewReflectionFields = z.input<ReturnType<typeof newShape>>;

/** The form that changes one. */
export function changeReflectionForm(context: FormContext) {
  const checked = changeShape(context).superRefine((value, issues) => { askAboutNames({ namesAreFine: value.namesAreFine }, issues, context, [value.text]); });
  return z.preprocess((raw) => pressed(raw, context.today, ["writtenOn"]), checked);
}
export type ChangeReflectionFields = z.input<ReturnType<typeof changeShape>>;

/** What a form says. */
export function reflectionContentOf({ writtenOn, text, entryId }: { readonly writtenOn: Day; readonly text: string; readonly entryId?: string | undefined }): ReflectionContent {
  return { writtenOn, text, entryId: entryId ?? null };
}

/** The form as it stands for one that is changed. */
export function changeReflectionDefaults({ writtenOn, text, entryId }: Reflection): Partial<ChangeReflectionFields> {
  const { day, month, year } = typedDay(writtenOn);
  return { writtenOnChoice: "other", writtenOnDay: day, writtenOnMonth: month, writtenOnYear: year, text, entryId: entryId ?? undefined };
}

/** The form that shares a reflection with those who are ticked. */
export const shareReflectionForm = z.object({ personIds: z.array(z.string().refine(isId)).min(1, words.reflections.sharing.missing).max(MAX_READERS) });
export type ShareReflectionFields = z.input<typeof shareReflectionForm>;

/** The form that takes one back from one person. */
export const withdrawReflectionForm = z.object({ personId: idField });

/** The form that voids one. */
export const voidReflectionForm = z.object({ fromVersion: wholeNumberField(VERSION) });
export type VoidReflectionFields = z.input<typeof voidReflectionForm>;
