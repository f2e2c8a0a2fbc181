import { type Day, type Instant, londonDay } from "#app/platform/clock.ts";
import type { Reader, Trx } from "#db/database.server.ts";

import type { Actor, RoleGrant } from "./model.ts";
import { roleSchema } from "./rows.server.ts";
import { inForce } from "./scope.server.ts";

interface GrantRow {
  readonly id: string;
  readonly person_id: string;
  readonly programme_id: string;
  readonly role: string;
  readonly is_independent_reviewer: 0 | 1;
  readonly starts_on: string;
  readonly ends_on: string | null;
}

/** Columns of a grant, in the order of its model. */
export const GRANT_COLUMNS = ["id", "person_id", "programme_id", "role", "is_independent_reviewer", "starts_on", "ends_on"] as const;

/** A grant as the rules read it. */
export function grantOf(row: GrantRow): RoleGrant {
  return {
    id: row.id, personId: row.person_id, programmeId: row.programme_id, role: roleSchema.parse(row.role),
    isIndependentReviewer: row.is_independent_reviewer === 1, startsOn: row.starts_on, endsOn: row.ends_on,
  };
}

/** The person as actor with the grants in force that day (perhaps none); undefined for nobody and for external people. */
export async function findActor(db: Reader, personId: string, today: Day, reauthenticatedAt: Instant | null = null): Promise<Actor | undefined> {
  const person = await db.selectFrom("person").select(["id", "name"])
    .where("id", "=", personId).where("is_external", "=", 0).executeTakeFirst();
  if (!person) return undefined;
  const rows = await db.selectFrom("current_role_grant as g").select(GRANT_COLUMNS)
    .where("g.person_id", "=", personId).where(inForce("g", today)).orderBy("g.starts_on").orderBy("g.id").execute();
  return { personId: person.id, name: person.name, grants: rows.map(grantOf), today, reauthenticatedAt };
}

/**
 * The actor as they stand now, for a command to ask `can` of: grants read afresh in its transaction, for the day it is now;
 * when the password was proved is kept. Somebody who is gone holds nothing.
 */
export async function freshActor(trx: Trx, actor: Actor, now: Date): Promise<Actor> {
  const today = londonDay(now);
  return await findActor(trx, actor.personId, today, actor.reauthenticatedAt) ?? { ...actor, grants: [], today };
}
