import { recordAct } from "#app/audit/writes.server.ts";
import type { Consent } from "#app/logbook/consent-model.ts";
import { findConsent } from "#app/logbook/consent-queries.server.ts";
import { insertWithdrawal } from "#app/logbook/consent-writes.server.ts";
import { wholeOrNothing } from "#app/logbook/own-record.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import type { Day } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Trx } from "#db/database.server.ts";

import { askErasure, type ErasingServices, listWatchers, settleErasures } from "./erase.server.ts";
import { listClipsCovered } from "./queries.server.ts";
import { dropUploadsWith } from "./uploads.server.ts";

/** Which consent is withdrawn, and the day on which that was said. */
export interface WithdrawInput {
  readonly consentId: string;
  readonly withdrawnOn: Day;
}

type Withdrawn = Result<{ clipIds: readonly string[] }, "not_there" | "not_allowed" | "withdrawal_in_future">;

async function eraseCovered(trx: Trx, consent: Consent, now: Date): Promise<string[]> {
  const { traineeId } = consent;
  const clips = await listClipsCovered(trx, consent.id);
  for (const clip of clips) {
    const receipt = await askErasure(trx, { clipId: clip.id, because: "consent_withdrawn", askedBy: traineeId }, now);
    const recipientIds = await listWatchers(trx, clip, now);
    const subjects = { client: consent.clientId, clip: clip.id, ...(receipt === undefined ? {} : { receipt }) };
    await notify(trx, { kind: "consent_withdrawn", actorId: traineeId, traineeId, recipientIds, subjects }, now);
  }
  return clips.map((clip) => clip.id);
}

async function withdraw(trx: Trx, actor: Actor, input: WithdrawInput, now: Date): Promise<Withdrawn> {
  // The record is held first, so that of two withdrawals at once the second reads what the first wrote.
  await bumpRecord(trx, actor.personId);
  const fresh = await freshActor(trx, actor, now);
  const consent = await findConsent(trx, fresh.personId, input.consentId);
  if (!consent || consent.voided) return refused("not_there");
  if (!can(fresh, "consent.withdraw", { traineeId: consent.traineeId })) return refused("not_allowed");
  if (input.withdrawnOn > fresh.today) return refused("withdrawal_in_future");
  await insertWithdrawal(trx, consent, { on: input.withdrawnOn, by: fresh.personId }, now);
  const clipIds = await eraseCovered(trx, consent, now);
  if (consent.withdrawnOn !== null && clipIds.length === 0) return done({ clipIds });
  const subjects = { trainee: consent.traineeId, client: consent.clientId, consent: consent.id, clip: clipIds };
  await recordAct(trx, { actorId: fresh.personId, act: "consent.withdrawn", subjects }, now);
  return done({ clipIds });
}

/**
 * Takes a withdrawal of consent (docs/field.md, "Consent"): from this moment nobody can watch a clip in which that person can be seen
 * or heard, and each is destroyed right after, with every upload under way. Whoever could watch one is told. Possible for whose record
 * it is also without a trainee's grant. Withdrawn before, it is done again without a trace.
 */
export async function withdrawConsent(services: ErasingServices, actor: Actor, input: WithdrawInput, now: Date): Promise<Withdrawn> {
  const result = await wholeOrNothing<Withdrawn>(services.database, (trx) => withdraw(trx, actor, input, now));
  if (!result.ok) return result;
  await dropUploadsWith(services, input.consentId, now);
  await settleErasures(services, now);
  return result;
}
