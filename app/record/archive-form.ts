import type { z } from "zod";

import { proofForm } from "#app/people/forms.ts";

/** The form that makes the archive: a proof that it is they, where none is recent. */
export const archiveForm = proofForm.partial();
export type ArchiveFields = z.input<typeof archiveForm>;
