import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { done, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { inReview, type ReviewCode } from "./in-review.server.ts";

/** Records that the programme's procedure was shown to the actor at this submission, and nothing else (docs/field.md, "Concern"). */
export async function recordConcernShown(db: Database, actor: Actor, input: { readonly submissionId: string }, now: Date): Promise<Result<{ submissionId: string }, ReviewCode>> {
  return inReview<{ submissionId: string }, never>(db, actor, input.submissionId, "review.reply", now, async ({ trx, submission, actor: { personId } }) => {
    await recordAct(trx, { actorId: personId, act: "concern.shown", subjects: { trainee: submission.traineeId, submission: submission.id } }, now);
    return done({ submissionId: submission.id });
  });
}
