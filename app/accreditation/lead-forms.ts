import { z } from "zod";

import { askAboutNames, type FormContext } from "#app/logbook/form-parts.ts";
import { MAX_REASON_CHARACTERS } from "#app/logbook/model.ts";
import { namesAreFineField, requiredScreenedText } from "#app/logbook/screened-text.ts";
import { proofForm } from "#app/people/forms.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

const { reviewer, reopen } = words.leading;

/** The form with which a lead asks somebody to decide. */
export const reviewerForm = z.object({ reviewerId: z.string(reviewer.missing).refine(isId, reviewer.missing) });
export type ReviewerFields = z.input<typeof reviewerForm>;

/** The form with which a lead reopens a stage, with a proof that it is they where none is recent. */
export function reopenForm(context: FormContext) {
  return proofForm.partial().extend({ reason: requiredScreenedText(MAX_REASON_CHARACTERS, reopen.missing, context), namesAreFine: namesAreFineField })
    .superRefine((value, issues) => { askAboutNames(value, issues, context); });
}
export type ReopenFields = z.input<ReturnType<typeof reopenForm>>;
