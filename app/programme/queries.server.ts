import type { Reader } from "#db/database.server.ts";

import type { Programme } from "./model.ts";

/** The programmes with these ids, by name; those that do not exist are left out. */
export async function listProgrammes(db: Reader, ids: readonly string[]): Promise<Programme[]> {
  if (ids.length === 0) return [];
  return db.selectFrom("programme").select(["id", "name"]).where("id", "in", [...new Set(ids)]).orderBy("name").orderBy("id").execute();
}
