import { type Day, instantOf } from "#app/platform/clock.ts";
import type { Trx } from "#db/database.server.ts";

import { type Consent, type ConsentContent, type ConsentVoidReason, type FilmedRole, giverFor } from "./consent-model.ts";

/** What a version of a consent says of itself. */
export interface ConsentMark {
  readonly version: number;
  readonly recordedBy: string;
  readonly withdrawnOn: Day | null;
  /** Why it is voided; null for a version that is not. */
  readonly voidedBecause: ConsentVoidReason | null;
}

/** Adds one version of a consent. */
export async function insertConsentVersion(
  trx: Trx, { id, filmedRole }: { readonly id: string; readonly filmedRole: FilmedRole }, content: ConsentContent, mark: ConsentMark, now: Date,
): Promise<void> {
  const flag = (purpose: ConsentContent["purposes"][number]): 0 | 1 => (content.purposes.includes(purpose) ? 1 : 0);
  await trx.insertInto("consent_version").values({
    consent_id: id, version: mark.version, recorded_at: instantOf(now), recorded_by: mark.recordedBy,
    voided: mark.voidedBecause === null ? 0 : 1, reason: mark.voidedBecause, withdrawn_on: mark.withdrawnOn,
    given_on: content.givenOn, given_by: giverFor(filmedRole), given_how: content.givenHow, child_view: content.childView,
    for_own_supervisor: flag("own_supervisor"), for_peers: flag("peers"), for_independent_reviewer: flag("independent_reviewer"), for_wider_training: flag("wider_training"),
  }).execute();
}

/** Somebody filmed, as they are first recorded. */
export interface NewConsent {
  readonly id: string;
  readonly traineeId: string;
  readonly clientId: string;
  readonly filmedRole: FilmedRole;
  readonly requestId: string | null;
}

/** Adds somebody filmed and what they agreed to. */
export async function insertConsent(trx: Trx, consent: NewConsent, content: ConsentContent, recordedBy: string, now: Date): Promise<void> {
  await trx.insertInto("consent").values({
    id: consent.id, trainee_id: consent.traineeId, client_id: consent.clientId, filmed_role: consent.filmedRole, request_id: consent.requestId,
    recorded_at: instantOf(now), recorded_by: recordedBy,
  }).execute();
  await insertConsentVersion(trx, consent, content, { version: 1, recordedBy, withdrawnOn: null, voidedBecause: null }, now);
}

/**
 * Withdraws a consent in the caller's transaction, in which it was read and its record is held. A day before the consent was given
 * becomes that day. Withdrawn or voided before: nothing is written. The clips that it covers are the caller's to erase.
 */
export async function insertWithdrawal(trx: Trx, consent: Consent, withdrawal: { readonly on: Day; readonly by: string }, now: Date): Promise<void> {
  if (consent.withdrawnOn !== null || consent.voided) return;
  const withdrawnOn = withdrawal.on < consent.givenOn ? consent.givenOn : withdrawal.on;
  await insertConsentVersion(trx, consent, consent, { version: consent.version + 1, recordedBy: withdrawal.by, withdrawnOn, voidedBecause: null }, now);
}
