import { recordAct } from "#app/audit/writes.server.ts";
import { findClip } from "#app/clips/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { inReview, type ReviewCode, type UnderReview } from "./in-review.server.ts";
import { MAX_REFERENCE_MINUTES, type Moment, type MomentContent } from "./model.ts";
import { beginsWithStrength, isSameMoment, timeProblem } from "./moments.ts";
import { findMoment, findMomentByRequest, listMoments } from "./note-queries.server.ts";
import { closedBecause, type ClosedCode } from "./states.ts";

type ContentCode = "principle_missing" | "note_missing" | "ends_before_it_starts" | "past_the_film" | "strength_first";
/** A code with which marking a moment is refused. */
export type MarkCode = ReviewCode | ClosedCode | ContentCode;
/** A code with which changing a moment, or taking it back, is refused. */
export type ChangeMomentCode = MarkCode | "changed_meanwhile" | "already_voided";

const MS_PER_MINUTE = 60_000;

async function filmLengthMs({ trx, submission: { clipId } }: UnderReview): Promise<number> {
  const clip = clipId === null ? undefined : await findClip(trx, clipId);
  return clip?.durationMs ?? MAX_REFERENCE_MINUTES * MS_PER_MINUTE;
}

/** Where the moment is not the first: everything of the review besides it. Private moments of others cannot stand in its way. */
async function othersThan({ trx, submission, actor }: UnderReview, momentId: string): Promise<Moment[]> {
  return (await listMoments(trx, submission.id, actor.personId)).filter((moment) => moment.id !== momentId);
}

async function problemWith(review: UnderReview, moment: Moment): Promise<ContentCode | undefined> {
  if (moment.kind === "attuned_moment" && moment.principle === null) return "principle_missing";
  if (moment.kind === "note" && moment.note === null) return "note_missing";
  const atWrongTime = timeProblem(moment, await filmLengthMs(review));
  if (atWrongTime !== undefined) return atWrongTime;
  return beginsWithStrength([...await othersThan(review, moment.id), moment]) ? undefined : "strength_first";
}

async function insertVersion({ trx, actor, now }: UnderReview, moment: Moment): Promise<void> {
  await trx.insertInto("moment_version").values({
    moment_id: moment.id, version: moment.version, recorded_at: instantOf(now), recorded_by: actor.personId,
    voided: moment.voided ? 1 : 0, reason: moment.voided ? "taken_back" : null,
    kind: moment.kind, layer: moment.layer, starts_ms: moment.startsMs, ends_ms: moment.endsMs, principle: moment.principle, sharing: moment.sharing, note: moment.note,
  }).execute();
}

async function record({ trx, actor, submission, now }: UnderReview, act: "moment.marked" | "moment.changed" | "moment.voided", moment: string): Promise<void> {
  await recordAct(trx, { actorId: actor.personId, act, subjects: { trainee: submission.traineeId, submission: submission.id, moment } }, now);
}

/** What is marked in a submission. `requestId` comes from the form: sent twice, it marks one. */
export interface MarkInput {
  readonly submissionId: string;
  readonly requestId: string;
  readonly content: MomentContent;
}

/** Marks a moment, or a stretch, as a supervisor of the trainee, while the submission waits (docs/field.md, "Strengths first"). */
export async function markMoment(db: Database, actor: Actor, input: MarkInput, now: Date): Promise<Result<{ momentId: string }, MarkCode>> {
  return inReview<{ momentId: string }, MarkCode>(db, actor, input.submissionId, "review.write", now, async (review) => {
    const { trx, submission } = review;
    const before = await findMomentByRequest(trx, review.actor.personId, input.requestId);
    if (before !== undefined) return done({ momentId: before });
    const closed = closedBecause(submission.state);
    if (closed !== undefined) return refused(closed);
    const [id, at] = [newId(), instantOf(now)];
    const moment = { ...input.content, id, submissionId: submission.id, authorId: review.actor.personId, version: 1, voided: false, markedAt: at };
    const problem = await problemWith(review, moment);
    if (problem !== undefined) return refused(problem);
    await trx.insertInto("moment").values({ id, submission_id: submission.id, author_id: review.actor.personId, request_id: input.requestId, recorded_at: at }).execute();
    await insertVersion(review, moment);
    await record(review, "moment.marked", id);
    return done({ momentId: id });
  });
}

/** A moment of one's own as it was seen. */
export interface SeenMoment {
  readonly submissionId: string;
  readonly momentId: string;
  readonly fromVersion: number;
}

async function ownMoment({ trx, submission, actor }: UnderReview, momentId: string): Promise<Result<Moment, "not_there" | ClosedCode>> {
  const moment = await findMoment(trx, submission.id, momentId);
  if (moment?.authorId !== actor.personId) return refused("not_there");
  const closed = closedBecause(submission.state);
  return closed === undefined ? done(moment) : refused(closed);
}

/** Changes a moment as whoever marked it. Saying the same again changes nothing. */
export async function changeMoment(db: Database, actor: Actor, input: SeenMoment & { readonly content: MomentContent }, now: Date): Promise<Result<{ momentId: string }, ChangeMomentCode>> {
  return inReview<{ momentId: string }, ChangeMomentCode>(db, actor, input.submissionId, "review.write", now, async (review) => {
    const found = await ownMoment(review, input.momentId);
    if (!found.ok) return found;
    const moment = found.value;
    if (moment.voided) return refused("already_voided");
    if (isSameMoment(moment, input.content)) return done({ momentId: moment.id });
    if (moment.version !== input.fromVersion) return refused("changed_meanwhile");
    const changed = { ...moment, ...input.content, version: moment.version + 1 };
    const problem = await problemWith(review, changed);
    if (problem !== undefined) return refused(problem);
    await insertVersion(review, changed);
    await record(review, "moment.changed", moment.id);
    return done({ momentId: moment.id });
  });
}

/** Takes a moment back as whoever marked it; taken back before, nothing more is done. Refused where shared notes would stand without a strength. */
export async function voidMoment(db: Database, actor: Actor, input: SeenMoment, now: Date): Promise<Result<{ momentId: string }, ChangeMomentCode>> {
  return inReview<{ momentId: string }, ChangeMomentCode>(db, actor, input.submissionId, "review.write", now, async (review) => {
    const found = await ownMoment(review, input.momentId);
    if (!found.ok) return found;
    const moment = found.value;
    if (moment.voided) return done({ momentId: moment.id });
    if (moment.version !== input.fromVersion) return refused("changed_meanwhile");
    if (!beginsWithStrength(await othersThan(review, moment.id))) return refused("strength_first");
    await insertVersion(review, { ...moment, version: moment.version + 1, voided: true });
    await record(review, "moment.voided", moment.id);
    return done({ momentId: moment.id });
  });
}
