import { sql } from "kysely";

import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { type Day, londonDay } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import type { Reflection, ReflectionShare } from "./reflection-model.ts";
import { readRelations } from "./reflection-relations.server.ts";
import { sharingHolds } from "./reflection-sharing.ts";

/* The only file that reads reflections together with whom they are shared with (docs/field.md, "Reflections"). */

function freeQuery(db: Reader) {
  return db.selectFrom("reflection as r").innerJoin("current_reflection as v", "v.reflection_id", "r.id")
    .select(["r.id", "r.trainee_id", "v.written_on", "v.reflection", "v.entry_id", "v.version", "v.voided", "v.recorded_at"]);
}

function cycleQuery(db: Reader) {
  return db.selectFrom("current_cycle as v").innerJoin("entry as r", "r.id", "v.entry_id")
    .innerJoin("cycle_reflection as t", (on) => on.onRef("t.entry_id", "=", "v.entry_id").onRef("t.version", "=", "v.version"))
    .select((eb) => ["r.id", "r.trainee_id", eb.fn.coalesce("v.reviewed_on", "v.filmed_on").as("written_on"), "t.reflection", "r.id as entry_id", "v.version", "v.voided", "v.recorded_at"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof freeQuery>["execute"]>>[number];

function reflectionOf(kind: Reflection["kind"], row: Row): Reflection {
  return {
    id: row.id, kind, traineeId: row.trainee_id, writtenOn: row.written_on, text: row.reflection, entryId: row.entry_id,
    version: row.version, voided: row.voided === 1, changedAt: row.recorded_at,
  };
}

const byNewest = (a: Reflection, b: Reflection): number => byText(b.writtenOn, a.writtenOn) || byText(b.changedAt, a.changedAt) || byText(a.id, b.id);

/** Everything that the trainee wrote for themself, of cycles too, the newest day first; voided ones too. About one entry alone, if it is named. */
export async function listOwnReflections(db: Reader, traineeId: string, about?: string): Promise<Reflection[]> {
  const free = await freeQuery(db).where("r.trainee_id", "=", traineeId).$if(about !== undefined, (query) => query.where("v.entry_id", "=", about ?? "")).execute();
  const ofCycles = await cycleQuery(db).where("r.trainee_id", "=", traineeId).$if(about !== undefined, (query) => query.where("r.id", "=", about ?? "")).execute();
  return [...free.map((row) => reflectionOf("free", row)), ...ofCycles.map((row) => reflectionOf("cycle", row))].sort(byNewest);
}

/** One of them; undefined for anybody else's, as for one that is not there. */
export async function findOwn(db: Reader, traineeId: string, id: string): Promise<Reflection | undefined> {
  const free = await freeQuery(db).where("r.id", "=", id).where("r.trainee_id", "=", traineeId).executeTakeFirst();
  if (free) return reflectionOf("free", free);
  const ofCycle = await cycleQuery(db).where("r.id", "=", id).where("r.trainee_id", "=", traineeId).executeTakeFirst();
  return ofCycle && reflectionOf("cycle", ofCycle);
}

/** Every version of a free reflection of theirs, the newest first: what stood, when, and whether it was voided. */
export async function listReflectionVersions(db: Reader, traineeId: string, id: string): Promise<Reflection[]> {
  const rows = await db.selectFrom("reflection as r").innerJoin("reflection_version as v", "v.reflection_id", "r.id")
    .select(["r.id", "r.trainee_id", "v.written_on", "v.reflection", "v.entry_id", "v.version", "v.voided", "v.recorded_at"])
    .where("r.id", "=", id).where("r.trainee_id", "=", traineeId).orderBy("v.version", "desc").execute();
  return rows.map((row) => reflectionOf("free", row));
}

// Of a cycle: once its reflection was taken out, what is written there later was never shared.
function standing(db: Reader) {
  return db.selectFrom("current_reflection_share as s").select(["s.id", "s.version", "s.trainee_id", "s.person_id", "s.reflection_id", "s.entry_id", "s.of_version", "s.shared_at"])
    .where("s.withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("s.entry_id", "is", null), eb.not(eb.exists(
      eb.selectFrom("cycle_version as c").leftJoin("cycle_reflection as t", (on) => on.onRef("t.entry_id", "=", "c.entry_id").onRef("t.version", "=", "c.version"))
        .select(sql.lit(1).as("one")).whereRef("c.entry_id", "=", "s.entry_id").whereRef("c.version", ">", "s.of_version").where("t.reflection", "is", null),
    ))]))
    .orderBy("s.shared_at").orderBy("s.id");
}
/** A share that was not withdrawn, whatever became of what it rests on. */
export type StandingShare = Awaited<ReturnType<ReturnType<typeof standing>["execute"]>>[number];

