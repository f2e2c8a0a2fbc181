import type { Locking } from "#app/pathway/locks.ts";
import type { PathwayDefinition } from "#app/pathway/model.ts";
import { findRecord, lockingOf } from "#app/pathway/queries.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can } from "#app/people/policy.ts";
import type { Day } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Trx } from "#db/database.server.ts";

/** A trainee's record, held for a lead who writes in it. */
export interface LedRecord {
  readonly trx: Trx;
  readonly traineeId: string;
  readonly definition: PathwayDefinition;
  /** The last day on the pathway, where they left it. */
  readonly endedOn: Day | null;
  readonly locking: Locking;
  /** The lead as they stand in this transaction. */
  readonly lead: Actor;
  readonly today: Day;
  readonly now: Date;
}

/** Holds the record and asks the policy on fresh rows. `not_there` for whoever may not do that in it, as for a trainee who is nobody. */
export async function holdLedRecord(trx: Trx, actor: Actor, action: Action, traineeId: string, now: Date): Promise<Result<LedRecord, "not_there">> {
  if (!(await bumpRecord(trx, traineeId))) return refused("not_there");
  const lead = await freshActor(trx, actor, now);
  const record = await findRecord(trx, traineeId);
  if (!record || !can(lead, action, { traineeId, programmeId: record.enrolment.programmeId })) return refused("not_there");
  return done({ trx, traineeId, definition: record.version.definition, endedOn: record.enrolment.endedOn, locking: lockingOf(record), lead, today: lead.today, now });
}
