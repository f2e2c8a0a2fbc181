import { recordAct } from "#app/audit/writes.server.ts";
import { listConsentsByIds } from "#app/logbook/consent-queries.server.ts";
import { lockOn } from "#app/logbook/entry-checks.server.ts";
import { readEntries } from "#app/logbook/entry-rows.server.ts";
import { findClient } from "#app/logbook/queries.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import { findEnrolment, findRecord, lockingOf } from "#app/pathway/queries.server.ts";
import { type Day, instantOf, londonDay } from "#app/platform/clock.ts";
import { DEFAULT_SETTINGS } from "#app/programme/settings.ts";
import { getProgrammeSettings } from "#app/programme/queries.server.ts";
import type { Reader, Trx } from "#db/database.server.ts";

import { askErasure, type ErasingServices, finishErasures, listWatchers } from "./erase.server.ts";
import type { Clip } from "./model.ts";
import { findErasure, listClipConsents, listClipGrants, listKeptClips } from "./queries.server.ts";
import { isDue, type Leaving, type RetentionFacts, whenItGoes } from "./retention.ts";
import { dropExpiredUploads } from "./uploads.server.ts";

/** To which case and cycle a film belongs, and whose it is. */
type OfCase = Pick<Clip, "traineeId" | "entryId" | "clientId">;

/** The day on which the stage of the clip's cycle was signed; null while it is open, or reopened. */
async function stageDecidedOn(db: Reader, clip: OfCase, today: Day): Promise<Day | null> {
  const [entry] = await readEntries(db, db.selectFrom("entry").select("entry.id").where("entry.id", "=", clip.entryId), "current");
  const record = await findRecord(db, clip.traineeId);
  return entry && record ? lockOn(entry, lockingOf(record), today)?.closedOn ?? null : null;
}

async function keptDays(db: Reader, traineeId: string): Promise<number> {
  const enrolment = await findEnrolment(db, traineeId);
  const settings = enrolment ? await getProgrammeSettings(db, enrolment.programmeId) : DEFAULT_SETTINGS;
  return settings.clipKeptDays;
}

async function caseFacts(db: Reader, of: OfCase, today: Day): Promise<Pick<RetentionFacts, "caseClosedOn" | "stageDecidedOn" | "keptDays">> {
  return {
    caseClosedOn: (await findClient(db, of.traineeId, of.clientId))?.closedOn ?? null,
    stageDecidedOn: await stageDecidedOn(db, of, today),
    keptDays: await keptDays(db, of.traineeId),
  };
}

async function retentionFacts(db: Reader, clip: Clip, today: Day): Promise<RetentionFacts> {
  return {
    recordedAt: clip.recordedAt,
    wasSubmitted: (await listClipGrants(db, clip.id)).length > 0,
    consents: await listConsentsByIds(db, await listClipConsents(db, clip.id)),
    ...await caseFacts(db, clip, today),
  };
}

/** When a clip that is kept goes, as things stand today, and why. */
export async function findLeaving(db: Reader, clip: Clip, today: Day): Promise<Leaving> {
  return whenItGoes(await retentionFacts(db, clip, today));
}

/** When a film goes that is sent and submitted now, as things stand, and why. */
export async function findLeavingOfNew(db: Reader, of: OfCase, now: Date): Promise<Leaving> {
  return whenItGoes({ recordedAt: instantOf(now), wasSubmitted: true, consents: [], ...await caseFacts(db, of, londonDay(now)) });
}

async function eraseIfDue(trx: Trx, clip: Clip, now: Date): Promise<void> {
  if (await findErasure(trx, clip.id)) return;
  const because = isDue(await retentionFacts(trx, clip, londonDay(now)), now);
  if (because === null) return;
  const receipt = await askErasure(trx, { clipId: clip.id, because, askedBy: null }, now);
  const recipientIds = [clip.traineeId, ...await listWatchers(trx, clip, now)];
  await notify(trx, { kind: "clip_erased", actorId: null, traineeId: clip.traineeId, recipientIds, subjects: { clip: clip.id, ...(receipt === undefined ? {} : { receipt }) } }, now);
  await recordAct(trx, { actorId: null, act: "clip.erasure_asked", subjects: { trainee: clip.traineeId, clip: clip.id } }, now);
}

/**
 * What the clock asks for (docs/field.md, "How long a clip is kept"): uploads that were never finished are dropped, clips whose
 * time is over are erased and both sides told, and every erasing that was begun is finished. For the server's jobs; the first
 * round, at the start, finishes what a stopped server left.
 */
export async function keepClipClock(services: ErasingServices, now: Date): Promise<void> {
  const { database } = services;
  for (const clip of await listKeptClips(database.reader)) {
    const because = isDue(await retentionFacts(database.reader, clip, londonDay(now)), now);
    if (because !== null) await database.inTransaction((trx) => eraseIfDue(trx, clip, now));
  }
  await dropExpiredUploads(services, now);
  await finishErasures(services, now);
}
