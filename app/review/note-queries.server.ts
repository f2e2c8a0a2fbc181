import type { Reader } from "#db/database.server.ts";

import type { Feedback, Moment, Reply } from "./model.ts";
import { inFilmOrder } from "./moments.ts";
import { layerSchema, momentKindSchema, principleSchema, sharingSchema } from "./schemas.ts";

function momentQuery(db: Reader) {
  return db.selectFrom("moment as m").innerJoin("current_moment as v", "v.moment_id", "m.id").select([
    "m.id", "m.submission_id", "m.author_id", "m.recorded_at", "v.kind", "v.layer", "v.starts_ms", "v.ends_ms", "v.principle", "v.sharing", "v.note", "v.version", "v.voided",
  ]);
}
type MomentRow = Awaited<ReturnType<ReturnType<typeof momentQuery>["execute"]>>[number];

function momentOf(row: MomentRow): Moment {
  return {
    id: row.id, submissionId: row.submission_id, authorId: row.author_id, version: row.version, voided: row.voided === 1, markedAt: row.recorded_at,
    kind: momentKindSchema.parse(row.kind), layer: layerSchema.parse(row.layer), startsMs: row.starts_ms, endsMs: row.ends_ms,
    principle: principleSchema.nullable().parse(row.principle), sharing: sharingSchema.parse(row.sharing), note: row.note,
  };
}

/**
 * The moments of a submission that stand, in the order of the film: all that are shared, and the private ones of that author
 * alone. Whether what is shared was sent yet is the caller's question.
 */
export async function listMoments(db: Reader, submissionId: string, authorId: string): Promise<Moment[]> {
  const rows = await momentQuery(db).where("m.submission_id", "=", submissionId).where("v.voided", "=", 0)
    .where((eb) => eb.or([eb("v.sharing", "=", "shared"), eb("m.author_id", "=", authorId)])).execute();
  return inFilmOrder(rows.map(momentOf));
}

/** One moment of a submission, voided ones too; undefined where it belongs to another. */
export async function findMoment(db: Reader, submissionId: string, momentId: string): Promise<Moment | undefined> {
  const row = await momentQuery(db).where("m.id", "=", momentId).where("m.submission_id", "=", submissionId).executeTakeFirst();
  return row && momentOf(row);
}

/** The moment that this form marked before, if it was sent twice. */
export async function findMomentByRequest(db: Reader, authorId: string, requestId: string): Promise<string | undefined> {
  const row = await db.selectFrom("moment").select("id").where("author_id", "=", authorId).where("request_id", "=", requestId).executeTakeFirst();
  return row?.id;
}

/** The feedback on a submission in its last version, draft or sent; undefined where nothing was written. */
export async function findFeedback(db: Reader, submissionId: string): Promise<Feedback | undefined> {
  const row = await db.selectFrom("current_feedback").select(["working_point", "next_step", "is_sent", "version", "recorded_at", "recorded_by"])
    .where("submission_id", "=", submissionId).executeTakeFirst();
  return row && {
    workingPoint: row.working_point, nextStep: row.next_step, isSent: row.is_sent === 1, version: row.version, recordedAt: row.recorded_at, recordedBy: row.recorded_by,
  };
}

/** Every answer to a submission and its moments, the first first. */
export async function listReplies(db: Reader, submissionId: string): Promise<Reply[]> {
  const rows = await db.selectFrom("reply").select(["id", "moment_id", "author_id", "text", "recorded_at"])
    .where("submission_id", "=", submissionId).orderBy("recorded_at").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, momentId: row.moment_id, authorId: row.author_id, text: row.text, at: row.recorded_at }));
}

/** The answer that this form wrote before, if it was sent twice. */
export async function findReplyByRequest(db: Reader, authorId: string, requestId: string): Promise<string | undefined> {
  const row = await db.selectFrom("reply").select("id").where("author_id", "=", authorId).where("request_id", "=", requestId).executeTakeFirst();
  return row?.id;
}
