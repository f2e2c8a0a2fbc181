import { z } from "zod";

import { words } from "#app/words/words.ts";

/** The owner's word that a film is to be erased. */
export const eraseForm = z.object({ confirmed: z.literal("on", words.clips.erase.confirmMissing) });
export type EraseFields = z.input<typeof eraseForm>;
