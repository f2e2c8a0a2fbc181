import { z } from "zod";

import { type FormContext, VERSION } from "#app/logbook/form-parts.ts";
import { nameQuestion, namesAreFineField, requiredScreenedText } from "#app/logbook/screened-text.ts";
import { proofForm } from "#app/people/forms.ts";
import { wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import { MAX_ACTIONS_CHARACTERS } from "./model.ts";

const SHA_256 = /^[0-9a-f]{64}$/;

/** The form that signs: what was seen and, where none is recent, a proof that it is they. The sentence is never among it. */
export const signForm = proofForm.partial().extend({ recordVersion: wholeNumberField({ from: 0, to: VERSION.to }), evidenceHash: z.string().regex(SHA_256) });
export type SignFields = z.input<typeof signForm>;

/** The form that says "not yet", with what is still to be done. */
export function notYetForm(context: FormContext) {
  return signForm.extend({ actions: requiredScreenedText(MAX_ACTIONS_CHARACTERS, words.accreditation.request.notYet.missing, context), namesAreFine: namesAreFineField })
    .superRefine((value, issues) => {
      const question = nameQuestion(value.actions, value.namesAreFine, context);
      if (question !== undefined) issues.addIssue({ code: "custom", path: ["namesAreFine"], message: question });
    });
}
export type NotYetFields = z.input<ReturnType<typeof notYetForm>>;

/** A form of one button. */
export const buttonForm = z.object({});
