import { z } from "zod";

import { DAY_CHOICES } from "#app/logbook/choices.ts";
import { askAboutNames, idField, pressed } from "#app/logbook/form-parts.ts";
import { MAX_REASON_CHARACTERS } from "#app/logbook/model.ts";
import { namesAreFineField, requiredScreenedText, type ScreeningContext } from "#app/logbook/screened-text.ts";
import type { Day } from "#app/platform/clock.ts";
import { dayField, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import { askAboutDay, asMeantField } from "./long-ago.ts";

const texts = words.outcomes.recognise.forms;
/** More than any pathway asks, in minutes too. */
const MAX_AMOUNT = 6000;

/** What can be recognised towards a requirement at most, in its unit: all that the pathway asks; and the same in words. */
export interface RecognisedMost {
  readonly key: string;
  readonly most: number;
  readonly asked: string;
}

function shape(context: ScreeningContext) {
  return z.object({
    requestId: idField,
    requirement: z.string(texts.requirementMissing).min(1, texts.requirementMissing),
    amount: wholeNumberField({ from: 1, to: MAX_AMOUNT, missing: texts.amountMissing }),
    recognisedOnChoice: z.enum(DAY_CHOICES, texts.dayMissing),
    ...dayField("recognisedOn", { required: true, missing: texts.dayMissing }),
    reason: requiredScreenedText(MAX_REASON_CHARACTERS, texts.reasonMissing, context),
    namesAreFine: namesAreFineField,
    asMeant: asMeantField,
  });
}

/** The form in which a lead recognises earlier work: no more than a pathway asks, and a day long ago is asked about. */
export function recogniseForm(today: Day, context: ScreeningContext, limits: readonly RecognisedMost[]) {
  const checked = shape(context).superRefine((value, issues) => {
    const limit = limits.find(({ key }) => key === value.requirement);
    if (limit && limit.most > 0 && value.amount > limit.most) issues.addIssue({ code: "custom", path: ["amount"], message: texts.tooMuch(limit.asked) });
    askAboutDay({ day: value.recognisedOn, asMeant: value.asMeant }, today, issues);
    askAboutNames(value, issues, context);
  });
  return z.preprocess((raw) => pressed(raw, today, ["recognisedOn"]), checked);
}
export type RecogniseFields = z.input<ReturnType<typeof shape>>;
