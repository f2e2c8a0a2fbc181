import { recordAct } from "#app/audit/writes.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";

import { freshActor } from "./actor.server.ts";
import { type Accreditation, type Actor, isOrdered, overlaps } from "./model.ts";
import { can } from "./policy.ts";
import { findManagedPerson, listAccreditations, listGrants } from "./queries.server.ts";
import { insertAccreditation } from "./writes.server.ts";

/**
 * What has to follow in the same transaction, on the floors above: what a supervisor's standing counts for is
 * counted anew for everybody who logged supervision with them.
 */
export type Afterwards = (trx: Trx, supervisorId: string, now: Date) => Promise<void>;

export interface AccreditationInput extends Pick<Accreditation, "personId" | "standing" | "from" | "to"> {
  /** The period that this one corrects, in the version that was seen; without it a new period is recorded. */
  readonly corrects?: { readonly id: string; readonly version: number };
}

type Refused = "not_there" | "not_allowed" | "ends_before_start" | "not_a_supervisor" | "period_overlaps" | "changed_meanwhile";

async function refusalOf(trx: Trx, actor: Actor, input: AccreditationInput): Promise<Refused | null> {
  const person = await findManagedPerson(trx, actor, input.personId);
  if (!person) return "not_there";
  const supervises = (await listGrants(trx, input.personId)).filter((g) => g.role === "supervisor");
  if (supervises.length === 0) return "not_a_supervisor";
  if (!supervises.some((g) => can(actor, "people.manage", { programmeId: g.programmeId }))) return "not_allowed";
  if (!isOrdered(input.from, input.to)) return "ends_before_start";
  const periods = await listAccreditations(trx, input.personId);
  const corrected = periods.find((p) => p.id === input.corrects?.id);
  if (input.corrects && corrected?.version !== input.corrects.version) return corrected ? "changed_meanwhile" : "not_there";
  return periods.some((p) => p.id !== input.corrects?.id && overlaps(p, input)) ? "period_overlaps" : null;
}

async function write(trx: Trx, actor: Actor, { corrects, ...period }: AccreditationInput, now: Date): Promise<string> {
  if (!corrects) return insertAccreditation(trx, period, { by: actor.personId, now });
  await trx.insertInto("supervisor_accreditation").values({
    id: corrects.id, version: corrects.version + 1, recorded_at: instantOf(now), recorded_by: actor.personId,
    person_id: period.personId, standing: period.standing, accredited_from: period.from, accredited_to: period.to,
  }).execute();
  return corrects.id;
}

/** Records, or corrects, a period for which a supervisor was accredited or in training. Periods of one person share no day. */
export async function recordAccreditation(
  db: Database, actor: Actor, input: AccreditationInput, now: Date, afterwards: Afterwards,
): Promise<Result<{ id: string }, Refused>> {
  try {
    return await db.inTransaction(async (trx) => {
      const fresh = await freshActor(trx, actor, now);
      const refusal = await refusalOf(trx, fresh, input);
      if (refusal) return refused(refusal);
      const id = await write(trx, fresh, input, now);
      await afterwards(trx, input.personId, now);
      await recordAct(trx, { actorId: fresh.personId, act: "accreditation.recorded", subjects: { accreditation: id, person: input.personId } }, now);
      return done({ id });
    });
  } catch (error) {
    if (isUniqueViolation(error, "supervisor_accreditation", ["id", "version"])) return refused("changed_meanwhile");
    throw error;
  }
}
