import { recordAct } from "#app/audit/writes.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { freshActor } from "./actor.server.ts";
import type { Actor } from "./model.ts";
import { can } from "./policy.ts";
import { findPerson, programmePersonQuery } from "./queries.server.ts";
import type { Afterwards } from "./record-accreditation.server.ts";

/** A lead vouches for an external supervisor, reached in a way that the trainee did not supply: their minutes count (docs/field.md, "Confirmation"). */
export async function verifyExternal(
  db: Database, actor: Actor, personId: string, now: Date, afterwards: Afterwards,
): Promise<Result<null, "not_there" | "not_allowed" | "already_done">> {
  return db.inTransaction(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    const person = await findPerson(trx, personId);
    const isKnown = person?.isExternal && await programmePersonQuery(trx, fresh, "lead", personId).executeTakeFirst();
    if (!isKnown) return refused("not_there");
    if (!can(fresh, "external_supervisor.verify", { personId })) return refused("not_allowed");
    const verified = await trx.updateTable("person").set({ verified_on: londonDay(now) })
      .where("id", "=", personId).where("verified_on", "is", null).executeTakeFirst();
    if (verified.numUpdatedRows === 0n) return refused("already_done");
    await afterwards(trx, personId, now);
    await recordAct(trx, { actorId: fresh.personId, act: "person.verified", subjects: { person: personId } }, now);
    return done(null);
  });
}
