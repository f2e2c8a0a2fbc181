import { z } from "zod";

import { ROLES, STANDINGS } from "./model.ts";

/** A role as a row has it. */
export const roleSchema = z.enum(ROLES);

/** A standing as a row has it. */
export const standingSchema = z.enum(STANDINGS);
