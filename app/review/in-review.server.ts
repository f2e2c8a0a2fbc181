import { wholeOrNothing } from "#app/logbook/own-record.server.ts";
import { findEnrolment } from "#app/pathway/queries.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can, type Subject } from "#app/people/policy.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import { refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

import type { Submission } from "./model.ts";
import { findSubmission } from "./queries.server.ts";
import { type ClosedCode, step, type SubmissionAct } from "./states.ts";

/** Whose record a review belongs to, for the policy: with the programme, and who supervises the trainee that day. */
export async function subjectOf(db: Reader, traineeId: string, today: Day): Promise<Subject & { readonly supervisorIds: readonly string[] }> {
  const programmeId = (await findEnrolment(db, traineeId))?.programmeId;
  const supervisorIds = (await listSupervisorsOf(db, traineeId, today)).map((supervisor) => supervisor.id);
  return { traineeId, supervisorIds, ...(programmeId === undefined ? {} : { programmeId }) };
}

/** A submission held for writing: nobody else moves it until the transaction is over. */
export interface UnderReview {
  readonly trx: Trx;
  /** As they stand now. */
  readonly actor: Actor;
  readonly submission: Submission;
  readonly supervisorIds: readonly string[];
  readonly now: Date;
}

/** A code of every act on a submission. */
export type ReviewCode = "not_there" | "not_allowed";

// Locks the row where the database has several writers; what is read after it is what stands.
async function hold(trx: Trx, submissionId: string): Promise<void> {
  await trx.updateTable("submission").set((eb) => ({ attempt: eb.ref("attempt") })).where("id", "=", submissionId).execute();
}

/**
 * Runs one act on a submission: visibility and policy asked on fresh rows, the submission held, and nothing left behind where
 * a rule says no. `not_there` for whoever cannot see it, `not_allowed` for whoever can and may not.
 */
export async function inReview<T, C extends string>(
  db: Database, actor: Actor, submissionId: string, action: Action, now: Date, work: (review: UnderReview) => Promise<Result<T, C>>,
): Promise<Result<T, C | ReviewCode>> {
  return wholeOrNothing<Result<T, C | ReviewCode>>(db, async (trx) => {
    await hold(trx, submissionId);
    const fresh = await freshActor(trx, actor, now);
    const submission = await findSubmission(trx, fresh, submissionId);
    if (!submission) return refused("not_there");
    const subject = await subjectOf(trx, submission.traineeId, fresh.today);
    if (!can(fresh, action, subject)) return refused("not_allowed");
    return work({ trx, actor: fresh, submission, supervisorIds: subject.supervisorIds, now });
  });
}

/**
 * Moves a submission on, once: refused with what another did meanwhile. It is evidence of a stage, so the trainee's record is
 * raised with it.
 */
export async function takeStep({ trx, actor, submission, now }: Omit<UnderReview, "supervisorIds">, act: SubmissionAct, note: string | null): Promise<Result<null, ClosedCode>> {
  const moved = step(submission.state, act);
  if (!moved.ok) return moved;
  await bumpRecord(trx, submission.traineeId);
  await trx.insertInto("submission_step").values({
    submission_id: submission.id, number: submission.steps.length + 1, state: moved.value, note, stepped_by: actor.personId, recorded_at: instantOf(now),
  }).execute();
  return { ok: true, value: null };
}
