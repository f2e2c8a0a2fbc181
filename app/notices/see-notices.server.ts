import { recordAct } from "#app/audit/writes.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

/**
 * The actor has seen these notices of theirs. Those seen before keep their instant, and what came in meanwhile stays unseen
 * because it is not named. `not_there` where one of them is not theirs: nothing is marked then.
 */
export async function seeNotices(
  db: Database, actor: { readonly personId: string }, input: { readonly noticeIds: readonly string[] }, now: Date,
): Promise<Result<{ seen: number }, "not_there">> {
  const noticeIds = [...new Set(input.noticeIds)];
  if (noticeIds.length === 0) return refused("not_there");
  return db.inTransaction(async (trx) => {
    const own = await trx.selectFrom("notice_recipient").select(["notice_id", "seen_at"])
      .where("person_id", "=", actor.personId).where("notice_id", "in", noticeIds).orderBy("notice_id").execute();
    if (own.length < noticeIds.length) return refused("not_there");
    const unseen = own.filter((row) => row.seen_at === null).map((row) => row.notice_id);
    if (unseen.length === 0) return done({ seen: 0 });
    await trx.updateTable("notice_recipient").set({ seen_at: instantOf(now) })
      .where("person_id", "=", actor.personId).where("notice_id", "in", unseen).execute();
    await recordAct(trx, { actorId: actor.personId, act: "notices.seen", subjects: { notice: unseen } }, now);
    return done({ seen: unseen.length });
  });
}
