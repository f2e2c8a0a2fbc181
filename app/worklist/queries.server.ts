import { listWaitingRequests } from "#app/accreditation/waiting.server.ts";
import { findEntry } from "#app/logbook/queries.server.ts";
import { countWaitingFor, findWaitingFor, listWaitingFor } from "#app/logbook/waiting.server.ts";
import { countUnseenThings, listNotices } from "#app/notices/queries.server.ts";
import { type Actor, hasRole, type Person } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { listSupervisedTrainees, listUnverifiedExternals } from "#app/people/queries.server.ts";
import { mapProgress, type TraineeProgress } from "#app/progress/queries.server.ts";
import { listReturnedLines, listWaitingLines } from "#app/review/list-view.server.ts";
import { countReturnedSubmissions, countWaitingSubmissions } from "#app/review/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import { entryLine } from "./entry-line.ts";
import { externalLine, replyLines, requestLine, returnedLine, submissionLine } from "./other-lines.ts";
import { type Queue, type QueueLine, queueOf } from "./queue.ts";

/** Of what somebody is told, what waits for them rather: it stands in the queue until it is answered or seen. */
export const IN_THE_QUEUE = "reply_written";

/** What waits for this person, and how those whom they supervise stand. */
export interface Worklist {
  readonly queue: Queue;
  readonly supervised: readonly TraineeProgress[];
}

async function listReplyLines(db: Reader, actor: Actor, supervised: readonly string[]): Promise<QueueLine[]> {
  const unseen = await listNotices(db, actor.personId, { unseenOnly: true, kind: IN_THE_QUEUE });
  const people = await mapPeople(db, unseen.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])));
  const names = new Map([...people.values()].map(({ id, name }) => [id, name]));
  return replyLines(unseen, { names, visible: new Set([actor.personId, ...supervised]) }, actor.today);
}

async function listExternals(db: Reader, actor: Actor): Promise<Awaited<ReturnType<typeof listUnverifiedExternals>>> {
  return hasRole(actor, "lead") ? listUnverifiedExternals(db, actor) : [];
}

/** What waits beside sessions and attendance, each room's lines as it delivers them. */
async function listOtherLines(db: Reader, actor: Actor, supervised: readonly string[]): Promise<QueueLine[]> {
  const { today } = actor;
  return [
    ...(hasRole(actor, "supervisor") ? await listWaitingLines(db, actor) : []).map((line) => submissionLine(line, today)),
    ...(hasRole(actor, "trainee") ? await listReturnedLines(db, actor) : []).map((line) => returnedLine(line, today)),
    ...(await listWaitingRequests(db, actor)).map((request) => requestLine(request, today)),
    ...(await listExternals(db, actor)).map((external) => externalLine(external, today)),
    ...await listReplyLines(db, actor, supervised),
  ];
}

/** Everything that waits for this person today, from every room. */
export async function getWorklist(db: Reader, actor: Actor): Promise<Worklist> {
  const waiting = await listWaitingFor(db, actor);
  const visible = (await listSupervisedTrainees(db, actor)).map((t) => t.id);
  // A session that names the actor is judged by its trainee's count, also where they supervise that trainee no longer.
  const named = waiting.flatMap(({ entry }) => (entry.kind === "supervision" ? [entry.traineeId] : []));
  const progress = await mapProgress(db, [...new Set([...visible, ...named])], actor.today);
  const entries = waiting.map(({ entry, traineeName }) => entryLine(
    { entry, traineeName, count: progress.get(entry.traineeId)?.count, isVisible: visible.includes(entry.traineeId) }, actor.personId, actor.today));
  return { supervised: visible.flatMap((id) => progress.get(id) ?? []), queue: queueOf([...entries, ...await listOtherLines(db, actor, visible)]) };
}

/** How many things wait for this person today: as many as `getWorklist` lists. */
export async function countWaiting(db: Reader, actor: Actor): Promise<number> {
  const counts = [
    await countWaitingFor(db, actor), hasRole(actor, "supervisor") ? await countWaitingSubmissions(db, actor) : 0, hasRole(actor, "trainee") ? await countReturnedSubmissions(db, actor) : 0,
    (await listWaitingRequests(db, actor)).length, (await listExternals(db, actor)).length, await countUnseenThings(db, actor.personId, IN_THE_QUEUE),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One entry that waits for this person; undefined for any other, as for one that was decided. */
export async function findWaiting(db: Reader, actor: Actor, entryId: string): Promise<QueueLine | undefined> {
  const found = await findWaitingFor(db, actor, entryId);
  return found && entryLine({ ...found, count: undefined, isVisible: false }, actor.personId, actor.today);
}

/** True for a session that waits no longer and that this person, who still sees it, could have been asked about. */
export async function hasWaited(db: Reader, actor: Actor, entryId: string): Promise<boolean> {
  const entry = await findEntry(db, actor, entryId);
  if (!entry || entry.traineeId === actor.personId) return false;
  return entry.kind === "peer_supervision" || (entry.kind === "supervision" && entry.supervisorId === actor.personId);
}

/** An external supervisor whom this person may verify; undefined for anybody else, as for one who is verified. */
export async function findExternal(db: Reader, actor: Actor, personId: string): Promise<Pick<Person, "id" | "name"> | undefined> {
  const found = (await listExternals(db, actor)).find((external) => external.id === personId);
  return found && { id: found.id, name: found.name };
}
