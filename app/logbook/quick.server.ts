import { newId } from "#app/platform/ids.ts";
import type { Reader } from "#db/database.server.ts";

import { readEntries } from "./entry-rows.server.ts";
import { listClients } from "./queries.server.ts";
import { type LastSupervision, type QuickCycle, quickCycle } from "./quick.ts";

/** What the short form of a cycle begins with for that trainee. */
export async function findQuickCycle(db: Reader, traineeId: string): Promise<QuickCycle> {
  return quickCycle(newId(), await listClients(db, traineeId));
}

/** The latest supervision session of that trainee that is not voided, by its day; undefined before the first. */
export async function findLastSupervision(db: Reader, traineeId: string): Promise<LastSupervision | undefined> {
  const latest = db.selectFrom("current_supervision as s").innerJoin("entry", "entry.id", "s.entry_id").select("entry.id")
    .where("entry.trainee_id", "=", traineeId).where("s.voided", "=", 0).orderBy("s.held_on", "desc").orderBy("entry.id").limit(1);
  const [entry] = await readEntries(db, latest, "current");
  return entry?.kind === "supervision" ? entry : undefined;
}
