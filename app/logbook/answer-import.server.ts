import type { AppContext } from "#app/platform/context.ts";

import type { ReadAnswers, Sent } from "./import/answers.ts";
import { answeredState, sealState } from "./import/draft-state.server.ts";
import { ANSWER } from "./import/tasks.server.ts";
import { saveDraftState } from "./import-draft.server.ts";
import { judgingOf } from "./import-judging.server.ts";
import { changedSince, findOpenDraft, type OpenDraft } from "./import-request.server.ts";

/** Which answers were kept, and as of which edition. */
export interface Kept extends Omit<ReadAnswers, "answers"> {
  readonly edition: number;
}

const MAX_TRIES = 5;

/**
 * Keeps the answers that can stand, sealed with the file, beside what another tab keeps at the same time. Null where the columns
 * were matched anew since the form's page was opened: those were other questions. Rejects with `NoAnswer` as workers do.
 */
export async function keepAnswers(asked: OpenDraft, sent: Readonly<Record<string, Sent>>, request: Request, context: AppContext): Promise<Kept | null> {
  let open: OpenDraft | undefined = asked;
  for (let tries = 0; open && tries < MAX_TRIES; tries += 1) {
    const { draft, seal, state, importing: { traineeId } } = open;
    const judging = await judgingOf(open, context.database.reader);
    if (!judging || changedSince(request, open) === "columns") return null;
    const { answers, ...read } = await context.workers.run(ANSWER, { do: "answer", ...judging, sent }, traineeId);
    if (Object.keys(answers).length === 0) return { ...read, edition: state.edition };
    const next = answeredState(state, answers);
    if (await saveDraftState(context.database, traineeId, draft, sealState(next, seal))) return { ...read, edition: next.edition };
    open = await findOpenDraft(request, context);
  }
  return null;
}
