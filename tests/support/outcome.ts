import { z } from "zod";

/** How the deeds of one round of a race ended: "ok", or the code of what stood in the way. */
export const outcomeSchema = z.object({ logged: z.string(), changed: z.string(), voided: z.string(), confirmed: z.string() });
export type Outcome = z.infer<typeof outcomeSchema>;
