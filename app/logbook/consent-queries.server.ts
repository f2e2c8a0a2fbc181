import { z } from "zod";

import type { Reader } from "#db/database.server.ts";

import { CHILD_VIEWS, type Consent, FILMED_ROLES, GIVEN_BY, GIVEN_HOW, PURPOSES } from "./consent-model.ts";

const filmedRoleSchema = z.enum(FILMED_ROLES);
const givenBySchema = z.enum(GIVEN_BY);
const givenHowSchema = z.enum(GIVEN_HOW);
const childViewSchema = z.enum(CHILD_VIEWS).nullable();

function consentQuery(db: Reader) {
  return db.selectFrom("consent as c").innerJoin("current_consent as v", "v.consent_id", "c.id").select([
    "c.id", "c.trainee_id", "c.client_id", "c.filmed_role", "v.given_on", "v.given_by", "v.given_how", "v.child_view",
    "v.for_own_supervisor", "v.for_peers", "v.for_independent_reviewer", "v.for_wider_training", "v.withdrawn_on",
    "v.voided", "v.version", "c.recorded_at", "v.recorded_at as changed_at", "v.recorded_by",
  ]).orderBy("c.recorded_at").orderBy("c.id");
}
type ConsentRow = Awaited<ReturnType<ReturnType<typeof consentQuery>["execute"]>>[number];

function consentOf(row: ConsentRow): Consent {
  return {
    id: row.id, traineeId: row.trainee_id, clientId: row.client_id, filmedRole: filmedRoleSchema.parse(row.filmed_role),
    givenOn: row.given_on, givenBy: givenBySchema.parse(row.given_by), givenHow: givenHowSchema.parse(row.given_how), childView: childViewSchema.parse(row.child_view),
    purposes: PURPOSES.filter((purpose) => row[`for_${purpose}`] === 1),
    withdrawnOn: row.withdrawn_on, voided: row.voided === 1, version: row.version, recordedAt: row.recorded_at, changedAt: row.changed_at, recordedBy: row.recorded_by,
  };
}

/** Everybody recorded as filmed in a client's case, withdrawn and voided consents too, in the order in which they were recorded. */
export async function listConsents(db: Reader, clientId: string): Promise<Consent[]> {
  return (await consentQuery(db).where("c.client_id", "=", clientId).execute()).map(consentOf);
}

/** The consents with these ids, in the order in which they were recorded; those that do not exist are left out. */
export async function listConsentsByIds(db: Reader, ids: readonly string[]): Promise<Consent[]> {
  if (ids.length === 0) return [];
  return (await consentQuery(db).where("c.id", "in", [...new Set(ids)]).execute()).map(consentOf);
}

/** One consent in that trainee's own record, withdrawn and voided ones too; undefined for another's, as for one that is not there. */
export async function findConsent(db: Reader, traineeId: string, consentId: string): Promise<Consent | undefined> {
  const row = await consentQuery(db).where("c.id", "=", consentId).where("c.trainee_id", "=", traineeId).executeTakeFirst();
  return row && consentOf(row);
}

/** The consent that this form recorded before, if it was sent twice. */
export async function findConsentByRequest(db: Reader, traineeId: string, requestId: string): Promise<string | undefined> {
  const row = await db.selectFrom("consent").select("id").where("trainee_id", "=", traineeId).where("request_id", "=", requestId).executeTakeFirst();
  return row?.id;
}
