import type { Database } from "#db/database.server.ts";

import { deleteOldResets } from "./reset.server.ts";
import { deleteExpired } from "./sessions.server.ts";
import { forgetOldTries } from "./throttle.server.ts";

/** Clears away sign-ins, links and counts of tries that are over. For the server's jobs, every hour or so. */
export async function clearAway(database: Database, now: Date): Promise<void> {
  await database.inTransaction(async (trx) => {
    await deleteExpired(trx, now);
    await deleteOldResets(trx, now);
    await forgetOldTries(trx, now);
  });
}
