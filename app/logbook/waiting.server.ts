import { type RawBuilder, sql, type SqlBool } from "kysely";

import { type Actor, hasRole } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { programmeTraineeIds, visibleTraineeIds } from "#app/people/scope.server.ts";
import type { Reader } from "#db/database.server.ts";

import { type DecidableEntry, isDecidable } from "./deciding.server.ts";
import { type EntryIds, readEntries } from "./entry-rows.server.ts";

/** An entry that waits for somebody's decision, with whose it is. Only a supervisor of the trainee reads the note. */
export interface WaitingEntry {
  readonly entry: DecidableEntry;
  readonly traineeName: string;
}

/** In SQL: nobody has decided on what counts in this version, and the day has come. */
function undecided(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`v.voided = 0 and v.held_on <= ${actor.today} and not exists (
    select 1 from confirmation as d where d.entry_id = v.entry_id and d.entry_version >= v.material_version)`;
}

async function supervisionIds(db: Reader, actor: Actor): Promise<string[]> {
  if (!hasRole(actor, "supervisor")) return [];
  const rows = await db.selectFrom("current_supervision as v").innerJoin("entry", "entry.id", "v.entry_id").select("v.entry_id")
    .where("v.supervisor_id", "=", actor.personId).where("entry.trainee_id", "!=", actor.personId).where(undecided(actor)).execute();
  return rows.map((r) => r.entry_id);
}

async function peerIds(db: Reader, actor: Actor): Promise<string[]> {
  const attended = db.selectFrom("peer_attendee as a").innerJoin("current_peer_supervision as p", (on) => on.onRef("p.entry_id", "=", "a.entry_id").onRef("p.version", "=", "a.version"))
    .select("a.entry_id").where("a.person_id", "=", actor.personId);
  const rows = await db.selectFrom("current_peer_supervision as v").innerJoin("entry", "entry.id", "v.entry_id").select("v.entry_id")
    .where("entry.trainee_id", "!=", actor.personId).where(undecided(actor))
    .where((eb) => eb.or([eb("v.entry_id", "in", attended), eb("entry.trainee_id", "in", visibleTraineeIds(db, actor))])).execute();
  return rows.map((r) => r.entry_id);
}

async function trainingIds(db: Reader, actor: Actor): Promise<string[]> {
  if (!hasRole(actor, "lead")) return [];
  const rows = await db.selectFrom("current_training as v").innerJoin("entry", "entry.id", "v.entry_id").select("v.entry_id")
    .where("entry.trainee_id", "!=", actor.personId).where("entry.trainee_id", "in", programmeTraineeIds(db, actor, "lead")).where(undecided(actor)).execute();
  return rows.map((r) => r.entry_id);
}

async function readDecidable(db: Reader, ids: EntryIds): Promise<DecidableEntry[]> {
  return (await readEntries(db, ids, "current")).filter(isDecidable);
}

async function supervisedOf(db: Reader, actor: Actor, traineeIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom("person").select("person.id").where("person.id", "in", visibleTraineeIds(db, actor)).where("person.id", "in", traineeIds).execute();
  return new Set(rows.map((r) => r.id));
}

/**
 * What waits for this person's decision, the longest waiting day first: supervision that names them, peer supervision
 * where they were or whose trainee they supervise, and training of a programme that they lead. Planned days do not wait yet.
 */
export async function listWaitingFor(db: Reader, actor: Actor): Promise<WaitingEntry[]> {
  const ids = [...await supervisionIds(db, actor), ...await peerIds(db, actor), ...await trainingIds(db, actor)];
  if (ids.length === 0) return [];
  const entries = await readDecidable(db, db.selectFrom("entry").select("entry.id").where("entry.id", "in", ids));
  const traineeIds = entries.map((e) => e.traineeId);
  const [people, supervised] = [await mapPeople(db, traineeIds), await supervisedOf(db, actor, traineeIds)];
  const mayRead = (e: DecidableEntry): boolean => supervised.has(e.traineeId);
  return entries
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.loggedAt.localeCompare(b.loggedAt) || a.id.localeCompare(b.id))
    .map((entry) => ({ entry: mayRead(entry) ? entry : { ...entry, note: null }, traineeName: people.get(entry.traineeId)?.name ?? "" }));
}
