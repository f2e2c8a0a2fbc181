import { findEntry } from "#app/logbook/queries.server.ts";
import { countWaitingFor, findWaitingFor, listWaitingFor } from "#app/logbook/waiting.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { listSupervisedTrainees, listUnverifiedExternals } from "#app/people/queries.server.ts";
import { mapProgress, type TraineeProgress } from "#app/progress/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import { type Queue, type QueuedExternal, type QueueItem, queueItemOf, queueOf } from "./queue.ts";

async function listExternals(db: Reader, actor: Actor): Promise<QueuedExternal[]> {
  if (!hasRole(actor, "lead")) return [];
  return (await listUnverifiedExternals(db, actor)).map(({ id, name }) => ({ personId: id, name }));
}

/** What waits for this person, and how those whom they supervise stand. */
export interface Worklist {
  readonly queue: Queue;
  readonly supervised: readonly TraineeProgress[];
}

/** Everything that waits for this person today: sessions and attendance to confirm, external supervisors to verify. */
export async function getWorklist(db: Reader, actor: Actor): Promise<Worklist> {
  const waiting = await listWaitingFor(db, actor);
  const visible = (await listSupervisedTrainees(db, actor)).map((t) => t.id);
  // A session that names the actor is judged by its trainee's count, also where they supervise that trainee no longer.
  const named = waiting.flatMap(({ entry }) => (entry.kind === "supervision" ? [entry.traineeId] : []));
  const progress = await mapProgress(db, [...new Set([...visible, ...named])], actor.today);
  const items = waiting.map(({ entry, traineeName }): QueueItem => queueItemOf(
    { entry, traineeName, count: progress.get(entry.traineeId)?.count, isVisible: visible.includes(entry.traineeId) }, actor.personId, actor.today));
  return { supervised: visible.flatMap((id) => progress.get(id) ?? []), queue: queueOf(items, await listExternals(db, actor)) };
}

/** How many things wait for this person today: as many as `getWorklist` lists. */
export async function countWaiting(db: Reader, actor: Actor): Promise<number> {
  return await countWaitingFor(db, actor) + (await listExternals(db, actor)).length;
}

/** One entry that waits for this person; undefined for any other, as for one that was decided. */
export async function findWaiting(db: Reader, actor: Actor, entryId: string): Promise<QueueItem | undefined> {
  const found = await findWaitingFor(db, actor, entryId);
  return found && queueItemOf({ ...found, count: undefined, isVisible: false }, actor.personId, actor.today);
}

/** True for a session that waits no longer and that this person, who still sees it, could have been asked about. */
export async function hasWaited(db: Reader, actor: Actor, entryId: string): Promise<boolean> {
  const entry = await findEntry(db, actor, entryId);
  if (!entry || entry.traineeId === actor.personId) return false;
  return entry.kind === "peer_supervision" || (entry.kind === "supervision" && entry.supervisorId === actor.personId);
}

/** An external supervisor whom this person may verify; undefined for anybody else, as for one who is verified. */
export async function findExternal(db: Reader, actor: Actor, personId: string): Promise<QueuedExternal | undefined> {
  return (await listExternals(db, actor)).find((external) => external.personId === personId);
}
