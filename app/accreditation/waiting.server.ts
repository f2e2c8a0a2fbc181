import { hasEverSupervised } from "#app/logbook/ever-supervised.server.ts";
import { mapRecords, type PathwayRecord } from "#app/pathway/queries.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { mapSupervisorIds } from "#app/people/queries.server.ts";
import { inForce, programmeTraineeIds, visibleTraineeIds } from "#app/people/scope.server.ts";
import type { Day, Instant } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import { isAccreditedOn } from "./accredited.server.ts";
import { type Around, awaitingOf, type Closing, closingOf, needsReviewer, nextPart } from "./may-sign.ts";
import { findLost } from "./reviewers.server.ts";
import { maySignHere, standingOf } from "./standing.server.ts";
import type { RequestAct, WaitingRequest } from "./waiting-request.ts";

function openRequests(db: Reader, actor: Actor) {
  return db.selectFrom("sign_off_request as r")
    .leftJoin("sign_off_decision as d", (on) => on.onRef("d.request_id", "=", "r.id").on("d.part", "=", "recommendation"))
    .leftJoin("current_reviewer_assignment as a", (on) => on.onRef("a.trainee_id", "=", "r.trainee_id").onRef("a.stage", "=", "r.stage").on(inForce("a", actor.today)))
    .leftJoin("person as reviewer", "reviewer.id", "a.reviewer_id")
    .select(["r.id", "r.trainee_id", "r.stage", "r.recorded_at", "d.decided_by as recommended_by", "d.recorded_at as recommended_at", "a.reviewer_id", "reviewer.name as reviewer_name", "a.recorded_at as asked_at"])
    .where("r.trainee_id", "!=", actor.personId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("sign_off_withdrawal as w").select("w.request_id").whereRef("w.request_id", "=", "r.id"))))
    .where((eb) => eb.not(eb.exists(eb.selectFrom("sign_off_decision as done").select("done.id").whereRef("done.request_id", "=", "r.id").where("done.part", "=", "decision"))))
    .where((eb) => eb.or([
      eb("r.trainee_id", "in", visibleTraineeIds(db, actor)), eb("a.reviewer_id", "=", actor.personId), eb("r.trainee_id", "in", programmeTraineeIds(db, actor, "lead")),
    ]));
}
type OpenRow = Awaited<ReturnType<ReturnType<typeof openRequests>["execute"]>>[number];

/** An open request with everything that decides for whom it waits. */
interface Open extends Around {
  readonly row: OpenRow;
  readonly closing: Closing;
  readonly programmeId: string;
  readonly signatures: readonly { readonly by: string }[];
}

async function openOf(db: Reader, row: OpenRow, { version, enrolment: { traineeId, programmeId } }: PathwayRecord, supervisorIds: readonly string[], today: Day): Promise<Open> {
  const { stage, reviewer_id: reviewerId, recommended_by: by } = row;
  return {
    row, supervisorIds, reviewerId, programmeId, closing: closingOf(version.definition, stage), signatures: by === null ? [] : [{ by }],
    lost: await findLost(db, today, { traineeId, programmeId }, reviewerId),
  };
}

async function signingAct(db: Reader, actor: Actor, open: Open, isAccredited: boolean): Promise<RequestAct | undefined> {
  const { row, closing, programmeId, supervisorIds, reviewerId, lost } = open;
  const isAsked = reviewerId === actor.personId;
  if (!isAsked && !supervisorIds.includes(actor.personId)) return undefined;
  const here = standingOf(actor, {
    traineeId: row.trainee_id, programmeId, supervisorIds, reviewerId, lost, hasRecommended: row.recommended_by === actor.personId, isAccredited,
    // Of no weight for anybody who is not asked, and read for nobody else.
    hasEverSupervised: isAsked && await hasEverSupervised(db, actor.personId, row.trainee_id),
  });
  if (nextPart(closing, awaitingOf(open, open)) === "recommendation") return maySignHere(actor, here, closing, "recommendation") ? "recommend" : undefined;
  if (!maySignHere(actor, here, closing, "decision")) return undefined;
  return here.standing.isPresentSupervisor ? "sign" : "decide";
}

function leadAct(actor: Actor, open: Open): RequestAct | undefined {
  const { programmeId, closing, row: { trainee_id: traineeId } } = open;
  return needsReviewer(closing, awaitingOf(open, open)) && can(actor, "reviewer.assign", { traineeId, programmeId }) ? "assign_reviewer" : undefined;
}

function lostOf({ row, lost }: Open): WaitingRequest["lost"] {
  return lost === null ? null : { name: row.reviewer_name ?? "", why: lost };
}

function sinceOf({ recorded_at, recommended_at, asked_at }: OpenRow, act: RequestAct): Instant {
  const all = act === "assign_reviewer" ? [recorded_at] : [recorded_at, recommended_at ?? "", act === "decide" ? asked_at ?? "" : ""];
  return all.sort(byText).at(-1) ?? recorded_at;
}

/**
 * The open requests that wait for the actor today, with what they are to do, the longest waiting first: those that they may sign
 * now, and as a lead those on which nobody who can is asked to decide. A lead who also supervises the trainee has both to do.
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
    const open = await openOf(db, row, record, supervisors.get(row.trainee_id) ?? [], actor.today);
    const acts = [await signingAct(db, actor, open, isAccredited), leadAct(actor, open)].filter((act) => act !== undefined);
    waiting.push(...acts.map((act) => ({ requestId: row.id, traineeName: record.traineeName, stage: row.stage, act, since: sinceOf(row, act), lost: act === "assign_reviewer" ? lostOf(open) : null })));
  }
  return waiting.sort((a, b) => byText(a.since, b.since) || byText(a.requestId, b.requestId) || byText(a.act, b.act));
}

/** The trainees on a stage of whom the actor is asked today to decide. */
export async function listAskedOf(db: Reader, actor: Actor): Promise<string[]> {
  const rows = await db.selectFrom("current_reviewer_assignment as a").select("a.trainee_id").distinct()
    .where("a.reviewer_id", "=", actor.personId).where(inForce("a", actor.today)).orderBy("a.trainee_id").execute();
  return rows.map((row) => row.trainee_id);
}
