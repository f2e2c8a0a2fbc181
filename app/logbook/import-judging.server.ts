import type { Reader } from "#db/database.server.ts";

import type { Judging } from "./import/tasks.server.ts";
import { importFactsOf } from "./import-context.server.ts";
import type { OpenDraft } from "./import-request.server.ts";

/** Everything that the rows of the file are judged by today; null while nobody has said what its columns hold. */
export async function judgingOf({ importing, draft, seal, state, fingerprintKey }: OpenDraft, db: Reader): Promise<Judging | null> {
  if (state.choice === null) return null;
  return { sealed: draft.sealedFile, seal, choice: state.choice, answers: state.answers, fingerprintKey, facts: await importFactsOf(db, importing) };
}
