import { recordAct } from "#app/audit/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { findOwnEnrolment, wholeOrNothing } from "./own-record.server.ts";
import type { Reflection, ReflectionContent } from "./reflection-model.ts";
import { findOwn } from "./reflection-queries.server.ts";

type ContentCode = "reflected_in_future" | "entry_unknown";
/** A code with which writing a reflection is refused. */
export type WriteReflectionCode = "not_allowed" | "sent_before_differently" | ContentCode;
/** A code with which changing or voiding one is refused. */
export type ChangeReflectionCode = "not_allowed" | "not_there" | "changed_meanwhile" | "reflection_voided" | ContentCode;

interface Own {
  readonly trx: Trx;
  readonly traineeId: string;
  readonly today: Day;
  readonly now: Date;
}

/** No evidence: the record's version stays as it is, so that nobody can tell that anything was written. */
async function inOwnReflections<T, C extends string>(db: Database, actor: Actor, now: Date, work: (own: Own) => Promise<Result<T, C>>): Promise<Result<T, C | "not_allowed">> {
  return wholeOrNothing<Result<T, C | "not_allowed">>(db, async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    if (!await findOwnEnrolment(trx, fresh, "reflection.write")) return refused("not_allowed");
    return work({ trx, traineeId: fresh.personId, today: fresh.today, now });
  });
}

async function problemIn({ trx, traineeId, today }: Own, { writtenOn, entryId }: ReflectionContent): Promise<ContentCode | undefined> {
  if (writtenOn > today) return "reflected_in_future";
  if (entryId === null) return undefined;
  const entry = await trx.selectFrom("entry").select("id").where("id", "=", entryId).where("trainee_id", "=", traineeId).executeTakeFirst();
  return entry ? undefined : "entry_unknown";
}

async function insertVersion({ trx, traineeId, now }: Own, id: string, content: ReflectionContent, mark: { readonly version: number; readonly voided: boolean }): Promise<void> {
  await trx.insertInto("reflection_version").values({
    reflection_id: id, version: mark.version, written_on: content.writtenOn, reflection: content.text, entry_id: content.entryId, voided: mark.voided ? 1 : 0,
    recorded_at: instantOf(now), recorded_by: traineeId,
  }).execute();
}

/** What the form of that id wrote before, if it was sent before. */
async function findSent({ trx, traineeId }: Own, requestId: string): Promise<Reflection | undefined> {
  const row = await trx.selectFrom("reflection").select("id").where("trainee_id", "=", traineeId).where("request_id", "=", requestId).executeTakeFirst();
  return row && findOwn(trx, traineeId, row.id);
}

const isSame = (a: ReflectionContent, b: ReflectionContent): boolean => a.writtenOn === b.writtenOn && a.text === b.text && a.entryId === b.entryId;

/** Writes a reflection, private until it is shared. The same form sent twice writes one. */
export async function writeReflection(
  db: Database, actor: Actor, input: { readonly requestId: string; readonly content: ReflectionContent }, now: Date,
): Promise<Result<{ reflectionId: string }, WriteReflectionCode>> {
  return inOwnReflections<{ reflectionId: string }, Exclude<WriteReflectionCode, "not_allowed">>(db, actor, now, async (own) => {
    const { requestId, content } = input;
    const sent = await findSent(own, requestId);
    if (sent) return !sent.voided && isSame(sent, content) ? done({ reflectionId: sent.id }) : refused("sent_before_differently");
    const problem = await problemIn(own, content);
    if (problem !== undefined) return refused(problem);
    const id = newId();
    await own.trx.insertInto("reflection").values({ id, trainee_id: own.traineeId, request_id: requestId, recorded_at: instantOf(now) }).execute();
    await insertVersion(own, id, content, { version: 1, voided: false });
    await recordAct(own.trx, { actorId: actor.personId, act: "reflection.written", subjects: { trainee: own.traineeId, reflection: id } }, now);
    return done({ reflectionId: id });
  });
}

interface SeenReflection {
  readonly reflectionId: string;
  readonly fromVersion: number;
}

/** A free reflection that can still be changed; the row is held, so that of two at once the second is told. */
async function changeable({ trx, traineeId }: Own, { reflectionId, fromVersion }: SeenReflection): Promise<Result<Reflection, "not_there" | "changed_meanwhile" | "reflection_voided">> {
  await trx.updateTable("reflection").set((eb) => ({ recorded_at: eb.ref("recorded_at") })).where("id", "=", reflectionId).where("trainee_id", "=", traineeId).execute();
  const found = await findOwn(trx, traineeId, reflectionId);
  if (found?.kind !== "free") return refused("not_there");
  if (found.voided) return refused("reflection_voided");
  return found.version === fromVersion ? done(found) : refused("changed_meanwhile");
}

/** Changes a free reflection; whoever it is shared with reads the new text. That of a cycle is changed with the cycle. */
export async function changeReflection(
  db: Database, actor: Actor, input: SeenReflection & { readonly content: ReflectionContent }, now: Date,
): Promise<Result<null, ChangeReflectionCode>> {
  return inOwnReflections<null, Exclude<ChangeReflectionCode, "not_allowed">>(db, actor, now, async (own) => {
    const found = await changeable(own, input);
    if (!found.ok) return found;
    const problem = await problemIn(own, input.content);
    if (problem !== undefined) return refused(problem);
    if (isSame(found.value, input.content)) return done(null);
    await insertVersion(own, found.value.id, input.content, { version: found.value.version + 1, voided: false });
    await recordAct(own.trx, { actorId: actor.personId, act: "reflection.changed", subjects: { trainee: own.traineeId, reflection: found.value.id } }, now);
    return done(null);
  });
}

/** Voids a free reflection: nobody else reads it from then on, and it stays for its trainee. */
export async function voidReflection(db: Database, actor: Actor, input: SeenReflection, now: Date): Promise<Result<null, ChangeReflectionCode>> {
  return inOwnReflections<null, Exclude<ChangeReflectionCode, "not_allowed">>(db, actor, now, async (own) => {
    const found = await changeable(own, input);
    if (!found.ok) return found;
    await insertVersion(own, found.value.id, found.value, { version: found.value.version + 1, voided: true });
    await recordAct(own.trx, { actorId: actor.personId, act: "reflection.voided", subjects: { trainee: own.traineeId, reflection: found.value.id } }, now);
    return done(null);
  });
}
