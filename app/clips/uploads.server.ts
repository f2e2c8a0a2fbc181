import { z } from "zod";

import { recordAct } from "#app/audit/writes.server.ts";
import { consentFor, type ConsentProblem } from "#app/logbook/consent.ts";
import { listConsentsByIds } from "#app/logbook/consent-queries.server.ts";
import type { Cycle } from "#app/logbook/model.ts";
import { findOwnEnrolment } from "#app/logbook/own-record.server.ts";
import { findEntry } from "#app/logbook/queries.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

import type { ErasingServices } from "./erase.server.ts";
import { type FilmFacts, MAX_OPEN_UPLOADS, type Upload, UPLOAD_HOURS } from "./model.ts";

const MS_PER_HOUR = 3_600_000;
const consentIdsSchema = z.array(z.string());
/** When an upload "expires" that is being dropped: from then on it becomes no clip, whoever is faster. */
const DROPPED = "1970-01-01T00:00:00.000Z";

/** Why an upload may not begin or go on. */
export type UploadCode = "not_allowed" | "entry_unknown" | "review_missing" | "too_many_uploads" | "nobody_recorded" | ConsentProblem;

const UPLOAD_COLUMNS = ["id", "trainee_id", "entry_id", "client_id", "bytes", "consent_ids", "created_at", "expires_at", "finished_at"] as const;

interface UploadRow { id: string; trainee_id: string; entry_id: string; client_id: string; bytes: number; consent_ids: string; created_at: string; expires_at: string; finished_at: string | null }

function uploadOf(row: UploadRow): Upload {
  return {
    id: row.id, traineeId: row.trainee_id, entryId: row.entry_id, clientId: row.client_id, bytes: row.bytes, consentIds: consentIdsSchema.parse(JSON.parse(row.consent_ids)),
    createdAt: row.created_at, expiresAt: row.expires_at, finishedAt: row.finished_at,
  };
}

/** An upload of that trainee's own, finished ones too; undefined for another's, as for one that is not there. */
export async function findUpload(db: Reader, traineeId: string, uploadId: string): Promise<Upload | undefined> {
  const row = await db.selectFrom("clip_upload").select(UPLOAD_COLUMNS).where("id", "=", uploadId).where("trainee_id", "=", traineeId).executeTakeFirst();
  return row && uploadOf(row);
}

/** Every upload that is not finished, the oldest first. */
async function listOpenUploads(db: Reader): Promise<Upload[]> {
  const rows = await db.selectFrom("clip_upload").select(UPLOAD_COLUMNS).where("finished_at", "is", null).orderBy("created_at").orderBy("id").execute();
  return rows.map(uploadOf);
}

/** A film of a shared review always shows the client: without the client's consent, nobody's is enough. */
async function consentProblem(db: Reader, actor: Actor, clientId: string, consentIds: readonly string[]): Promise<UploadCode | undefined> {
  const consents = (await listConsentsByIds(db, consentIds)).filter((consent) => consent.clientId === clientId);
  if (consents.length < consentIds.length || !consents.some((consent) => consent.filmedRole === "client")) return "nobody_recorded";
  const verdict = consentFor(consents, "own_supervisor", null, actor.today);
  return verdict.ok ? undefined : verdict.because;
}

/** Why the upload may not go on for its owner as things stand now, or undefined. The actor's grants are those of today. */
export async function uploadProblem(db: Reader, actor: Actor, upload: Upload): Promise<UploadCode | undefined> {
  if (await findOwnEnrolment(db, actor, "clip.upload") === undefined) return "not_allowed";
  return consentProblem(db, actor, upload.clientId, upload.consentIds);
}

async function ownReviewedCycle(trx: Trx, actor: Actor, entryId: string): Promise<Result<Cycle, UploadCode>> {
  const entry = await findEntry(trx, actor, entryId);
  if (entry?.kind !== "cycle" || entry.voided || entry.traineeId !== actor.personId) return refused("entry_unknown");
  return entry.reviewedOn === null ? refused("review_missing") : done(entry);
}

async function countOpen(trx: Trx, traineeId: string, now: Date): Promise<number> {
  const rows = await trx.selectFrom("clip_upload").select("id").where("trainee_id", "=", traineeId).where("finished_at", "is", null)
    .where("expires_at", ">", instantOf(now)).execute();
  return rows.length;
}

/** A film as it is announced: to which cycle it belongs, who can be seen or heard, and how long it is. */
export interface AnnouncedFilm {
  readonly id: string;
  readonly entryId: string;
  readonly consentIds: readonly string[];
  readonly bytes: number;
}

