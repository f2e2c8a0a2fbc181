import type { Reader } from "#db/database.server.ts";

import { type Notice, type NoticeKind, noticeKindSchema, noticeSubjectsSchema } from "./model.ts";

/** Which notices are listed: with `unseenOnly` those not seen yet, at most `limit`, of one kind alone or of every other. */
interface NoticeFilter {
  readonly unseenOnly: boolean;
  readonly limit?: number;
  readonly kind?: NoticeKind;
  readonly except?: NoticeKind;
}

/** What this person was told of, the latest first. */
export async function listNotices(db: Reader, personId: string, { unseenOnly, limit, kind, except }: NoticeFilter): Promise<Notice[]> {
  const rows = await db.selectFrom("notice_recipient as r").innerJoin("notice as n", "n.id", "r.notice_id")
    .select(["n.id", "n.kind", "n.actor_id", "n.trainee_id", "n.subjects", "n.recorded_at", "r.seen_at"])
    .where("r.person_id", "=", personId).$if(unseenOnly, (query) => query.where("r.seen_at", "is", null))
    .$if(kind !== undefined, (query) => query.where("n.kind", "=", kind ?? "")).$if(except !== undefined, (query) => query.where("n.kind", "!=", except ?? ""))
    .orderBy("n.recorded_at", "desc").orderBy("n.id").$if(limit !== undefined, (query) => query.limit(limit ?? 0)).execute();
  return rows.map((row) => ({
    id: row.id, kind: noticeKindSchema.parse(row.kind), actorId: row.actor_id, traineeId: row.trainee_id,
    subjects: noticeSubjectsSchema.parse(JSON.parse(row.subjects)), at: row.recorded_at, seenAt: row.seen_at,
  }));
}

/** Everybody who was told of that request for a sign-off. */
export async function listToldOf(db: Reader, traineeId: string, requestId: string): Promise<string[]> {
  const rows = await db.selectFrom("notice_recipient as r").innerJoin("notice as n", "n.id", "r.notice_id").select(["r.person_id", "n.subjects"])
    .where("n.trainee_id", "=", traineeId).orderBy("r.person_id").execute();
  return [...new Set(rows.filter((row) => noticeSubjectsSchema.parse(JSON.parse(row.subjects)).request === requestId).map((row) => row.person_id))];
}

/** How much this person was told of and has not seen yet. */
export async function countUnseen(db: Reader, personId: string, except?: NoticeKind): Promise<number> {
  const row = await db.selectFrom("notice_recipient as r").innerJoin("notice as n", "n.id", "r.notice_id").select((query) => query.fn.countAll().as("unseen"))
    .where("r.person_id", "=", personId).where("r.seen_at", "is", null).$if(except !== undefined, (query) => query.where("n.kind", "!=", except ?? "")).executeTakeFirstOrThrow();
  return Number(row.unseen);
}

/** How many things there are that this person was told of in that kind and has not seen yet, each once however often they were told of it. */
export async function countUnseenThings(db: Reader, personId: string, kind: NoticeKind): Promise<number> {
  const row = await db.selectFrom("notice_recipient as r").innerJoin("notice as n", "n.id", "r.notice_id").select((query) => query.fn.count("n.subjects").distinct().as("things"))
    .where("r.person_id", "=", personId).where("r.seen_at", "is", null).where("n.kind", "=", kind).executeTakeFirstOrThrow();
  return Number(row.things);
}
