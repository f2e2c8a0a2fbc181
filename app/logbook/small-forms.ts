import { z } from "zod";

import { dayField, typedDay, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import { askAboutNames, idField, VERSION } from "./form-parts.ts";
import { AGE_BANDS, type Client, MAX_REASON_CHARACTERS } from "./model.ts";
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

/** The form that opens a client. */
export const openClientForm = z.object({ requestId: idField, ageBand: z.enum(AGE_BANDS).optional() });
export type OpenClientFields = z.input<typeof openClientForm>;

/** The form that changes a client: the age band, and whether the case is open. */
export const changeClientForm = z.object({
  fromVersion: wholeNumberField(VERSION),
  ageBand: z.enum(AGE_BANDS).optional(),
  state: z.enum(["open", "closed"]),
  ...dayField("closedOn"),
}).superRefine((value, issues) => {
  if (value.state === "closed" && value.closedOn === undefined) issues.addIssue({ code: "custom", path: ["closedOn"], message: texts.closedDayMissing });
});
export type ChangeClientFields = z.input<typeof changeClientForm>;

/** The form as it stands for a client who is changed. */
export function changeClientDefaults(client: Pick<Client, "ageBand" | "closedOn">): Partial<ChangeClientFields> {
  const { day, month, year } = typedDay(client.closedOn);
  return { ageBand: client.ageBand ?? undefined, state: client.closedOn === null ? "open" : "closed", closedOnDay: day, closedOnMonth: month, closedOnYear: year };
}
