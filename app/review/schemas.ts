import { z } from "zod";

import { LAYERS, MOMENT_KINDS, RATER_PARTS, SHARINGS, WAYS } from "./model.ts";
import { PRINCIPLES } from "./principles.ts";
import { LEVELS, type Ratings, SKILL_LINES } from "./skills.ts";
import { SUBMISSION_STATES } from "./states.ts";

// Apart from the lists that pages read: a page that shows a word need not load what reads a database.
export const waySchema = z.enum(WAYS);
export const layerSchema = z.enum(LAYERS);
export const momentKindSchema = z.enum(MOMENT_KINDS);
export const sharingSchema = z.enum(SHARINGS);
export const raterPartSchema = z.enum(RATER_PARTS);
export const principleSchema = z.enum(PRINCIPLES);
export const submissionStateSchema = z.enum(SUBMISSION_STATES);

/** Ratings as they are stored: only known lines, only levels of the scale. */
export const ratingsSchema: z.ZodType<Ratings> = z.partialRecord(z.enum(SKILL_LINES), z.literal(LEVELS));
