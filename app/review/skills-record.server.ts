import { recordAct } from "#app/audit/writes.server.ts";
import { wholeOrNothing } from "#app/logbook/own-record.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import { findEnrolment, findPathwayVersion } from "#app/pathway/queries.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { visibleTraineeIds } from "#app/people/scope.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

import { subjectOf } from "./in-review.server.ts";
import type { SkillsContent, SkillsRecord } from "./model.ts";
import { readSubmission } from "./queries.server.ts";
import { isEmpty, isSameRatings, SCALE } from "./skills.ts";
import { findSkillsRecord } from "./skills-queries.server.ts";

/** What somebody fills in, and the version of their own record that was seen: 0 where there was none. */
export interface SkillsInput {
  readonly traineeId: string;
  readonly stage: number;
  readonly content: SkillsContent;
  /** The review at which it is filled in, if any. */
  readonly submissionId: string | null;
  readonly fromVersion: number;
}

export type SkillsCode = "not_there" | "not_allowed" | "changed_meanwhile" | "skills_record_empty";

/** How many stages the trainee's pathway has; undefined for somebody whom the actor does not see, or who has none. */
export async function findStages(db: Reader, actor: Actor, traineeId: string): Promise<number | undefined> {
  const visible = await db.selectFrom("person").select("person.id").where("person.id", "=", traineeId).where("person.id", "in", visibleTraineeIds(db, actor)).executeTakeFirst();
  const enrolment = visible && await findEnrolment(db, traineeId);
  const version = enrolment && await findPathwayVersion(db, enrolment.pathwayVersionId);
  return version?.definition.stages.length;
}

function saysNothing({ ratings, strengths, workingPoint }: SkillsContent): boolean {
  return isEmpty(ratings) && strengths === null && workingPoint === null;
}

function isSame(before: SkillsRecord, { ratings, strengths, workingPoint }: SkillsContent): boolean {
  return isSameRatings(before.ratings, ratings) && before.strengths === strengths && before.workingPoint === workingPoint;
}

async function insertVersion(trx: Trx, actor: Actor, input: SkillsInput, before: SkillsRecord | undefined, now: Date): Promise<string> {
  const [at, isOwn] = [instantOf(now), input.traineeId === actor.personId];
  const id = before?.id ?? newId();
  if (!before) {
    await trx.insertInto("skills_record").values({
      id, trainee_id: input.traineeId, stage: input.stage, rater_id: actor.personId, rater_part: isOwn ? "trainee" : "supervisor", recorded_at: at,
    }).execute();
  }
  await trx.insertInto("skills_record_version").values({
    record_id: id, version: (before?.version ?? 0) + 1, scale: SCALE, submission_id: input.submissionId, ratings: JSON.stringify(input.content.ratings),
    strengths: input.content.strengths, working_point: input.content.workingPoint, recorded_at: at, recorded_by: actor.personId,
  }).execute();
  return id;
}

async function belongs(trx: Trx, { submissionId, traineeId }: SkillsInput): Promise<boolean> {
  return submissionId === null || (await readSubmission(trx, submissionId))?.traineeId === traineeId;
}

/**
 * Fills in the actor's own skills record of a stage, the trainee's of themself or a present supervisor's, as a further version
 * (docs/field.md, "Skills record"). The same again makes none. `not_there` for a trainee or stage that the actor does not see.
 */
export async function saveSkillsRecord(db: Database, actor: Actor, input: SkillsInput, now: Date): Promise<Result<{ recordId: string }, SkillsCode>> {
  const { traineeId, stage, content } = input;
  return wholeOrNothing<Result<{ recordId: string }, SkillsCode>>(db, async (trx) => {
    await bumpRecord(trx, traineeId);
    const fresh = await freshActor(trx, actor, now);
    const stages = await findStages(trx, fresh, traineeId);
    if (stages === undefined || stage < 1 || stage > stages || !(await belongs(trx, input))) return refused("not_there");
    const subject = await subjectOf(trx, traineeId, fresh.today);
    if (!can(fresh, "skills.write", subject)) return refused("not_allowed");
    const before = await findSkillsRecord(trx, traineeId, stage, fresh.personId);
    if (before && isSame(before, content)) return done({ recordId: before.id });
    if (saysNothing(content)) return refused("skills_record_empty");
    if ((before?.version ?? 0) !== input.fromVersion) return refused("changed_meanwhile");
    const recordId = await insertVersion(trx, fresh, input, before, now);
    const recipientIds = fresh.personId === traineeId ? subject.supervisorIds : [traineeId];
    await notify(trx, { kind: "skills_record_filled_in", actorId: fresh.personId, traineeId, recipientIds, subjects: { record: recordId, stage: String(stage) } }, now);
    await recordAct(trx, { actorId: fresh.personId, act: "skills_record.filled_in", subjects: { trainee: traineeId, record: recordId } }, now);
    return done({ recordId });
  });
}
