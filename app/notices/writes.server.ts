import { type Instant, instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Trx } from "#db/database.server.ts";

import { type NewNotice, type NoticeKind, type NoticeSubjects, noticeSubjectsSchema } from "./model.ts";

// Whoever acts on a thing has seen what they were told of it before.
async function seeEarlier(trx: Trx, { actorId, subjects }: NewNotice, at: Instant): Promise<void> {
  const { submission, request } = subjects;
  if (actorId === null || (submission === undefined && request === undefined)) return;
  const unseen = await trx.selectFrom("notice_recipient as r").innerJoin("notice as n", "n.id", "r.notice_id").select(["n.id", "n.subjects"])
    .where("r.person_id", "=", actorId).where("r.seen_at", "is", null).execute();
  const ids = unseen.filter((row) => isSameThing(noticeSubjectsSchema.parse(JSON.parse(row.subjects)), subjects)).map((row) => row.id);
  if (ids.length > 0) await trx.updateTable("notice_recipient").set({ seen_at: at }).where("person_id", "=", actorId).where("notice_id", "in", ids).execute();
}

function isSameThing(a: NoticeSubjects, b: NoticeSubjects): boolean {
  return (["submission", "request"] as const).some((thing) => a[thing] !== undefined && a[thing] === b[thing]);
}

/**
 * Takes back what one person was told in that kind of exactly those subjects and has not seen: they are told of it no longer, and
 * letters that wait are dropped. What they have seen stays seen.
 */
export async function takeBackNotices(trx: Trx, of: { readonly kind: NoticeKind; readonly personId: string; readonly subjects: NoticeSubjects }, now: Date): Promise<void> {
  const unseen = await trx.selectFrom("notice_recipient as r").innerJoin("notice as n", "n.id", "r.notice_id").select("n.id")
    .where("r.person_id", "=", of.personId).where("r.seen_at", "is", null).where("n.kind", "=", of.kind).where("n.subjects", "=", JSON.stringify(of.subjects)).execute();
  if (unseen.length === 0) return;
  const [ids, at] = [unseen.map((row) => row.id), instantOf(now)];
  await trx.updateTable("notice_recipient").set({ seen_at: at }).where("person_id", "=", of.personId).where("notice_id", "in", ids).execute();
  await trx.updateTable("outbox").set({ state: "dropped", settled_at: at }).where("person_id", "=", of.personId).where("state", "=", "waiting").where("notice_id", "in", ids).execute();
}

/**
 * Tells of something that happened, in the caller's transaction: one notice, a row for each recipient, and a letter in the
 * outbox for each of them. Whoever did it is left out, whoever is named twice is told once, and where nobody is left nothing is written.
 * Whoever did it has by that seen what they were told before of the same submission or request.
 */
export async function notify(trx: Trx, notice: NewNotice, now: Date): Promise<void> {
  const recipients = [...new Set(notice.recipientIds)].filter((personId) => personId !== notice.actorId);
  const [id, at] = [newId(), instantOf(now)];
  await seeEarlier(trx, notice, at);
  if (recipients.length === 0) return;
  await trx.insertInto("notice").values({
    id, kind: notice.kind, actor_id: notice.actorId, trainee_id: notice.traineeId, subjects: JSON.stringify(notice.subjects), recorded_at: at,
  }).execute();
  await trx.insertInto("notice_recipient").values(recipients.map((person_id) => ({ notice_id: id, person_id, seen_at: null }))).execute();
  await trx.insertInto("outbox").values(recipients.map((person_id) => (
    { id: newId(), notice_id: id, person_id, channel: "mail", state: "waiting", queued_at: at, settled_at: null }
  ))).execute();
}
