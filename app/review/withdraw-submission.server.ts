import { recordAct } from "#app/audit/writes.server.ts";
import { endGrants } from "#app/clips/writes.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { done, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { inReview, type ReviewCode, takeStep } from "./in-review.server.ts";
import type { ClosedCode } from "./states.ts";

/**
 * Takes a submission back as its trainee while it waits: no supervisor can watch its film from now on. Withdrawn before, nothing
 * more is done; `reviewed_meanwhile` or `returned_meanwhile` where a supervisor was faster.
 */
export async function withdrawSubmission(
  db: Database, actor: Actor, input: { readonly submissionId: string }, now: Date,
): Promise<Result<{ submissionId: string }, ReviewCode | ClosedCode>> {
  return inReview<{ submissionId: string }, ClosedCode>(db, actor, input.submissionId, "submission.write", now, async (review) => {
    const { trx, submission, supervisorIds } = review;
    const [{ id, traineeId, clipId, watchedWith }, by] = [submission, review.actor.personId];
    if (submission.state === "withdrawn") return done({ submissionId: id });
    const moved = await takeStep(review, "withdraw", null);
    if (!moved.ok) return moved;
    if (clipId !== null) await endGrants(trx, { clipId, reason: "submitted" }, by, now);
    const recipientIds = watchedWith === null ? supervisorIds : [watchedWith];
    await notify(trx, { kind: "submission_withdrawn", actorId: by, traineeId, recipientIds, subjects: { submission: id } }, now);
    await recordAct(trx, { actorId: by, act: "submission.withdrawn", subjects: { trainee: traineeId, submission: id } }, now);
    return done({ submissionId: id });
  });
}
