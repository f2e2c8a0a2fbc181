import type { Locking } from "#app/pathway/locks.ts";
import { type Enrolment, findEnrolment, findRecord, lockingOf } from "#app/pathway/queries.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can } from "#app/people/policy.ts";
import type { Day } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

class RuleSaidNo extends Error {}

/** One transaction that leaves nothing behind where a rule says no, not even the raised version of a record. */
export async function wholeOrNothing<R extends { readonly ok: boolean }>(db: Database, work: (trx: Trx) => Promise<R>): Promise<R> {
  let refusal: R | undefined;
  try {
    return await db.inTransaction(async (trx) => {
      const result = await work(trx);
      if (result.ok) return result;
      refusal = result;
      throw new RuleSaidNo();
    });
  } catch (error) {
    if (error instanceof RuleSaidNo && refusal) return refusal;
    throw error;
  }
}

/** The trainee's record, held for writing: nobody else writes to it until the transaction is over. */
export interface OwnRecord {
  readonly trx: Trx;
  readonly traineeId: string;
  readonly programmeId: string;
  /** The trainee's first day on a pathway. */
  readonly startedOn: Day;
  readonly locking: Locking;
  readonly today: Day;
  readonly now: Date;
}

function mayWrite(actor: Actor, action: Action, programmeId: string): boolean {
  return can(actor, action, { traineeId: actor.personId, programmeId });
}

/** The enrolment in whose log the actor may write today (or do that with it); undefined for everybody but a trainee with a record. */
export async function findOwnEnrolment(db: Reader, actor: Actor, action: Action = "logbook.write"): Promise<Enrolment | undefined> {
  const enrolment = await findEnrolment(db, actor.personId);
  return enrolment && mayWrite(actor, action, enrolment.programmeId) ? enrolment : undefined;
}

async function holdRecord(trx: Trx, actor: Actor, action: Action, now: Date): Promise<Result<OwnRecord, "not_allowed">> {
  if (!(await bumpRecord(trx, actor.personId))) return refused("not_allowed");
  const fresh = await freshActor(trx, actor, now);
  const record = await findRecord(trx, actor.personId);
  if (!record || !mayWrite(fresh, action, record.enrolment.programmeId)) return refused("not_allowed");
  const { programmeId, startedOn } = record.enrolment;
  return done({ trx, traineeId: actor.personId, programmeId, startedOn, locking: lockingOf(record), today: fresh.today, now });
}

/**
 * Runs one change of the actor's own log: the policy asked on fresh rows, the record held, and nothing left behind
 * where a rule says no. `not_allowed` for everybody but a trainee in force.
 */
export async function inOwnRecord<T, C extends string>(
  db: Database, actor: Actor, now: Date, work: (record: OwnRecord) => Promise<Result<T, C>>, action: Action = "logbook.write",
): Promise<Result<T, C | "not_allowed">> {
  return wholeOrNothing<Result<T, C | "not_allowed">>(db, async (trx) => {
    const record = await holdRecord(trx, actor, action, now);
    return record.ok ? work(record.value) : record;
  });
}
