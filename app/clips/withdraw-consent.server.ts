import { recordAct } from "#app/audit/writes.server.ts";
import { findConsent } from "#app/logbook/consent-queries.server.ts";
import { insertWithdrawal } from "#app/logbook/consent-writes.server.ts";
import { wholeOrNothing } from "#app/logbook/own-record.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

/** The clips that this consent covers and that nobody has asked to erase yet. */
export async function listClipsCovered(db: Reader, consentId: string): Promise<string[]> {
  const rows = await db.selectFrom("clip_consent as c").leftJoin("clip_erasure as e", "e.clip_id", "c.clip_id").select("c.clip_id")
    .where("c.consent_id", "=", consentId).where("e.clip_id", "is", null).orderBy("c.clip_id").execute();
  return rows.map((row) => row.clip_id);
}

async function askErasure(trx: Trx, clipIds: readonly string[], askedBy: string, now: Date): Promise<void> {
  if (clipIds.length === 0) return;
  await trx.insertInto("clip_erasure").values(clipIds.map((clip_id) => ({
    clip_id, receipt: newId(), because: "consent_withdrawn", asked_by: askedBy, asked_at: instantOf(now), key_destroyed_at: null, bytes_removed_at: null,
  }))).execute();
}

async function tellSupervisors(trx: Trx, actor: Actor, consent: { readonly id: string; readonly clientId: string }, now: Date): Promise<void> {
  const supervisors = await listSupervisorsOf(trx, actor.personId, actor.today);
  await notify(trx, {
    kind: "consent_withdrawn", actorId: actor.personId, traineeId: actor.personId,
    recipientIds: supervisors.map((s) => s.id), subjects: { consent: consent.id, client: consent.clientId },
  }, now);
}

type Withdrawn = Result<{ clipIds: readonly string[] }, "not_found" | "not_allowed" | "withdrawal_in_future">;

/**
 * Takes a withdrawal of consent (docs/field.md, "Consent"): from this moment nobody can watch a clip that it covers, and each is
 * to be erased. Whoever could watch one is told. Withdrawn before, it is done again without a trace. The bytes go afterwards.
 */
export async function withdrawConsent(
  db: Database, actor: Actor, input: { readonly consentId: string; readonly withdrawnOn: Day }, now: Date,
): Promise<Withdrawn> {
  return wholeOrNothing<Withdrawn>(db, async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    // The record is held first, so that of two withdrawals at once the second reads what the first wrote.
    await bumpRecord(trx, actor.personId);
    const consent = await findConsent(trx, actor.personId, input.consentId);
    if (!consent || consent.voided) return refused("not_found");
    if (!can(fresh, "consent.withdraw", { traineeId: consent.traineeId })) return refused("not_allowed");
    if (input.withdrawnOn > fresh.today) return refused("withdrawal_in_future");
    const clipIds = await listClipsCovered(trx, consent.id);
    if (consent.withdrawnOn !== null && clipIds.length === 0) return done({ clipIds });
    await insertWithdrawal(trx, consent, { on: input.withdrawnOn, by: fresh.personId }, now);
    await askErasure(trx, clipIds, fresh.personId, now);
    if (clipIds.length > 0) await tellSupervisors(trx, fresh, consent, now);
    const subjects = { trainee: consent.traineeId, client: consent.clientId, consent: consent.id, clip: clipIds };
    await recordAct(trx, { actorId: fresh.personId, act: "consent.withdrawn", subjects }, now);
    return done({ clipIds });
  });
}
