import type { Reader } from "#db/database.server.ts";

import { leafHash, linkHash } from "./chain.server.ts";
import type { Act } from "./model.ts";

/** What walking the chain found. */
export type ChainVerdict =
  | { readonly intact: true; readonly length: number }
  | { readonly intact: false; readonly firstBadSeq: number; readonly problem: "missing" | "content" | "link" | "head" };

const PAGE = 1000;

/** Walks the whole chain from its first row and names the first `seq` that does not match. */
export async function verifyChain(db: Reader): Promise<ChainVerdict> {
  let [seq, hash] = [0, ""];
  for (;;) {
    const rows = await db.selectFrom("audit_entry")
      .select(["seq", "at", "actor_id", "act", "subjects", "leaf_hash", "previous_hash", "hash"])
      .where("seq", ">", seq).orderBy("seq").limit(PAGE).execute();
    for (const row of rows) {
      const expected = seq + 1;
      if (row.seq !== expected) return { intact: false, firstBadSeq: expected, problem: "missing" };
      const leaf = leafHash({ seq: row.seq, at: row.at, actorId: row.actor_id, act: row.act, subjects: row.subjects });
      if (leaf !== row.leaf_hash) return { intact: false, firstBadSeq: row.seq, problem: "content" };
      if (row.previous_hash !== hash || row.hash !== linkHash(hash, leaf)) return { intact: false, firstBadSeq: row.seq, problem: "link" };
      [seq, hash] = [row.seq, row.hash];
    }
    if (rows.length < PAGE) break;
  }
  const head = await db.selectFrom("audit_head").select(["seq", "hash"]).where("id", "=", "head").executeTakeFirst();
  if (head?.seq !== seq || head.hash !== hash) return { intact: false, firstBadSeq: seq + 1, problem: "head" };
  return { intact: true, length: seq };
}

/** True where that was ever done here. */
export async function wasDone(db: Reader, act: Act): Promise<boolean> {
  return await db.selectFrom("audit_entry").select("seq").where("act", "=", act).limit(1).executeTakeFirst() !== undefined;
}
