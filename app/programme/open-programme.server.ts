import { recordAct } from "#app/audit/writes.server.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { createProgramme } from "./writes.server.ts";

/**
 * For the console: the programme of that name, opened where it is new, which is recorded as done by nobody.
 * Returns its id; of several of one name, the one opened first.
 */
export async function openProgrammeFromConsole(db: Database, name: string, now: Date): Promise<string> {
  return db.inTransaction((trx) => openProgrammeIn(trx, name, now));
}

/** The same in the caller's transaction. */
export async function openProgrammeIn(trx: Trx, name: string, now: Date): Promise<string> {
  const found = await trx.selectFrom("programme").select("id").where("name", "=", name).orderBy("recorded_at").orderBy("id").executeTakeFirst();
  if (found) return found.id;
  const id = await createProgramme(trx, { name }, now);
  await recordAct(trx, { actorId: null, act: "programme.created", subjects: { programme: id } }, now);
  return id;
}
