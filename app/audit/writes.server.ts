import type { Trx } from "#db/database.server.ts";

import { canonicalSubjects, leafHash, linkHash } from "./chain.server.ts";
import type { AuditRecord } from "./model.ts";

/**
 * Adds one link to the chain in the caller's transaction; called last, after every other write.
 * Throws where another transaction moved the head meanwhile: nothing of this one may stand then.
 */
export async function recordAct(trx: Trx, record: AuditRecord, now: Date): Promise<void> {
  const head = await trx.selectFrom("audit_head").select(["seq", "hash"]).where("id", "=", "head").executeTakeFirstOrThrow();
  const leaf = { seq: head.seq + 1, at: now.toISOString(), actorId: record.actorId, act: record.act, subjects: canonicalSubjects(record.subjects) };
  const leaf_hash = leafHash(leaf);
  const hash = linkHash(head.hash, leaf_hash);
  await trx.insertInto("audit_entry").values({
    seq: leaf.seq, at: leaf.at, actor_id: leaf.actorId, act: leaf.act, subjects: leaf.subjects,
    leaf_hash, previous_hash: head.hash, hash,
  }).execute();
  const moved = await trx.updateTable("audit_head").set({ seq: leaf.seq, hash })
    .where("id", "=", "head").where("hash", "=", head.hash).executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new Error("the audit head moved during the transaction");
}
