import { recordAct } from "#app/audit/writes.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { instantOf, londonDay } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import { newId, randomText } from "#app/platform/ids.ts";
import { logUnexpected } from "#app/platform/log.server.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Trx } from "#db/database.server.ts";

import type { Clip, Erasure, ErasureReason } from "./model.ts";
import { findClip, findErasure, listClipGrants, listUnfinishedErasures } from "./queries.server.ts";

/** What erasing needs beside the transaction: where bytes and keys lie. */
export type ErasingServices = Pick<AppContext, "database" | "clips">;

/** Signs of a receipt's number: none that is mistaken for another when it is read out. */
const RECEIPT_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const HALF = 5;

function receiptNumber(): string {
  return `${randomText(RECEIPT_SIGNS, HALF)}-${randomText(RECEIPT_SIGNS, HALF)}`;
}

/**
 * Hides a clip from everybody, from this transaction on, and asks for its key and bytes to be destroyed. Undefined where that
 * was asked before: the first reason stands. After the transaction the caller runs `settleErasures`.
 */
export async function askErasure(trx: Trx, asked: { readonly clipId: string; readonly because: ErasureReason; readonly askedBy: string | null }, now: Date): Promise<string | undefined> {
  if (await findErasure(trx, asked.clipId)) return undefined;
  const receipt = receiptNumber();
  await trx.insertInto("clip_erasure").values({
    clip_id: asked.clipId, receipt, because: asked.because, asked_by: asked.askedBy, asked_at: instantOf(now), key_destroyed_at: null, bytes_removed_at: null,
  }).execute();
  return receipt;
}

/** Whoever was given this clip to watch and might look for it: named people, and the present supervisors where it went to them. */
export async function listWatchers(trx: Trx, clip: Clip, now: Date): Promise<string[]> {
  const grants = await listClipGrants(trx, clip.id);
  const named = grants.flatMap((grant) => (grant.personId === null ? [] : [grant.personId]));
  const isForSupervisors = grants.some((grant) => grant.personId === null);
  const supervisors = isForSupervisors ? await listSupervisorsOf(trx, clip.traineeId, londonDay(now)) : [];
  return [...new Set([...named, ...supervisors.map((s) => s.id)])];
}

/** Erases a clip as its owner. `not_there` for anybody else's, as for one that is not there; erased before, nothing more is done. */
export async function eraseClip(services: ErasingServices, actor: Actor, input: { readonly clipId: string }, now: Date): Promise<Result<{ clipId: string }, "not_there">> {
  const result = await services.database.inTransaction(async (trx): Promise<Result<{ clipId: string }, "not_there">> => {
    const fresh = await freshActor(trx, actor, now);
    const clip = await findClip(trx, input.clipId);
    if (!clip || !can(fresh, "clip.erase", { traineeId: clip.traineeId })) return refused("not_there");
    const receipt = await askErasure(trx, { clipId: clip.id, because: "owner", askedBy: fresh.personId }, now);
    if (receipt === undefined) return done({ clipId: clip.id });
    const recipientIds = await listWatchers(trx, clip, now);
    await notify(trx, { kind: "clip_erased", actorId: fresh.personId, traineeId: clip.traineeId, recipientIds, subjects: { clip: clip.id, receipt } }, now);
    await recordAct(trx, { actorId: fresh.personId, act: "clip.erasure_asked", subjects: { trainee: clip.traineeId, clip: clip.id } }, now);
    return done({ clipId: clip.id });
  });
  if (result.ok) await settleErasures(services, now);
  return result;
}

async function finishErasure({ database, clips }: ErasingServices, { clipId, keyDestroyedAt }: Erasure, now: Date): Promise<void> {
  const at = instantOf(now);
  // The key first: were this to stop here, what is left on the disk is noise already.
  await clips.keys.destroy(clipId);
  if (keyDestroyedAt === null) {
    await database.inTransaction((trx) => trx.updateTable("clip_erasure").set({ key_destroyed_at: at })
      .where("clip_id", "=", clipId).where("key_destroyed_at", "is", null).execute());
  }
  await clips.blobs.remove(clipId);
  await database.inTransaction(async (trx) => {
    const { numUpdatedRows } = await trx.updateTable("clip_erasure").set({ bytes_removed_at: at })
      .where("clip_id", "=", clipId).where("bytes_removed_at", "is", null).executeTakeFirstOrThrow();
    if (numUpdatedRows === 1n) await recordAct(trx, { actorId: null, act: "clip.erased", subjects: { clip: clipId } }, now);
  });
}

/**
 * Finishes every erasing that was asked for: key, then bytes, then the instants of both; each step may be done again. One that
 * cannot be finished keeps no other waiting. Throws the first failure when all have had their turn.
 */
export async function finishErasures(services: ErasingServices, now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const erasure of await listUnfinishedErasures(services.database.reader)) {
    await finishErasure(services, erasure, now).catch((error: unknown) => { failures.push(error); });
  }
  if (failures.length > 0) throw failures[0];
}

/** The same for whoever just asked: the clip is hidden already, so a disk that fails is logged, and the server's job tries again. */
export async function settleErasures(services: ErasingServices, now: Date): Promise<void> {
  await finishErasures(services, now).catch((error: unknown) => {
    logUnexpected(error, { requestId: newId(), method: "JOB", target: "finish-erasures" });
  });
}
