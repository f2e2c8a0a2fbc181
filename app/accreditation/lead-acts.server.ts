import { recordAct } from "#app/audit/writes.server.ts";
import { wholeOrNothing } from "#app/logbook/own-record.server.ts";
import { settle } from "#app/logbook/settle.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import { findClosingId, findRecord, type PathwayRecord } from "#app/pathway/queries.server.ts";
import { bumpRecord, holdRecord, reopenStage as reopen } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can } from "#app/people/policy.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { programmeTraineeIds } from "#app/people/scope.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { closingOf, maySign } from "./may-sign.ts";
import { isOpenRequest } from "./model.ts";
import { listRequestsOf } from "./queries.server.ts";
import { closeReach, openReach } from "./reach.server.ts";
import { findUnfit } from "./reviewers.server.ts";

interface Led {
  readonly trx: Trx;
  readonly actor: Actor;
  readonly record: PathwayRecord;
}

/** A code of every act of a lead on a trainee's stage. */
type LeadCode = "not_there" | "not_allowed";

async function asLead<T, C extends string>(
  db: Database, actor: Actor, { traineeId, stage }: { readonly traineeId: string; readonly stage: number }, action: Action, now: Date, work: (led: Led) => Promise<Result<T, C>>,
): Promise<Result<T, C | LeadCode>> {
  return wholeOrNothing<Result<T, C | LeadCode>>(db, async (trx) => {
    const held = await holdRecord(trx, traineeId);
    const fresh = await freshActor(trx, actor, now);
    const isLed = await trx.selectFrom("person").select("person.id").where("person.id", "=", traineeId)
      .where("person.id", "in", programmeTraineeIds(trx, fresh, "lead")).executeTakeFirst() !== undefined;
    const record = isLed && held !== undefined ? await findRecord(trx, traineeId) : undefined;
    if (!record || stage < 1 || stage > record.version.definition.stages.length) return refused("not_there");
    if (!can(fresh, action, { traineeId, programmeId: record.enrolment.programmeId })) return refused("not_allowed");
    return work({ trx, actor: fresh, record });
  });
}

// One row for each stage of a trainee: whoever is asked instead is its next version.
async function writeReviewer({ trx, actor }: Led, { traineeId, stage, reviewerId }: ReviewerInput, now: Date): Promise<boolean> {
  const last = await trx.selectFrom("current_reviewer_assignment").selectAll().where("trainee_id", "=", traineeId).where("stage", "=", stage).executeTakeFirst();
  if (last?.reviewer_id === reviewerId && last.ends_on === null) return false;
  await trx.insertInto("reviewer_assignment").values({
    id: last?.id ?? newId(), version: (last?.version ?? 0) + 1, trainee_id: traineeId, stage, reviewer_id: reviewerId, starts_on: actor.today, ends_on: null,
    recorded_at: instantOf(now), recorded_by: actor.personId,
  }).execute();
  return true;
}

/** A code with which somebody is not asked. */
type ReviewerCode = "reviewer_unfit" | "reviewer_ever_supervised" | "reviewer_not_needed";

/** Whom a lead asks to decide on which stage of whom. */
export interface ReviewerInput {
  readonly traineeId: string;
  readonly stage: number;
  readonly reviewerId: string;
}

/**
 * Asks somebody to decide on a trainee's stage, as a lead of their programme; whoever was asked before no longer is. Refused for
 * whoever ever supervised the trainee, is no independent reviewer there or no accredited supervisor today, or is the lead themself. Asked before, nothing more is done.
 */
export async function assignReviewer(
  db: Database, actor: Actor, input: ReviewerInput, now: Date,
): Promise<Result<{ reviewerId: string }, LeadCode | ReviewerCode>> {
  return asLead<{ reviewerId: string }, ReviewerCode>(db, actor, input, "reviewer.assign", now, async (led) => {
    const [{ traineeId, stage, reviewerId }, { trx, actor: { personId } }] = [input, led];
    if (!maySign(closingOf(led.record.version.definition, stage), "decision", "asked_reviewer")) return refused("reviewer_not_needed");
    const unfit = await findUnfit(trx, led.actor, led.record.enrolment, reviewerId);
    if (unfit !== null) return refused(unfit === "ever_supervised" ? "reviewer_ever_supervised" : "reviewer_unfit");
    if (!await writeReviewer(led, input, now)) return done({ reviewerId });
    const open = (await listRequestsOf(trx, traineeId)).find((r) => r.stage === stage && isOpenRequest(r));
    if (open) {
      await closeReach(trx, traineeId, personId, now);
      await openReach(trx, open, personId, now);
    }
    const subjects = { stage: String(stage), ...(open ? { request: open.id } : {}) };
    await notify(trx, { kind: "reviewer_assigned", actorId: personId, traineeId, recipientIds: [reviewerId, traineeId], subjects }, now);
    await recordAct(trx, { actorId: personId, act: "reviewer.assigned", subjects: { trainee: traineeId, reviewer: reviewerId } }, now);
    return done({ reviewerId });
  });
}

/** Reopens a closed stage as a lead, with a reason: its entries are no longer locked, and it can be asked for again. The trainee and their supervisors are told. */
export async function reopenStage(
  db: Database, actor: Actor, input: { readonly traineeId: string; readonly stage: number; readonly reason: string }, now: Date,
): Promise<Result<{ closingId: string }, LeadCode | "reason_missing" | "already_done">> {
  return asLead<{ closingId: string }, "reason_missing" | "already_done">(db, actor, input, "stage.reopen", now, async ({ trx, actor: fresh }) => {
    const [{ traineeId, stage }, reason] = [input, input.reason.trim()];
    if (reason === "") return refused("reason_missing");
    const closingId = await findClosingId(trx, traineeId, stage);
    if (closingId === undefined) return refused("already_done");
    await bumpRecord(trx, traineeId);
    await reopen(trx, closingId, reason, fresh.personId, now);
    const recipientIds = [traineeId, ...(await listSupervisorsOf(trx, traineeId, fresh.today)).map((s) => s.id)];
    await notify(trx, { kind: "stage_reopened", actorId: fresh.personId, traineeId, recipientIds, subjects: { stage: String(stage) } }, now);
    await settle({ trx, traineeId, now }, fresh, "stage.reopened", { closing: closingId });
    return done({ closingId });
  });
}
