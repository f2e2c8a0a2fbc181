import { recordAct } from "#app/audit/writes.server.ts";
import { listRequestsOf } from "#app/accreditation/queries.server.ts";
import { listClients } from "#app/logbook/queries.server.ts";
import { listOwnReflections } from "#app/logbook/reflection-queries.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import { findRecord } from "#app/pathway/queries.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import { NoAnswer, type WhyNoAnswer } from "#app/platform/workers.server.ts";
import { getProgress } from "#app/progress/queries.server.ts";
import { listSubmissionsOf } from "#app/review/queries.server.ts";
import type { Trx } from "#db/database.server.ts";

import type { ArchiveFacts } from "./archive-facts.ts";
import { collectRecord } from "./collect.server.ts";
import { isTooLarge } from "./format.ts";
import { MAKE_ARCHIVE } from "./make-archive.server.ts";

/** Everything that an archive of the actor's own record is made from; undefined where they have none. Read in one transaction. */
export async function readArchiveFacts(trx: Trx, actor: Actor, origin: string, now: Date): Promise<ArchiveFacts | undefined> {
  const [file, progress] = [await collectRecord(trx, actor.personId, origin, now), await getProgress(trx, actor.personId, actor.today)];
  if (!file || !progress) return undefined;
  const requests = await listRequestsOf(trx, actor.personId);
  const people = await mapPeople(trx, requests.flatMap((r) => r.signatures.map((s) => s.by)));
  const { programmeName, enrolment, version, count, entries } = progress;
  return {
    file, name: actor.name, programmeName, startedOn: enrolment.startedOn, version, count, entries, requests,
    clients: await listClients(trx, actor.personId), reflections: await listOwnReflections(trx, actor.personId), submissions: await listSubmissionsOf(trx, actor.personId),
    names: new Map([...people].map(([id, { name }]) => [id, name])),
  };
}

/** Whoever has a record of their own here. Throws 403 for everybody else. */
export async function requireOwnRecord(request: Request, context: AppContext): Promise<Actor> {
  const actor = await requireActor(request, context);
  if (!await findRecord(context.database.reader, actor.personId)) throw forbidden();
  return actor;
}

/**
 * The actor's own record as an archive (.zip). All of it is read at one moment, in the transaction that records that it was
 * taken; it is put together in a thread of its own, while others are served.
 */
export async function takeAlong(
  { database, workers, environment }: Pick<AppContext, "database" | "workers" | "environment">, actor: Actor, now: Date,
): Promise<Result<Uint8Array, "not_allowed" | "not_there" | WhyNoAnswer>> {
  const facts = await database.inTransaction<Result<ArchiveFacts, "not_allowed" | "not_there" | "too_much">>(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    if (!can(fresh, "record.take_along", { traineeId: actor.personId })) return refused("not_allowed");
    const read = await readArchiveFacts(trx, fresh, environment.origin, now);
    if (!read) return refused("not_there");
    if (isTooLarge(read.file)) return refused("too_much");
    await recordAct(trx, { actorId: fresh.personId, act: "record.taken_along", subjects: { trainee: fresh.personId } }, now);
    return done(read);
  });
  if (!facts.ok) return facts;
  try {
    return await workers.run(MAKE_ARCHIVE, facts.value, actor.personId);
  } catch (error) {
    if (error instanceof NoAnswer) return refused(error.why);
    throw error;
  }
}
