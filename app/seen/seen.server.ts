import { findReviewerId, listRequestsOf } from "#app/accreditation/queries.server.ts";
import { listClients, listEntries } from "#app/logbook/queries.server.ts";
import { listOwnReflections, mapShares } from "#app/logbook/reflection-queries.server.ts";
import { listPossibleReaders } from "#app/logbook/reflection-relations.server.ts";
import { reflectionLine } from "#app/logbook/reflection-view.ts";
import { findActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listKeeperIds, listSupervisorsOf } from "#app/people/queries.server.ts";
import { type Day, londonDay } from "#app/platform/clock.ts";
import { byName } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import { seenItems, seenRoles } from "./items.ts";
import { SEEN_ROLES, type SeenBy } from "./model.ts";
import { readGiven } from "./reads.server.ts";

/** What one person sees of that trainee today; undefined for somebody who sees nothing, external people among them. */
export async function seenBy(db: Reader, personId: string, traineeId: string, now: Date): Promise<SeenBy | undefined> {
  const viewer = personId === traineeId ? undefined : await findActor(db, personId, londonDay(now));
  if (!viewer || viewer.grants.length === 0) return undefined;
  const given = await readGiven(db, viewer, traineeId, now);
  const things = { ...given, personId, traineeId };
  const items = seenItems(things);
  if (items.length === 0) return undefined;
  const isFellow = (await listPossibleReaders(db, traineeId, viewer.today)).some((p) => p.id === personId && p.as === "fellow");
  return { personId, name: viewer.name, roles: seenRoles(things, isFellow), items, reflections: given.reflections.map((r) => reflectionLine(r)), row: given.row };
}

async function listNamedIn(db: Reader, traineeId: string): Promise<string[]> {
  return (await listEntries(db, traineeId)).flatMap((entry) => {
    if (entry.kind === "supervision") return [entry.supervisorId];
    return entry.kind === "peer_supervision" ? entry.attendees.map((a) => a.id) : [];
  });
}

/** Everybody who might see something of the trainee: a test holds that nobody else does. */
async function listCandidates(db: Reader, traineeId: string, today: Day): Promise<string[]> {
  const shares = [...(await mapShares(db, traineeId, today)).values()].flat();
  const reviewers: (string | undefined)[] = [];
  for (const { stage } of await listRequestsOf(db, traineeId)) reviewers.push(await findReviewerId(db, traineeId, stage, today));
  return [...new Set([
    ...(await listSupervisorsOf(db, traineeId, today)).map((s) => s.id), ...reviewers.flatMap((id) => id ?? []), ...shares.map((s) => s.personId),
    ...await listNamedIn(db, traineeId), ...await listKeeperIds(db, traineeId, today),
  ])];
}

const rankOf = (seen: SeenBy): number => SEEN_ROLES.findIndex((role) => seen.roles.includes(role));

/** Everybody who sees anything of the trainee today, and what: those who supervise first, each role by name. */
export async function listSeenBy(db: Reader, traineeId: string, now: Date): Promise<SeenBy[]> {
  const all: SeenBy[] = [];
  for (const personId of await listCandidates(db, traineeId, londonDay(now))) {
    const seen = await seenBy(db, personId, traineeId, now);
    if (seen) all.push(seen);
  }
  return all.sort((a, b) => rankOf(a) - rankOf(b) || byName(a.name, b.name));
}

/** How much of the trainee's nobody else sees, and how many others know them by name. */
export async function countUnseenOf(db: Reader, actor: Actor): Promise<{ reflections: number; cases: number; fellows: number }> {
  const [own, shares] = [await listOwnReflections(db, actor.personId), await mapShares(db, actor.personId, actor.today)];
  const isShared = (id: string): boolean => shares.get(id)?.some((s) => s.holds) === true;
  const cases = await listClients(db, actor.personId);
  const fellows = (await listPossibleReaders(db, actor.personId, actor.today)).filter((p) => p.as === "fellow");
  return { reflections: own.filter((r) => r.voided || !isShared(r.id)).length, cases: cases.length, fellows: fellows.length };
}
