import { sql } from "kysely";

import type { Reader } from "#db/database.server.ts";

/** True where the database answers a question. */
export async function databaseAnswers(db: Reader): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
