import { type Day, londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import type { Clip, ClipDescription, ClipGrant, Erasure } from "./model.ts";
import { clipPurposeSchema, erasureReasonSchema, mediaTypeSchema } from "./schemas.ts";

const CLIP_COLUMNS = [
  "clip.id", "clip.trainee_id", "clip.entry_id", "clip.client_id", "clip.media_type", "clip.bytes", "clip.duration_ms", "clip.width", "clip.height",
  "clip.has_sound", "clip.recorded_at",
] as const;

interface ClipRow {
  id: string; trainee_id: string; entry_id: string; client_id: string; media_type: string; bytes: number; duration_ms: number; width: number; height: number;
  has_sound: 0 | 1; recorded_at: string;
}

function clipOf(row: ClipRow): Clip {
  return {
    id: row.id, traineeId: row.trainee_id, entryId: row.entry_id, clientId: row.client_id, mediaType: mediaTypeSchema.parse(row.media_type), bytes: row.bytes,
    durationMs: row.duration_ms, width: row.width, height: row.height, hasSound: row.has_sound === 1, recordedAt: row.recorded_at,
  };
}

/** A clip by id, erased ones too; whether it may be watched or spoken of is the caller's question. */
export async function findClip(db: Reader, clipId: string): Promise<Clip | undefined> {
  const row = await db.selectFrom("clip").select(CLIP_COLUMNS).where("clip.id", "=", clipId).executeTakeFirst();
  return row && clipOf(row);
}

/** A clip of that trainee's own which is not to be erased; undefined for any other. */
export async function findOwnClip(db: Reader, traineeId: string, clipId: string): Promise<Clip | undefined> {
  const row = await db.selectFrom("clip").select(CLIP_COLUMNS).where("clip.id", "=", clipId).where("clip.trainee_id", "=", traineeId)
    .where("clip.id", "not in", db.selectFrom("clip_erasure").select("clip_erasure.clip_id")).executeTakeFirst();
  return row && clipOf(row);
}

const ERASURE_COLUMNS = ["clip_id", "receipt", "because", "asked_by", "asked_at", "key_destroyed_at", "bytes_removed_at"] as const;

interface ErasureRow { clip_id: string; receipt: string; because: string; asked_by: string | null; asked_at: string; key_destroyed_at: string | null; bytes_removed_at: string | null }

function erasureOf(row: ErasureRow): Erasure {
  return {
    clipId: row.clip_id, receipt: row.receipt, because: erasureReasonSchema.parse(row.because), askedBy: row.asked_by, askedAt: row.asked_at,
    keyDestroyedAt: row.key_destroyed_at, bytesRemovedAt: row.bytes_removed_at,
  };
}

/** The erasing of a clip, asked for or done; undefined for one that is kept. */
export async function findErasure(db: Reader, clipId: string): Promise<Erasure | undefined> {
  const row = await db.selectFrom("clip_erasure").select(ERASURE_COLUMNS).where("clip_id", "=", clipId).executeTakeFirst();
  return row && erasureOf(row);
}

/** Every erasing that was asked for and is not finished, the oldest first. */
export async function listUnfinishedErasures(db: Reader): Promise<Erasure[]> {
  const rows = await db.selectFrom("clip_erasure").select(ERASURE_COLUMNS).where("bytes_removed_at", "is", null).orderBy("asked_at").orderBy("clip_id").execute();
  return rows.map(erasureOf);
}

/** What may be told of these clips wherever they are mentioned, by id; those that were never there are left out. */
async function mapClips(db: Reader, clipIds: readonly string[]): Promise<Map<string, ClipDescription>> {
  if (clipIds.length === 0) return new Map();
  const ids = [...new Set(clipIds)];
  const clips = await db.selectFrom("clip").select(CLIP_COLUMNS).where("clip.id", "in", ids).orderBy("clip.id").execute();
  const erasures = new Map((await db.selectFrom("clip_erasure").select(ERASURE_COLUMNS).where("clip_id", "in", ids).execute()).map((row) => [row.clip_id, erasureOf(row)]));
  return new Map(clips.map((row) => {
    const erasure = erasures.get(row.id);
    const gone = erasure && { receipt: erasure.receipt, because: erasure.because, on: londonDay(new Date(erasure.askedAt)), isFinished: erasure.bytesRemovedAt !== null };
    return [row.id, { ...clipOf(row), erasure: gone ?? null }];
  }));
}

/** The same of one clip; undefined for one that was never there. */
export async function describeClip(db: Reader, clipId: string): Promise<ClipDescription | undefined> {
  return (await mapClips(db, [clipId])).get(clipId);
}

/** Who was ever allowed to watch the clip, in the versions in force; ended ones too. */
export async function listClipGrants(db: Reader, clipId: string): Promise<ClipGrant[]> {
  const rows = await db.selectFrom("current_clip_grant").select(["id", "clip_id", "person_id", "purpose", "starts_at", "ends_at", "version"])
    .where("clip_id", "=", clipId).orderBy("starts_at").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id, clipId: row.clip_id, personId: row.person_id, purpose: clipPurposeSchema.parse(row.purpose), startsAt: row.starts_at, endsAt: row.ends_at, version: row.version,
  }));
}

