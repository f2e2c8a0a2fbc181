import { instantOf } from "#app/platform/clock.ts";

import type { Trx } from "#db/database.server.ts";

import { canonicalSubjects, leafHash, linkHash } from "./chain.server.ts";
import type { AuditRecord } from "./model.ts";

const ROWS_AT_ONCE = 200;

/** Something that was done, and when. */
export interface DatedRecord {
  readonly record: AuditRecord;
  readonly at: Date;
}

interface Link {
  readonly seq: number;
  readonly hash: string;
}

function rowAfter(head: Link, { record, at }: DatedRecord) {
  const leaf = { seq: head.seq + 1, at: instantOf(at), actorId: record.actorId, act: record.act, subjects: canonicalSubjects(record.subjects) };
  const leaf_hash = leafHash(leaf);
  return {
    seq: leaf.seq, at: leaf.at, actor_id: leaf.actorId, act: leaf.act, subjects: leaf.subjects,
    leaf_hash, previous_hash: head.hash, hash: linkHash(head.hash, leaf_hash),
  };
}

/** Adds several links in their order, as `recordAct` does one; for what writes a long history at once. */
export async function recordActs(trx: Trx, acts: readonly DatedRecord[]): Promise<void> {
  const before = await trx.selectFrom("audit_head").select(["seq", "hash"]).where("id", "=", "head").executeTakeFirstOrThrow();
  let head: Link = before;
  const rows = acts.map((act) => {
    const row = rowAfter(head, act);
    head = row;
    return row;
  });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await trx.insertInto("audit_entry").values(rows.slice(from, from + ROWS_AT_ONCE)).execute();
  }
  const moved = await trx.updateTable("audit_head").set({ seq: head.seq, hash: head.hash })
    .where("id", "=", "head").where("hash", "=", before.hash).executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new Error("the audit head moved during the transaction");
}

/**
 * Adds one link to the chain in the caller's transaction; called last, after every other write.
 * Throws where another transaction moved the head meanwhile: nothing of this one may stand then.
 */
export async function recordAct(trx: Trx, record: AuditRecord, now: Date): Promise<void> {
  await recordActs(trx, [{ record, at: now }]);
}
