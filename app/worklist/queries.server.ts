import { listWaitingFor, type WaitingEntry } from "#app/logbook/waiting.server.ts";
import type { PathwayCount } from "#app/pathway/model.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { listUnverifiedExternals } from "#app/people/queries.server.ts";
import { getProgress, listSupervisedProgress, type TraineeProgress } from "#app/progress/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import { type Queue, type QueuedExternal, type QueueItem, queueItemOf, queueOf } from "./queue.ts";

async function listExternals(db: Reader, actor: Actor): Promise<QueuedExternal[]> {
  if (!hasRole(actor, "lead")) return [];
  return (await listUnverifiedExternals(db, actor)).map(({ id, name }) => ({ personId: id, name }));
}

/** The counts of the trainees whose sessions name the actor, also those whom the actor supervises no longer. */
async function countsFor(db: Reader, actor: Actor, waiting: readonly WaitingEntry[], supervised: readonly TraineeProgress[]): Promise<Map<string, PathwayCount>> {
  const counts = new Map(supervised.map((p) => [p.trainee.id, p.count]));
  for (const { entry } of waiting) {
    if (entry.kind !== "supervision" || counts.has(entry.traineeId)) continue;
    const progress = await getProgress(db, entry.traineeId, actor.today);
    if (progress) counts.set(entry.traineeId, progress.count);
  }
  return counts;
}

/** What waits for this person, and how those whom they supervise stand. */
export interface Worklist {
  readonly queue: Queue;
  readonly supervised: readonly TraineeProgress[];
}

/** Everything that waits for this person today: sessions and attendance to confirm, external supervisors to verify. */
export async function getWorklist(db: Reader, actor: Actor): Promise<Worklist> {
  const supervised = await listSupervisedProgress(db, actor);
  const waiting = await listWaitingFor(db, actor);
  const counts = await countsFor(db, actor, waiting, supervised);
  const visible = new Set(supervised.map((p) => p.trainee.id));
  const items = waiting.map(({ entry, traineeName }): QueueItem => queueItemOf(
    { entry, traineeName, count: counts.get(entry.traineeId), isVisible: visible.has(entry.traineeId) }, actor.personId, actor.today));
  return { supervised, queue: queueOf(items, await listExternals(db, actor)) };
}

/** How many things wait for this person today: as many as `getWorklist` lists. */
export async function countWaiting(db: Reader, actor: Actor): Promise<number> {
  return (await listWaitingFor(db, actor)).length + (await listExternals(db, actor)).length;
}

/** One entry that waits for this person; undefined for any other, as for one that was decided. */
export async function findWaiting(db: Reader, actor: Actor, entryId: string): Promise<QueueItem | undefined> {
  const found = (await listWaitingFor(db, actor)).find(({ entry }) => entry.id === entryId);
  return found && queueItemOf({ ...found, count: undefined, isVisible: false }, actor.personId, actor.today);
}

/** An external supervisor whom this person may verify; undefined for anybody else, as for one who is verified. */
export async function findExternal(db: Reader, actor: Actor, personId: string): Promise<QueuedExternal | undefined> {
  return (await listExternals(db, actor)).find((external) => external.personId === personId);
}
