import type { Actor } from "#app/people/model.ts";
import { inForce, programmeTraineeIds, visibleTraineeIds } from "#app/people/scope.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import type { Reader } from "#db/database.server.ts";

import { isOpenRequest, outcomeSchema, requestState, type Signature, signingPartSchema, type SignOffRequest } from "./model.ts";

function requestQuery(db: Reader) {
  return db.selectFrom("sign_off_request as r").leftJoin("sign_off_withdrawal as w", "w.request_id", "r.id")
    .select(["r.id", "r.trainee_id", "r.stage", "r.round", "r.record_version", "r.evidence_hash", "r.pack", "r.recorded_at", "w.recorded_at as withdrawn_at"])
    .orderBy("r.recorded_at").orderBy("r.id");
}
type RequestRow = Awaited<ReturnType<ReturnType<typeof requestQuery>["execute"]>>[number];

async function mapSignatures(db: Reader, requestIds: readonly string[]): Promise<Map<string, Signature[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db.selectFrom("sign_off_decision").selectAll().where("request_id", "in", requestIds).orderBy("recorded_at").orderBy("part", "desc").execute();
  return new Map([...groupBy(rows, (r) => r.request_id)].map(([id, own]) => [id, own.map((r) => ({
    id: r.id, part: signingPartSchema.parse(r.part), outcome: outcomeSchema.parse(r.outcome), statement: r.statement, actions: r.actions,
    by: r.decided_by, on: r.decided_on, recordVersion: r.record_version, evidenceHash: r.evidence_hash, pack: r.pack,
  }))]));
}

async function withSignatures(db: Reader, rows: readonly RequestRow[]): Promise<SignOffRequest[]> {
  const signatures = await mapSignatures(db, rows.map((r) => r.id));
  return rows.map((r) => {
    const own = signatures.get(r.id) ?? [];
    return {
      id: r.id, traineeId: r.trainee_id, stage: r.stage, round: r.round, recordVersion: r.record_version, evidenceHash: r.evidence_hash, pack: r.pack,
      askedAt: r.recorded_at, state: requestState(own, r.withdrawn_at !== null), signatures: own,
    };
  });
}

/** One request, whoever asks: whether it may be seen is the caller's question. */
export async function readRequest(db: Reader, requestId: string): Promise<SignOffRequest | undefined> {
  return (await withSignatures(db, await requestQuery(db).where("r.id", "=", requestId).execute()))[0];
}

/** Everything that trainee ever asked for, the earliest first. */
export async function listRequestsOf(db: Reader, traineeId: string): Promise<SignOffRequest[]> {
  return withSignatures(db, await requestQuery(db).where("r.trainee_id", "=", traineeId).execute());
}

/** True while a request of that trainee waits, of whatever stage. */
export async function hasOpenRequest(db: Reader, traineeId: string): Promise<boolean> {
  return (await listRequestsOf(db, traineeId)).some(isOpenRequest);
}

/** Who is asked on that day to decide on that stage; undefined where no lead has asked anybody. */
export async function findReviewerId(db: Reader, traineeId: string, stage: number, day: Day): Promise<string | undefined> {
  const row = await db.selectFrom("current_reviewer_assignment as a").select("a.reviewer_id")
    .where("a.trainee_id", "=", traineeId).where("a.stage", "=", stage).where(inForce("a", day)).orderBy("a.id").executeTakeFirst();
  return row?.reviewer_id;
}

async function openOnly(db: Reader, rows: readonly RequestRow[]): Promise<SignOffRequest[]> {
  return (await withSignatures(db, rows)).filter(isOpenRequest);
}

/** Open requests of the trainees whom the actor supervises today, the longest waiting first. */
export async function listForSupervisor(db: Reader, actor: Actor): Promise<SignOffRequest[]> {
  return openOnly(db, await requestQuery(db).where("r.trainee_id", "!=", actor.personId).where("r.trainee_id", "in", visibleTraineeIds(db, actor)).execute());
}

/** Open requests that the actor is asked today to decide on, the longest waiting first. */
export async function listForReviewer(db: Reader, actor: Actor): Promise<SignOffRequest[]> {
  const rows = await requestQuery(db)
    .innerJoin("current_reviewer_assignment as a", (join) => join.onRef("a.trainee_id", "=", "r.trainee_id").onRef("a.stage", "=", "r.stage"))
    .where("a.reviewer_id", "=", actor.personId).where(inForce("a", actor.today)).execute();
  return openOnly(db, rows);
}

/** An open request as a lead sees it: stage, days and who is asked; nothing of the evidence. */
export interface LedRequest extends Pick<SignOffRequest, "id" | "traineeId" | "stage" | "round" | "askedAt" | "state"> {
  readonly reviewerId: string | null;
}

/** Open requests of the programmes that the actor leads, their own left out, the longest waiting first. */
export async function listForLead(db: Reader, actor: Actor): Promise<LedRequest[]> {
  const open = await openOnly(db, await requestQuery(db).where("r.trainee_id", "!=", actor.personId).where("r.trainee_id", "in", programmeTraineeIds(db, actor, "lead")).execute());
  return Promise.all(open.map(async ({ id, traineeId, stage, round, askedAt, state }) => (
    { id, traineeId, stage, round, askedAt, state, reviewerId: await findReviewerId(db, traineeId, stage, actor.today) ?? null }
  )));
}

/**
 * One request where the actor may open its evidence: the trainee's own, that of a trainee whom they supervise today, or one they
 * are asked today to decide on. Undefined for any other, as for one that is not there.
 */
export async function findRequest(db: Reader, actor: Actor, requestId: string): Promise<SignOffRequest | undefined> {
  const request = await readRequest(db, requestId);
  if (!request) return undefined;
  const isVisible = await db.selectFrom("person").select("person.id").where("person.id", "=", request.traineeId)
    .where("person.id", "in", visibleTraineeIds(db, actor)).executeTakeFirst() !== undefined;
  return isVisible || await findReviewerId(db, request.traineeId, request.stage, actor.today) === actor.personId ? request : undefined;
}
