import { recordAct } from "#app/audit/writes.server.ts";
import { inOwnRecord } from "#app/logbook/own-record.server.ts";
import { listToldOf } from "#app/notices/queries.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { isOpenRequest } from "./model.ts";
import { readStageEvidence } from "./pack.server.ts";
import { findReviewerId, listRequestsOf, readRequest } from "./queries.server.ts";
import { closeReach, openReach } from "./reach.server.ts";

/** Asks for a stage to be signed off: the trainee, once everything that it asks for stands. Supervisors and whoever is asked to decide are told. While it waits already, nothing more is done. */
export async function askSignOff(db: Database, actor: Actor, { stage }: { readonly stage: number }, now: Date): Promise<Result<{ requestId: string }, "not_ready" | "not_allowed">> {
  return inOwnRecord<{ requestId: string }, "not_ready">(db, actor, now, async ({ trx, traineeId, today }) => {
    const before = (await listRequestsOf(trx, traineeId)).filter((r) => r.stage === stage);
    const waiting = before.find(isOpenRequest);
    if (waiting) return done({ requestId: waiting.id });
    const evidence = await readStageEvidence(trx, traineeId, stage, now);
    if (!evidence?.readiness.isReady) return refused("not_ready");
    const [id, round] = [newId(), before.length + 1];
    const { recordVersion, evidenceHash } = evidence.seen;
    await trx.insertInto("sign_off_request").values({
      id, trainee_id: traineeId, stage, round, record_version: recordVersion, evidence_hash: evidenceHash, pack: evidence.text, asked_by: traineeId, recorded_at: instantOf(now),
    }).execute();
    await openReach(trx, { traineeId, stage }, traineeId, now);
    const reviewerId = await findReviewerId(trx, traineeId, stage, today);
    const recipientIds = [...(await listSupervisorsOf(trx, traineeId, today)).map((s) => s.id), ...(reviewerId === undefined ? [] : [reviewerId])];
    await notify(trx, { kind: "sign_off_asked", actorId: traineeId, traineeId, recipientIds, subjects: { request: id, stage: String(stage) } }, now);
    await recordAct(trx, { actorId: traineeId, act: "sign_off.asked", subjects: { trainee: traineeId, request: id } }, now);
    return done({ requestId: id });
  }, "sign_off.ask");
}

/** Takes a request back as its trainee while nobody has decided; whoever was told of it is told. Withdrawn before, nothing more is done. */
export async function withdrawRequest(
  db: Database, actor: Actor, { requestId }: { readonly requestId: string }, now: Date,
): Promise<Result<{ requestId: string }, "not_there" | "already_done" | "not_allowed">> {
  return inOwnRecord<{ requestId: string }, "not_there" | "already_done">(db, actor, now, async ({ trx, traineeId }) => {
    const request = await readRequest(trx, requestId);
    if (request?.traineeId !== traineeId) return refused("not_there");
    if (request.state === "withdrawn") return done({ requestId });
    if (!isOpenRequest(request)) return refused("already_done");
    await trx.insertInto("sign_off_withdrawal").values({ request_id: requestId, withdrawn_by: traineeId, recorded_at: instantOf(now) }).execute();
    await closeReach(trx, traineeId, traineeId, now);
    const recipientIds = await listToldOf(trx, traineeId, requestId);
    await notify(trx, { kind: "sign_off_withdrawn", actorId: traineeId, traineeId, recipientIds, subjects: { request: requestId, stage: String(request.stage) } }, now);
    await recordAct(trx, { actorId: traineeId, act: "sign_off.withdrawn", subjects: { trainee: traineeId, request: requestId } }, now);
    return done({ requestId });
  }, "sign_off.ask");
}
