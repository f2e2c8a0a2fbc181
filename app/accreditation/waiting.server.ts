import { hasEverSupervised } from "#app/logbook/ever-supervised.server.ts";
import { mapRecords, type PathwayRecord } from "#app/pathway/queries.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { mapSupervisorIds } from "#app/people/queries.server.ts";
import { inForce, programmeTraineeIds, visibleTraineeIds } from "#app/people/scope.server.ts";
import type { Instant } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import { type Closing, closingOf, needsRecommendation } from "./may-sign.ts";
import { isAccreditedOn, maySignHere, standingOf } from "./standing.server.ts";
import type { RequestAct, WaitingRequest } from "./waiting-request.ts";

function openRequests(db: Reader, actor: Actor) {
  return db.selectFrom("sign_off_request as r")
    .leftJoin("sign_off_decision as d", (on) => on.onRef("d.request_id", "=", "r.id").on("d.part", "=", "recommendation"))
    .leftJoin("current_reviewer_assignment as a", (on) => on.onRef("a.trainee_id", "=", "r.trainee_id").onRef("a.stage", "=", "r.stage").on(inForce("a", actor.today)))
    .select(["r.id", "r.trainee_id", "r.stage", "r.recorded_at", "d.decided_by as recommended_by", "d.recorded_at as recommended_at", "a.reviewer_id", "a.recorded_at as asked_at"])
    .where("r.trainee_id", "!=", actor.personId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("sign_off_withdrawal as w").select("w.request_id").whereRef("w.request_id", "=", "r.id"))))
    .where((eb) => eb.not(eb.exists(eb.selectFrom("sign_off_decision as done").select("done.id").whereRef("done.request_id", "=", "r.id").where("done.part", "=", "decision"))))
    .where((eb) => eb.or([
      eb("r.trainee_id", "in", visibleTraineeIds(db, actor)), eb("a.reviewer_id", "=", actor.personId), eb("r.trainee_id", "in", programmeTraineeIds(db, actor, "lead")),
    ]));
}
type OpenRow = Awaited<ReturnType<ReturnType<typeof openRequests>["execute"]>>[number];

/** An open request with everything that decides for whom it waits. */
interface Open {
  readonly row: OpenRow;
  readonly closing: Closing;
  readonly programmeId: string;
  readonly supervisorIds: readonly string[];
}

function openOf(row: OpenRow, { version, enrolment }: PathwayRecord, supervisorIds: readonly string[]): Open {
  return { row, supervisorIds, closing: closingOf(version.definition, row.stage), programmeId: enrolment.programmeId };
}

async function signingAct(db: Reader, actor: Actor, { row, closing, programmeId, supervisorIds }: Open, isAccredited: boolean): Promise<RequestAct | undefined> {
  const isAsked = row.reviewer_id === actor.personId;
  if (!isAsked && !supervisorIds.includes(actor.personId)) return undefined;
  const here = standingOf(actor, {
    traineeId: row.trainee_id, programmeId, supervisorIds, reviewerId: row.reviewer_id, hasRecommended: row.recommended_by === actor.personId, isAccredited,
    // Of no weight for anybody who is not asked, and read for nobody else.
    hasEverSupervised: isAsked && await hasEverSupervised(db, actor.personId, row.trainee_id),
  });
  if (needsRecommendation(closing) && row.recommended_by === null) return maySignHere(actor, here, closing, "recommendation") ? "recommend" : undefined;
  if (!maySignHere(actor, here, closing, "decision")) return undefined;
  return here.standing.isPresentSupervisor ? "sign" : "decide";
}

/** True where a lead has to ask somebody: a reviewer decides and none is asked, or a second supervisor does and there is one alone. */
function needsReviewer({ row, closing, supervisorIds }: Open): boolean {
  if (row.reviewer_id !== null) return false;
  return closing === "independent_reviewer" || (closing === "second_supervisor" && supervisorIds.length < 2);
}

function leadAct(actor: Actor, open: Open): RequestAct | undefined {
  const { programmeId, row: { trainee_id: traineeId } } = open;
  return needsReviewer(open) && can(actor, "reviewer.assign", { traineeId, programmeId }) ? "assign_reviewer" : undefined;
}

function sinceOf({ recorded_at, recommended_at, asked_at }: OpenRow, act: RequestAct): Instant {
  const all = act === "assign_reviewer" ? [recorded_at] : [recorded_at, recommended_at ?? "", act === "decide" ? asked_at ?? "" : ""];
  return all.sort(byText).at(-1) ?? recorded_at;
}

/**
 * The open requests that wait for the actor today, with what they are to do, the longest waiting first: those that they may sign
 * now, and as a lead those on which nobody is asked to decide. A lead who also supervises the trainee has both to do.
 */
export async function listWaitingRequests(db: Reader, actor: Actor): Promise<WaitingRequest[]> {
  if (!hasRole(actor, "supervisor") && !hasRole(actor, "lead")) return [];
  const rows = await openRequests(db, actor).execute();
  if (rows.length === 0) return [];
  const isAccredited = await isAccreditedOn(db, actor.personId, actor.today);
  const traineeIds = [...new Set(rows.map((row) => row.trainee_id))];
  const [records, supervisors] = [await mapRecords(db, traineeIds), await mapSupervisorIds(db, traineeIds, actor.today)];
  const waiting: WaitingRequest[] = [];
  for (const row of rows) {
    const record = records.get(row.trainee_id);
    if (!record) continue;
    const open = openOf(row, record, supervisors.get(row.trainee_id) ?? []);
    const acts = [await signingAct(db, actor, open, isAccredited), leadAct(actor, open)].filter((act) => act !== undefined);
    waiting.push(...acts.map((act) => ({ requestId: row.id, traineeName: record.traineeName, stage: row.stage, act, since: sinceOf(row, act) })));
  }
  return waiting.sort((a, b) => byText(a.since, b.since) || byText(a.requestId, b.requestId) || byText(a.act, b.act));
}

/** The trainees on a stage of whom the actor is asked today to decide. */
export async function listAskedOf(db: Reader, actor: Actor): Promise<string[]> {
  const rows = await db.selectFrom("current_reviewer_assignment as a").select("a.trainee_id").distinct()
    .where("a.reviewer_id", "=", actor.personId).where(inForce("a", actor.today)).orderBy("a.trainee_id").execute();
  return rows.map((row) => row.trainee_id);
}