const subjectOf = (share: StandingShare): string => share.reflection_id ?? share.entry_id ?? "";

/** The shares of one reflection with that person that were not withdrawn. */
export async function listStandingShares(db: Reader, of: { readonly traineeId: string; readonly id: string; readonly personId?: string }): Promise<StandingShare[]> {
  const { traineeId, id, personId } = of;
  return standing(db).where("s.trainee_id", "=", traineeId).where((eb) => eb.or([eb("s.reflection_id", "=", id), eb("s.entry_id", "=", id)]))
    .$if(personId !== undefined, (query) => query.where("s.person_id", "=", personId ?? "")).execute();
}

/** With whom that trainee's reflections are shared, by the reflections' ids; each person once. */
export async function mapShares(db: Reader, traineeId: string, today: Day): Promise<Map<string, ReflectionShare[]>> {
  const shares = await standing(db).where("s.trainee_id", "=", traineeId).execute();
  const people = await mapPeople(db, shares.map((s) => s.person_id));
  const relationOf = await readRelations(db, shares.map((s) => ({ traineeId, personId: s.person_id })));
  const shown = (share: StandingShare): ReflectionShare => ({
    personId: share.person_id, name: people.get(share.person_id)?.name ?? "", sharedAt: share.shared_at,
    holds: sharingHolds(relationOf({ traineeId, personId: share.person_id }), londonDay(new Date(share.shared_at)), today),
  });
  return new Map([...groupBy(shares, subjectOf)].map(([id, own]) => [id, [...groupBy(own.map(shown), (s) => s.personId).values()]
    .map((same) => same.find((s) => s.holds) ?? same[0]).filter((s) => s !== undefined)]));
}

async function holdingFor(db: Reader, actor: Actor, traineeId: string | undefined): Promise<StandingShare[]> {
  const shares = await standing(db).where("s.person_id", "=", actor.personId).$if(traineeId !== undefined, (query) => query.where("s.trainee_id", "=", traineeId ?? "")).execute();
  const relationOf = await readRelations(db, shares.map((s) => ({ traineeId: s.trainee_id, personId: actor.personId })));
  return shares.filter((s) => sharingHolds(relationOf({ traineeId: s.trainee_id, personId: actor.personId }), londonDay(new Date(s.shared_at)), actor.today));
}

/**
 * Every reflection that others share with the actor today, or one trainee alone does, the newest day first. Asked afresh at each
 * read: what was withdrawn, voided or written of a voided cycle, or whose relation ended, is not there.
 */
export async function listSharedWith(db: Reader, actor: Actor, traineeId?: string): Promise<Reflection[]> {
  const shares = await holdingFor(db, actor, traineeId);
  const ids = [...new Set(shares.map(subjectOf))];
  if (ids.length === 0) return [];
  const free = await freeQuery(db).where("r.id", "in", ids).where("v.voided", "=", 0).execute();
  const ofCycles = await cycleQuery(db).where("r.id", "in", ids).where("v.voided", "=", 0).execute();
  return [...free.map((row) => reflectionOf("free", row)), ...ofCycles.map((row) => reflectionOf("cycle", row))].sort(byNewest);
}

/** One reflection that somebody else shares with the actor today; undefined for any other. */
export async function findSharedWith(db: Reader, actor: Actor, id: string): Promise<Reflection | undefined> {
  return (await listSharedWith(db, actor)).find((reflection) => reflection.id === id);
}
