import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { isStanding } from "./consent.ts";
import { type Consent, type ConsentContent, type ConsentVoidReason, type FilmedRole, isChild } from "./consent-model.ts";
import { findConsent, findConsentByRequest, listConsents } from "./consent-queries.server.ts";
import { insertConsent, insertConsentVersion } from "./consent-writes.server.ts";
import { inOwnRecord, type OwnRecord } from "./own-record.server.ts";
import { findClient } from "./queries.server.ts";

/** A code with which what somebody agreed to is not taken as it was sent. */
type ContentCode = "consent_in_future" | "child_view_missing";
/** A code with which recording somebody filmed is refused. */
export type RecordConsentCode = "not_allowed" | "not_there" | "filmed_role_there" | ContentCode;
/** A code with which a change of a consent is refused. */
export type ChangeConsentCode = "not_allowed" | "not_there" | "changed_meanwhile" | "consent_ended" | ContentCode;

/** What was said of a child's view belongs to children alone. */
function contentFor(role: FilmedRole, content: ConsentContent): ConsentContent {
  return isChild(role) ? content : { ...content, childView: null };
}

function problemIn(role: FilmedRole, content: ConsentContent, today: string): ContentCode | undefined {
  if (content.givenOn > today) return "consent_in_future";
  return isChild(role) && content.childView === null ? "child_view_missing" : undefined;
}

/** There is one client and one child in a case: whoever else is filmed goes by another role. */
async function isRoleTaken({ trx, today }: OwnRecord, clientId: string, role: FilmedRole): Promise<boolean> {
  if (role !== "client" && role !== "child") return false;
  return (await listConsents(trx, clientId)).some((consent) => consent.filmedRole === role && isStanding(consent, today));
}

/** What is recorded of somebody filmed. `requestId` comes from the form: sent twice, it records one. */
export interface RecordConsentInput {
  readonly requestId: string;
  readonly clientId: string;
  readonly filmedRole: FilmedRole;
  readonly content: ConsentContent;
}

/** Records what somebody filmed in the actor's own case agreed to (docs/field.md, "Consent"). */
export async function recordConsent(db: Database, actor: Actor, input: RecordConsentInput, now: Date): Promise<Result<{ consentId: string }, RecordConsentCode>> {
  return inOwnRecord<{ consentId: string }, RecordConsentCode>(db, actor, now, async (record) => {
    const { trx, traineeId, today } = record;
    const { clientId, filmedRole, requestId } = input;
    const before = await findConsentByRequest(trx, traineeId, requestId);
    if (before !== undefined) return done({ consentId: before });
    if (!(await findClient(trx, traineeId, clientId))) return refused("not_there");
    const content = contentFor(filmedRole, input.content);
    const problem = problemIn(filmedRole, content, today);
    if (problem !== undefined) return refused(problem);
    if (await isRoleTaken(record, clientId, filmedRole)) return refused("filmed_role_there");
    const consentId = newId();
    await insertConsent(trx, { id: consentId, traineeId, clientId, filmedRole, requestId }, content, actor.personId, now);
    await recordAct(trx, { actorId: actor.personId, act: "consent.recorded", subjects: { trainee: traineeId, client: clientId, consent: consentId } }, now);
    return done({ consentId });
  }, "consent.write");
}

/** The version that was seen of a consent that is to be changed or voided. */
interface Seen {
  readonly consentId: string;
  readonly fromVersion: number;
}

async function changeable({ trx, traineeId }: OwnRecord, { consentId, fromVersion }: Seen): Promise<Result<Consent, "not_there" | "changed_meanwhile" | "consent_ended">> {
  const consent = await findConsent(trx, traineeId, consentId);
  if (!consent) return refused("not_there");
  if (consent.withdrawnOn !== null || consent.voided) return refused("consent_ended");
  return consent.version === fromVersion ? done(consent) : refused("changed_meanwhile");
}

/** Changes what somebody agreed to, with effect from the next play on. What was withdrawn or voided stays as it is: it is given anew. */
export async function changeConsent(
  db: Database, actor: Actor, input: Seen & { readonly content: ConsentContent }, now: Date,
): Promise<Result<{ consentId: string }, ChangeConsentCode>> {
  return inOwnRecord<{ consentId: string }, ChangeConsentCode>(db, actor, now, async (record) => {
    const found = await changeable(record, input);
    if (!found.ok) return found;
    const consent = found.value;
    const content = contentFor(consent.filmedRole, input.content);
    const problem = problemIn(consent.filmedRole, content, record.today);
    if (problem !== undefined) return refused(problem);
    const mark = { version: consent.version + 1, recordedBy: actor.personId, withdrawnOn: null, voidedBecause: null };
    await insertConsentVersion(record.trx, consent, content, mark, now);
    const subjects = { trainee: record.traineeId, client: consent.clientId, consent: consent.id };
    await recordAct(record.trx, { actorId: actor.personId, act: "consent.changed", subjects }, now);
    return done({ consentId: consent.id });
  }, "consent.write");
}

/** Voids a consent that was recorded by mistake: it carries no film from then on. */
export async function voidConsent(
  db: Database, actor: Actor, input: Seen & { readonly because: ConsentVoidReason }, now: Date,
): Promise<Result<{ consentId: string }, ChangeConsentCode>> {
  return inOwnRecord<{ consentId: string }, ChangeConsentCode>(db, actor, now, async (record) => {
    const found = await changeable(record, input);
    if (!found.ok) return found;
    const consent = found.value;
    const mark = { version: consent.version + 1, recordedBy: actor.personId, withdrawnOn: null, voidedBecause: input.because };
    await insertConsentVersion(record.trx, consent, consent, mark, now);
    const subjects = { trainee: record.traineeId, client: consent.clientId, consent: consent.id };
    await recordAct(record.trx, { actorId: actor.personId, act: "consent.voided", subjects }, now);
    return done({ consentId: consent.id });
  }, "consent.write");
}
