import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Trx } from "#db/database.server.ts";

import type { NewNotice } from "./model.ts";

/**
 * Tells of something that happened, in the caller's transaction: one notice, a row for each recipient, and a letter in the
 * outbox for each of them. Whoever did it is left out, whoever is named twice is told once, and where nobody is left nothing is written.
 */
export async function notify(trx: Trx, notice: NewNotice, now: Date): Promise<void> {
  const recipients = [...new Set(notice.recipientIds)].filter((personId) => personId !== notice.actorId);
  if (recipients.length === 0) return;
  const [id, at] = [newId(), instantOf(now)];
  await trx.insertInto("notice").values({
    id, kind: notice.kind, actor_id: notice.actorId, trainee_id: notice.traineeId, subjects: JSON.stringify(notice.subjects), recorded_at: at,
  }).execute();
  await trx.insertInto("notice_recipient").values(recipients.map((person_id) => ({ notice_id: id, person_id, seen_at: null }))).execute();
  await trx.insertInto("outbox").values(recipients.map((person_id) => (
    { id: newId(), notice_id: id, person_id, channel: "mail", state: "waiting", queued_at: at, settled_at: null }
  ))).execute();
}
