import { z } from "zod";

import { dayField, optionalTextField } from "#app/platform/http/form-fields.ts";
import { SECTORS } from "#app/programme/model.ts";
import { words } from "#app/words/words.ts";

const t = words.enrolment.form;
const MAX_ID_CHARACTERS = 100;
const MAX_COHORT_CHARACTERS = 80;

/** The form with which a trainee is enrolled. */
export const enrolmentForm = z.object({
  programmeId: z.string().max(MAX_ID_CHARACTERS),
  pathwayVersionId: z.string(t.missingPathway).max(MAX_ID_CHARACTERS),
  ...dayField("startedOn", { required: true }),
  cohortId: z.string().max(MAX_ID_CHARACTERS).optional(),
  newCohort: optionalTextField(MAX_COHORT_CHARACTERS),
  boardCode: z.string(t.missingBoard).max(MAX_ID_CHARACTERS),
  sector: z.enum(SECTORS, t.missingSector),
});
