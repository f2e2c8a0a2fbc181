import type { Reader } from "#db/database.server.ts";

import { type Notice, noticeKindSchema, noticeSubjectsSchema } from "./model.ts";

/** What this person was told of, the latest first, at most `limit` of it; with `unseenOnly` what they have not seen yet. */
export async function listNotices(db: Reader, personId: string, { unseenOnly, limit }: { unseenOnly: boolean; limit: number }): Promise<Notice[]> {
  const rows = await db.selectFrom("notice_recipient as r").innerJoin("notice as n", "n.id", "r.notice_id")
    .select(["n.id", "n.kind", "n.actor_id", "n.trainee_id", "n.subjects", "n.recorded_at", "r.seen_at"])
    .where("r.person_id", "=", personId).$if(unseenOnly, (query) => query.where("r.seen_at", "is", null))
    .orderBy("n.recorded_at", "desc").orderBy("n.id").limit(limit).execute();
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
export async function countUnseen(db: Reader, personId: string): Promise<number> {
  const row = await db.selectFrom("notice_recipient").select((query) => query.fn.countAll().as("unseen"))
    .where("person_id", "=", personId).where("seen_at", "is", null).executeTakeFirstOrThrow();
  return Number(row.unseen);
}
