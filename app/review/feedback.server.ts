import { recordAct } from "#app/audit/writes.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { inReview, type ReviewCode, takeStep, type UnderReview } from "./in-review.server.ts";
import type { FeedbackContent } from "./model.ts";
import { hasAttunedMoment } from "./moments.ts";
import { findFeedback, listMoments } from "./note-queries.server.ts";
import { closedBecause, type ClosedCode } from "./states.ts";

/** The feedback as it was typed, and the version of the draft that was seen: 0 where there was none. */
export interface FeedbackInput extends FeedbackContent {
  readonly submissionId: string;
  readonly fromVersion: number;
}

/** A code with which a draft is not kept. */
export type FeedbackCode = ReviewCode | ClosedCode | "changed_meanwhile";
/** A code with which feedback is not sent. */
export type SendCode = FeedbackCode | "attuned_moment_missing" | "named_supervisor_only";
/** A code with which a submission is not returned. */
export type ReturnCode = FeedbackCode | "question_missing";

interface Kept {
  readonly version: number;
  readonly isNew: boolean;
}

/** Keeps what was typed as a further version; the same again makes none. Two supervisors write one draft: who saw an older one looks again. */
async function keep({ trx, actor, submission, now }: UnderReview, { workingPoint, nextStep, fromVersion }: FeedbackInput, isSent: boolean): Promise<Result<Kept, "changed_meanwhile">> {
  const before = await findFeedback(trx, submission.id);
  const isSame = (before?.workingPoint ?? null) === workingPoint && (before?.nextStep ?? null) === nextStep;
  if (isSame && !isSent) return done({ version: before?.version ?? 0, isNew: false });
  if (!isSame && (before?.version ?? 0) !== fromVersion) return refused("changed_meanwhile");
  const version = (before?.version ?? 0) + 1;
  await trx.insertInto("feedback").values({
    submission_id: submission.id, version, working_point: workingPoint, next_step: nextStep, is_sent: isSent ? 1 : 0, recorded_at: instantOf(now), recorded_by: actor.personId,
  }).execute();
  return done({ version, isNew: true });
}

function subjectsOf({ submission }: UnderReview) {
  return { trainee: submission.traineeId, submission: submission.id };
}

/** Keeps a draft of the feedback while the submission waits, so that nothing typed is lost. Only supervisors of the trainee see it. */
export async function saveFeedback(db: Database, actor: Actor, input: FeedbackInput, now: Date): Promise<Result<{ version: number }, FeedbackCode>> {
  return inReview<{ version: number }, FeedbackCode>(db, actor, input.submissionId, "review.write", now, async (review) => {
    const closed = closedBecause(review.submission.state);
    if (closed !== undefined) return refused(closed);
    const kept = await keep(review, input, false);
    if (!kept.ok) return kept;
    if (kept.value.isNew) await recordAct(review.trx, { actorId: review.actor.personId, act: "feedback.drafted", subjects: subjectsOf(review) }, now);
    return done({ version: kept.value.version });
  });
}

/**
 * Sends the feedback: the shared moments, at most one working point and the next step reach the trainee, and the submission is
 * reviewed. Needs an attuned moment that is shared (docs/field.md, "Strengths first"). What was watched together is confirmed
 * by the supervisor it names, and by nobody else.
 */
export async function sendFeedback(db: Database, actor: Actor, input: FeedbackInput, now: Date): Promise<Result<{ submissionId: string }, SendCode>> {
  return inReview<{ submissionId: string }, SendCode>(db, actor, input.submissionId, "review.write", now, async (review) => {
    const { trx, submission, actor: { personId } } = review;
    const closed = closedBecause(submission.state);
    if (closed !== undefined) return refused(closed);
    if (submission.watchedWith !== null && submission.watchedWith !== personId) return refused("named_supervisor_only");
    if (!hasAttunedMoment(await listMoments(trx, submission.id, personId))) return refused("attuned_moment_missing");
    const kept = await keep(review, input, true);
    if (!kept.ok) return kept;
    const moved = await takeStep(review, "send_feedback", null);
    if (!moved.ok) return moved;
    await notify(trx, { kind: "feedback_sent", actorId: personId, traineeId: submission.traineeId, recipientIds: [submission.traineeId], subjects: { submission: submission.id } }, now);
    await recordAct(trx, { actorId: personId, act: "submission.reviewed", subjects: subjectsOf(review) }, now);
    return done({ submissionId: submission.id });
  });
}

/** Returns a submission with a question; moments and draft are kept, and stay with the supervisors. */
export async function returnSubmission(
  db: Database, actor: Actor, input: FeedbackInput & { readonly question: string | null }, now: Date,
): Promise<Result<{ submissionId: string }, ReturnCode>> {
  return inReview<{ submissionId: string }, ReturnCode>(db, actor, input.submissionId, "review.write", now, async (review) => {
    const { trx, submission, actor: { personId } } = review;
    const closed = closedBecause(submission.state);
    if (closed !== undefined) return refused(closed);
    if (input.question === null) return refused("question_missing");
    const kept = await keep(review, input, false);
    if (!kept.ok) return kept;
    const moved = await takeStep(review, "return", input.question);
    if (!moved.ok) return moved;
    await notify(trx, { kind: "submission_returned", actorId: personId, traineeId: submission.traineeId, recipientIds: [submission.traineeId], subjects: { submission: submission.id } }, now);
    await recordAct(trx, { actorId: personId, act: "submission.returned", subjects: subjectsOf(review) }, now);
    return done({ submissionId: submission.id });
  });
}
