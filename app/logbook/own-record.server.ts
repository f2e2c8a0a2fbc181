import type { Locking } from "#app/pathway/locks.ts";
import { findEnrolment, findLocking } from "#app/pathway/queries.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can } from "#app/people/policy.ts";
import type { Day } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

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
  readonly locking: Locking;
  readonly today: Day;
  readonly now: Date;
}

/** The programme in which the actor may write a log today (or do that with it); undefined for everybody but a trainee with a record. */
export async function findOwnProgramme(db: Trx | Database["reader"], actor: Actor, action: Action = "logbook.write"): Promise<string | undefined> {
  const enrolment = await findEnrolment(db, actor.personId);
  const mayWrite = enrolment !== undefined && can(actor, action, { traineeId: actor.personId, programmeId: enrolment.programmeId });
  return mayWrite ? enrolment.programmeId : undefined;
}

async function holdRecord(trx: Trx, actor: Actor, action: Action, now: Date): Promise<Result<OwnRecord, "not_allowed">> {
  const fresh = await freshActor(trx, actor, now);
  const programmeId = await findOwnProgramme(trx, fresh, action);
  if (programmeId === undefined || !(await bumpRecord(trx, actor.personId))) return refused("not_allowed");
  const locking = await findLocking(trx, actor.personId);
  return locking ? done({ trx, traineeId: actor.personId, programmeId, locking, today: fresh.today, now }) : refused("not_allowed");
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
