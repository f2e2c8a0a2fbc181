import { recordAct } from "#app/audit/writes.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { inReview, type ReviewCode, type UnderReview } from "./in-review.server.ts";
import { findMoment, findReplyByRequest } from "./note-queries.server.ts";

/** An answer. `requestId` comes from the form: sent twice, it is written once. */
export interface ReplyInput {
  readonly submissionId: string;
  readonly requestId: string;
  /** Null for the review as a whole. */
  readonly momentId: string | null;
  readonly text: string;
}

export type ReplyCode = ReviewCode | "withdrawn_meanwhile";

/** A moment can be spoken of once both sides see it. */
async function isSpokenOf({ trx, submission }: UnderReview, momentId: string): Promise<boolean> {
  const moment = await findMoment(trx, submission.id, momentId);
  return submission.state === "reviewed" && moment?.sharing === "shared" && !moment.voided;
}

/**
 * Answers a shared moment, or the review as a whole, as the trainee or a present supervisor; the other side is told. Possible
 * until the submission is withdrawn, and for as long as the record stands.
 */
export async function reply(db: Database, actor: Actor, input: ReplyInput, now: Date): Promise<Result<{ replyId: string }, ReplyCode>> {
  return inReview<{ replyId: string }, ReplyCode>(db, actor, input.submissionId, "review.reply", now, async (review) => {
    const { trx, submission, supervisorIds, actor: { personId } } = review;
    const before = await findReplyByRequest(trx, personId, input.requestId);
    if (before !== undefined) return done({ replyId: before });
    if (submission.state === "withdrawn") return refused("withdrawn_meanwhile");
    if (input.momentId !== null && !(await isSpokenOf(review, input.momentId))) return refused("not_there");
    const id = newId();
    await trx.insertInto("reply").values({
      id, submission_id: submission.id, moment_id: input.momentId, author_id: personId, text: input.text, request_id: input.requestId, recorded_at: instantOf(now),
    }).execute();
    const recipientIds = personId === submission.traineeId ? supervisorIds : [submission.traineeId];
    await notify(trx, { kind: "reply_written", actorId: personId, traineeId: submission.traineeId, recipientIds, subjects: { submission: submission.id } }, now);
    await recordAct(trx, { actorId: personId, act: "reply.written", subjects: { trainee: submission.traineeId, submission: submission.id, reply: id } }, now);
    return done({ replyId: id });
  });
}