/** Begins an upload to the actor's own cycle: the policy, the cycle, the consents and the number under way are asked of fresh rows. */
export async function beginUpload(db: Database, actor: Actor, film: AnnouncedFilm, now: Date): Promise<Result<Upload, UploadCode>> {
  return db.inTransaction(async (trx): Promise<Result<Upload, UploadCode>> => {
    const fresh = await freshActor(trx, actor, now);
    if (await findOwnEnrolment(trx, fresh, "clip.upload") === undefined) return refused("not_allowed");
    const cycle = await ownReviewedCycle(trx, fresh, film.entryId);
    if (!cycle.ok) return cycle;
    const problem = await consentProblem(trx, fresh, cycle.value.clientId, film.consentIds);
    if (problem !== undefined) return refused(problem);
    if (await countOpen(trx, fresh.personId, now) >= MAX_OPEN_UPLOADS) return refused("too_many_uploads");
    const row = {
      id: film.id, trainee_id: fresh.personId, entry_id: film.entryId, client_id: cycle.value.clientId, bytes: film.bytes, consent_ids: JSON.stringify(film.consentIds),
      created_at: instantOf(now), expires_at: instantOf(new Date(now.getTime() + UPLOAD_HOURS * MS_PER_HOUR)), finished_at: null,
    };
    await trx.insertInto("clip_upload").values(row).execute();
    await recordAct(trx, { actorId: fresh.personId, act: "clip.upload_begun", subjects: { trainee: fresh.personId, entry: film.entryId, clip: film.id } }, now);
    return done(uploadOf(row));
  });
}

async function insertClip(trx: Trx, upload: Upload, film: FilmFacts, now: Date): Promise<void> {
  await trx.insertInto("clip").values({
    id: upload.id, trainee_id: upload.traineeId, entry_id: upload.entryId, client_id: upload.clientId, media_type: film.mediaType, bytes: upload.bytes,
    duration_ms: film.durationMs, width: film.width, height: film.height, has_sound: film.hasSound ? 1 : 0, recorded_at: instantOf(now), recorded_by: upload.traineeId,
  }).execute();
  await trx.insertInto("clip_consent").values(upload.consentIds.map((consentId) => ({ clip_id: upload.id, consent_id: consentId }))).execute();
}

/**
 * Makes a clip of an upload that arrived whole and was checked; done before, nothing more is done. Refused where meanwhile a
 * consent was withdrawn, the cycle voided or the grant ended; `entry_unknown` also where the upload itself is gone.
 */
export async function recordClip(db: Database, actor: Actor, upload: Upload, film: FilmFacts, now: Date): Promise<Result<{ clipId: string }, UploadCode>> {
  return db.inTransaction(async (trx): Promise<Result<{ clipId: string }, UploadCode>> => {
    const fresh = await freshActor(trx, actor, now);
    const standing = await findUpload(trx, fresh.personId, upload.id);
    if (!standing || standing.expiresAt === DROPPED) return refused("entry_unknown");
    if (standing.finishedAt !== null) return done({ clipId: upload.id });
    const problem = await uploadProblem(trx, fresh, standing);
    if (problem !== undefined) return refused(problem);
    const cycle = await ownReviewedCycle(trx, fresh, standing.entryId);
    if (!cycle.ok) return cycle;
    await insertClip(trx, standing, film, now);
    await trx.updateTable("clip_upload").set({ finished_at: instantOf(now) }).where("id", "=", upload.id).execute();
    await recordAct(trx, { actorId: fresh.personId, act: "clip.recorded", subjects: { trainee: fresh.personId, entry: standing.entryId, clip: upload.id } }, now);
    return done({ clipId: upload.id });
  });
}

/** Drops an upload that did not become a clip: key, bytes, and last the row, so that one half dropped is found again. A finished one stays. */
export async function dropUpload({ database, clips }: ErasingServices, upload: Upload, droppedBy: string | null, now: Date): Promise<void> {
  const { numUpdatedRows } = await database.inTransaction((trx) => trx.updateTable("clip_upload").set({ expires_at: DROPPED })
    .where("id", "=", upload.id).where("finished_at", "is", null).executeTakeFirstOrThrow());
  if (numUpdatedRows === 0n) return;
  await clips.keys.destroy(upload.id);
  await clips.blobs.remove(upload.id);
  await database.inTransaction(async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom("clip_upload").where("id", "=", upload.id).where("finished_at", "is", null).executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await recordAct(trx, { actorId: droppedBy, act: "clip.upload_dropped", subjects: { trainee: upload.traineeId, clip: upload.id } }, now);
  });
}

/** Drops every upload under way that a withdrawn consent covers. */
export async function dropUploadsWith(services: ErasingServices, consentId: string, now: Date): Promise<void> {
  for (const upload of await listOpenUploads(services.database.reader)) {
    if (upload.consentIds.includes(consentId)) await dropUpload(services, upload, null, now);
  }
}

/** Drops every upload whose time is over. */
export async function dropExpiredUploads(services: ErasingServices, now: Date): Promise<void> {
  for (const upload of await listOpenUploads(services.database.reader)) {
    if (upload.expiresAt <= instantOf(now)) await dropUpload(services, upload, null, now);
  }
}
