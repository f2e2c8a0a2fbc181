import { type RawBuilder, sql, type SqlBool } from "kysely";

import { type Actor, hasRole } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { listSupervisedTrainees } from "#app/people/queries.server.ts";
import { programmeTraineeIds, visibleTraineeIds } from "#app/people/scope.server.ts";
import { byText } from "#app/platform/order.ts";
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

function supervisionIds(db: Reader, actor: Actor): EntryIds {
  return db.selectFrom("current_supervision as v").innerJoin("entry", "entry.id", "v.entry_id").select("entry.id")
    .where("v.supervisor_id", "=", actor.personId).where("entry.trainee_id", "!=", actor.personId).where(undecided(actor));
}

function peerIds(db: Reader, actor: Actor): EntryIds {
  const attended = db.selectFrom("peer_attendee as a").innerJoin("current_peer_supervision as p", (on) => on.onRef("p.entry_id", "=", "a.entry_id").onRef("p.version", "=", "a.version"))
    .select("a.entry_id").where("a.person_id", "=", actor.personId);
  return db.selectFrom("current_peer_supervision as v").innerJoin("entry", "entry.id", "v.entry_id").select("entry.id")
    .where("entry.trainee_id", "!=", actor.personId).where(undecided(actor))
    .where((eb) => eb.or([eb("v.entry_id", "in", attended), eb("entry.trainee_id", "in", visibleTraineeIds(db, actor))]));
}

function trainingIds(db: Reader, actor: Actor): EntryIds {
  return db.selectFrom("current_training as v").innerJoin("entry", "entry.id", "v.entry_id").select("entry.id")
    .where("entry.trainee_id", "!=", actor.personId).where("entry.trainee_id", "in", programmeTraineeIds(db, actor, "lead")).where(undecided(actor));
}

/** In SQL: what waits for this person. An entry is of one kind, so each stands in it once. */
function waitingIds(db: Reader, actor: Actor): EntryIds {
  let ids = peerIds(db, actor);
  if (hasRole(actor, "supervisor")) ids = ids.unionAll(supervisionIds(db, actor));
  if (hasRole(actor, "lead")) ids = ids.unionAll(trainingIds(db, actor));
  return ids;
}

async function readWaiting(db: Reader, actor: Actor, ids: EntryIds): Promise<WaitingEntry[]> {
  const entries = (await readEntries(db, ids, "current")).filter(isDecidable);
  if (entries.length === 0) return [];
  const people = await mapPeople(db, entries.map((e) => e.traineeId));
  const supervised = new Set((await listSupervisedTrainees(db, actor)).map((t) => t.id));
  return entries
    .sort((a, b) => byText(a.heldOn, b.heldOn) || byText(a.loggedAt, b.loggedAt) || byText(a.id, b.id))
    .map((entry) => ({ entry: supervised.has(entry.traineeId) ? entry : { ...entry, note: null }, traineeName: people.get(entry.traineeId)?.name ?? "" }));
}

/**
 * What waits for this person's decision, the longest waiting day first: supervision that names them, peer supervision
 * where they were or whose trainee they supervise, and training of a programme that they lead. Planned days do not wait yet.
 */
export async function listWaitingFor(db: Reader, actor: Actor): Promise<WaitingEntry[]> {
  return readWaiting(db, actor, waitingIds(db, actor));
}

/** One of them; undefined for any other entry. */
export async function findWaitingFor(db: Reader, actor: Actor, entryId: string): Promise<WaitingEntry | undefined> {
  const ids = db.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId).where("entry.id", "in", waitingIds(db, actor));
  return (await readWaiting(db, actor, ids))[0];
}

/** How many there are. */
export async function countWaitingFor(db: Reader, actor: Actor): Promise<number> {
  const { waiting } = await db.selectFrom(waitingIds(db, actor).as("ids")).select((eb) => eb.fn.countAll().as("waiting")).executeTakeFirstOrThrow();
  return Number(waiting);
}
