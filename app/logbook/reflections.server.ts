import type { Reader } from "#db/database.server.ts";

/*
 * What trainees write of a cycle for themselves. It stands in a table of its own, so that nothing that reads entries reads
 * it: it is asked for here, by whom it belongs to (docs/field.md, "Reflections").
 */

/** What stands in that version of a cycle; null where there is none. Only to be written again with the next version. */
export async function reflectionIn(db: Reader, entryId: string, version: number): Promise<string | null> {
  const row = await db.selectFrom("cycle_reflection").select("reflection").where("entry_id", "=", entryId).where("version", "=", version).executeTakeFirst();
  return row?.reflection ?? null;
}

/** The versions of that trainee's own cycle in which a reflection stands, with it. */
export async function mapOwnReflections(db: Reader, traineeId: string, entryId: string): Promise<Map<number, string>> {
  const rows = await db.selectFrom("cycle_reflection as r").innerJoin("entry", "entry.id", "r.entry_id").select(["r.version", "r.reflection"])
    .where("r.entry_id", "=", entryId).where("entry.trainee_id", "=", traineeId).execute();
  return new Map(rows.map((r) => [r.version, r.reflection]));
}

/** The reflection in the version in force of that trainee's own cycle; null where there is none, as for anybody else's. */
export async function findOwnReflection(db: Reader, traineeId: string, entryId: string): Promise<string | null> {
  const row = await db.selectFrom("current_cycle as v").innerJoin("entry", "entry.id", "v.entry_id")
    .innerJoin("cycle_reflection as r", (on) => on.onRef("r.entry_id", "=", "v.entry_id").onRef("r.version", "=", "v.version"))
    .select("r.reflection").where("v.entry_id", "=", entryId).where("entry.trainee_id", "=", traineeId).executeTakeFirst();
  return row?.reflection ?? null;
}
