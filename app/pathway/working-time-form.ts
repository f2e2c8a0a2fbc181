import { z } from "zod";

import { dayField, wholeNumberField } from "#app/platform/http/form-fields.ts";

/** Less than a tenth is no part time: it is a pause. */
const LEAST_PERCENT = 10;

/** The form with which a pause is planned. */
export const pauseForm = z.object({ ...dayField("startsOn", { required: true }), ...dayField("endsOn", { required: true }) });

/** The form with which part time is set. */
export const shareForm = z.object({ ...dayField("from", { required: true }), percent: wholeNumberField({ from: LEAST_PERCENT, to: 100 }) });
