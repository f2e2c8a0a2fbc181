import { bumpRecord } from "#app/pathway/writes.server.ts";
import type { Trx } from "#db/database.server.ts";

import { recount } from "./recount.server.ts";

/**
 * Counts afresh everybody who ever logged supervision with this person: what it counts for changes with the
 * supervisor's accreditation and verification. In the transaction that changes those.
 */
export async function recountSupervised(trx: Trx, supervisorId: string, now: Date): Promise<void> {
  const rows = await trx.selectFrom("supervision_version as v").innerJoin("entry as e", "e.id", "v.entry_id")
    .where("v.supervisor_id", "=", supervisorId).select("e.trainee_id").distinct().orderBy("e.trainee_id").execute();
  for (const { trainee_id } of rows) {
    await bumpRecord(trx, trainee_id);
    await recount(trx, trainee_id, now);
  }
}