/** Ids of the consents of everybody who can be seen or heard in the clip. */
export async function listClipConsents(db: Reader, clipId: string): Promise<string[]> {
  const rows = await db.selectFrom("clip_consent").select("consent_id").where("clip_id", "=", clipId).orderBy("consent_id").execute();
  return rows.map((row) => row.consent_id);
}

/** The films of that cycle which are not to be erased, the latest first. */
export async function listArrivedFilms(db: Reader, cycle: { readonly id: string; readonly traineeId: string }): Promise<Clip[]> {
  const rows = await db.selectFrom("clip").select(CLIP_COLUMNS).where("clip.entry_id", "=", cycle.id).where("clip.trainee_id", "=", cycle.traineeId)
    .where("clip.id", "not in", db.selectFrom("clip_erasure").select("clip_erasure.clip_id")).orderBy("clip.recorded_at", "desc").orderBy("clip.id").execute();
  return rows.map(clipOf);
}

/** The clips that a consent covers and that are not to be erased yet. */
export async function listClipsCovered(db: Reader, consentId: string): Promise<Clip[]> {
  const rows = await db.selectFrom("clip").innerJoin("clip_consent as c", "c.clip_id", "clip.id").select(CLIP_COLUMNS).where("c.consent_id", "=", consentId)
    .where("clip.id", "not in", db.selectFrom("clip_erasure").select("clip_erasure.clip_id")).orderBy("clip.recorded_at").orderBy("clip.id").execute();
  return rows.map(clipOf);
}

/** A clip that went with a consent, and the day on which it did. */
export interface Receipt {
  readonly consentId: string;
  readonly clipId: string;
  readonly on: Day;
}

/** The clips under those consents that went because a consent was withdrawn, the latest first. */
export async function listReceipts(db: Reader, consentIds: readonly string[]): Promise<Receipt[]> {
  if (consentIds.length === 0) return [];
  const rows = await db.selectFrom("clip_erasure as e").innerJoin("clip_consent as c", "c.clip_id", "e.clip_id").select(["c.consent_id", "e.clip_id", "e.asked_at"])
    .where("c.consent_id", "in", consentIds).where("e.because", "=", "consent_withdrawn").orderBy("e.asked_at", "desc").orderBy("e.clip_id").orderBy("c.consent_id").execute();
  return rows.map((row) => ({ consentId: row.consent_id, clipId: row.clip_id, on: londonDay(new Date(row.asked_at)) }));
}

/** Every clip that is not to be erased yet, for the clock that all of them run against. */
export async function listKeptClips(db: Reader): Promise<Clip[]> {
  const rows = await db.selectFrom("clip").select(CLIP_COLUMNS)
    .where("clip.id", "not in", db.selectFrom("clip_erasure").select("clip_erasure.clip_id")).orderBy("clip.recorded_at").orderBy("clip.id").execute();
  return rows.map(clipOf);
}
