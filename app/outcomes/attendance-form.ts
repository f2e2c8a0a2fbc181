import { z } from "zod";

import { DAY_CHOICES } from "#app/logbook/choices.ts";
import { idField, pressed } from "#app/logbook/form-parts.ts";
import { TRAININGS } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { dayField, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import { askAboutDay, asMeantField } from "./long-ago.ts";

const texts = words.outcomes.attendance.forms;
const MAX_HALF_DAYS = 10;
/** More than any cohort has. */
const MAX_TRAINEES = 300;

const shape = z.object({
  requestId: idField,
  training: z.enum(TRAININGS, texts.trainingMissing),
  heldOnChoice: z.enum(DAY_CHOICES, texts.dayMissing),
  ...dayField("heldOn", { required: true, missing: texts.dayMissing }),
  halfDays: wholeNumberField({ from: 1, to: MAX_HALF_DAYS, missing: texts.halfDaysMissing }),
  traineeIds: z.array(idField, texts.traineesMissing).min(1, texts.traineesMissing).max(MAX_TRAINEES),
  asMeant: asMeantField,
});

/** The form in which a lead records who was at a training; a day long ago is asked about. */
export function attendanceForm(today: Day) {
  const checked = shape.superRefine(({ heldOn, asMeant }, issues) => { askAboutDay({ day: heldOn, asMeant }, today, issues); });
  return z.preprocess((raw) => pressed(raw, today, ["heldOn"]), checked);
}
export type AttendanceFields = z.input<typeof shape>;
