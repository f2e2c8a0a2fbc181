import { recordAct } from "#app/audit/writes.server.ts";
import { notify, takeBackNotices } from "#app/notices/writes.server.ts";
import { findEnrolment } from "#app/pathway/queries.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { wholeOrNothing } from "./own-record.server.ts";
import type { Reflection } from "./reflection-model.ts";
import { findOwn, listStandingShares, mapShares } from "./reflection-queries.server.ts";
import { listPossibleReaders } from "./reflection-relations.server.ts";

/** A code with which sharing a reflection is refused. */
export type ShareReflectionCode = "not_allowed" | "not_there" | "reflection_voided" | "reader_unknown";

async function isReader(trx: Trx, actor: Actor, personId: string): Promise<boolean> {
  const programmeId = (await findEnrolment(trx, actor.personId))?.programmeId;
  const possible = await listPossibleReaders(trx, actor.personId, actor.today);
  const idsOf = (as: "supervisor" | "fellow"): string[] => possible.filter((p) => p.as === as).map((p) => p.id);
  return can(actor, "reflection.share", {
    traineeId: actor.personId, ...(programmeId === undefined ? {} : { programmeId }), readerId: personId, supervisorIds: idsOf("supervisor"), fellowIds: idsOf("fellow"),
  });
}

async function insertShare(trx: Trx, of: Reflection, personId: string, now: Date): Promise<void> {
  const place = of.kind === "free" ? { reflection_id: of.id, entry_id: null } : { reflection_id: null, entry_id: of.id };
  await trx.insertInto("reflection_share").values({
    id: newId(), version: 1, trainee_id: of.traineeId, person_id: personId, ...place, of_version: of.version,
    shared_at: instantOf(now), withdrawn_at: null, recorded_at: instantOf(now), recorded_by: of.traineeId,
  }).execute();
}

/** Ends what stands with that person, whether or not it holds; true where anything did. */
async function endShares(trx: Trx, of: { readonly traineeId: string; readonly id: string; readonly personId: string }, now: Date): Promise<boolean> {
  const standing = await listStandingShares(trx, of);
  for (const { id, version, ...rest } of standing) {
    await trx.insertInto("reflection_share").values({ ...rest, id, version: version + 1, withdrawn_at: instantOf(now), recorded_at: instantOf(now), recorded_by: of.traineeId }).execute();
  }
  return standing.length > 0;
}

async function wasShared(trx: Trx, { traineeId, id, personId }: { readonly traineeId: string; readonly id: string; readonly personId: string }): Promise<boolean> {
  const share = await trx.selectFrom("reflection_share").select("id").where("trainee_id", "=", traineeId).where("person_id", "=", personId)
    .where((eb) => eb.or([eb("reflection_id", "=", id), eb("entry_id", "=", id)])).limit(1).executeTakeFirst();
  return share !== undefined;
}

/**
 * Shares one reflection of the actor's own with those people, each told of it. Whom it is shared with already is left as it is.
 * `reader_unknown` where one of them is neither a present supervisor nor a fellow trainee; nobody is told then.
 */
export async function shareReflection(
  db: Database, actor: Actor, input: { readonly id: string; readonly personIds: readonly string[] }, now: Date,
): Promise<Result<null, ShareReflectionCode>> {
  return wholeOrNothing<Result<null, ShareReflectionCode>>(db, async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    const [traineeId, id] = [fresh.personId, input.id];
    const found = await findOwn(trx, traineeId, id);
    if (!found) return refused("not_there");
    if (found.voided) return refused("reflection_voided");
    const personIds = [...new Set(input.personIds)];
    for (const personId of personIds) if (!await isReader(trx, fresh, personId)) return refused("reader_unknown");
    const reads = new Set((await mapShares(trx, traineeId, fresh.today)).get(id)?.filter((s) => s.holds).map((s) => s.personId));
    const added = personIds.filter((personId) => !reads.has(personId));
    if (added.length === 0) return done(null);
    for (const personId of added) {
      await endShares(trx, { traineeId, id, personId }, now);
      await insertShare(trx, found, personId, now);
    }
    await notify(trx, { kind: "reflection_shared", actorId: traineeId, traineeId, recipientIds: added, subjects: { reflection: id } }, now);
    await recordAct(trx, { actorId: traineeId, act: "reflection.shared", subjects: { trainee: traineeId, reflection: id, reader: added } }, now);
    return done(null);
  });
}

/**
 * Takes a reflection back from that person: gone for them at the next request, and a message about it that they have not seen goes
 * with it. Needs a role here, and not a trainee's: once somebody is no trainee, what they shared has ended by itself already
 * (docs/field.md, "Reflections"). `not_allowed` without any role, `already_done` where it was taken back from them before, `not_there`
 * where nothing was ever shared with them.
 */
export async function withdrawReflection(
  db: Database, actor: Actor, input: { readonly id: string; readonly personId: string }, now: Date,
): Promise<Result<null, "not_allowed" | "not_there" | "already_done">> {
  return wholeOrNothing<Result<null, "not_allowed" | "not_there" | "already_done">>(db, async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    const { id, personId } = input;
    const traineeId = fresh.personId;
    if (!can(fresh, "reflection.withdraw", { traineeId })) return refused("not_allowed");
    if (!await endShares(trx, { traineeId, id, personId }, now)) return refused(await wasShared(trx, { traineeId, id, personId }) ? "already_done" : "not_there");
    await takeBackNotices(trx, { kind: "reflection_shared", personId, subjects: { reflection: id } }, now);
    await recordAct(trx, { actorId: traineeId, act: "reflection.withdrawn", subjects: { trainee: traineeId, reflection: id, reader: personId } }, now);
    return done(null);
  });
}
