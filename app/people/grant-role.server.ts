import { recordAct } from "#app/audit/writes.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";

import { findAccount } from "./accounts.server.ts";
import { freshActor, GRANT_COLUMNS, grantOf } from "./actor.server.ts";
import { type Actor, isOrdered, overlaps, type RoleGrant } from "./model.ts";
import { can } from "./policy.ts";
import { findManagedPerson, listGrants } from "./queries.server.ts";
import { endAllSessions } from "./sessions.server.ts";
import { insertGrant, type Recording } from "./writes.server.ts";

type GrantRefused = "ends_before_start" | "reviewer_must_supervise" | "external_only_supervises" | "role_held_already";

function isHeldAlready(grant: Omit<RoleGrant, "id">, held: readonly RoleGrant[]): boolean {
  const period = (g: Omit<RoleGrant, "id">) => ({ from: g.startsOn, to: g.endsOn });
  return held.some((g) => g.role === grant.role && g.programmeId === grant.programmeId && overlaps(period(g), period(grant)));
}

/** Why this grant is not made, as far as the grant itself tells; null where it may be. */
export function refuseGrant(grant: Omit<RoleGrant, "id">, isExternal: boolean, held: readonly RoleGrant[]): GrantRefused | null {
  if (!isOrdered(grant.startsOn, grant.endsOn)) return "ends_before_start";
  if (grant.isIndependentReviewer && grant.role !== "supervisor") return "reviewer_must_supervise";
  if (isExternal && grant.role !== "supervisor") return "external_only_supervises";
  return isHeldAlready(grant, held) ? "role_held_already" : null;
}

async function writeGrant(trx: Trx, grant: Omit<RoleGrant, "id">, { by, now }: Recording): Promise<string> {
  const id = await insertGrant(trx, grant, { by, now });
  await endAllSessions(trx, grant.personId);
  await recordAct(trx, { actorId: by, act: "role.granted", subjects: { grant: id, person: grant.personId, programme: grant.programmeId } }, now);
  return id;
}

/** Grants a role in a programme, from a day and perhaps to one. Ends every session of the person: their rights changed. */
export async function grantRole(db: Database, actor: Actor, grant: Omit<RoleGrant, "id">, now: Date): Promise<Result<{ id: string }, GrantRefused | "not_there" | "not_allowed">> {
  return db.inTransaction(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    if (!can(fresh, "people.manage", { programmeId: grant.programmeId })) return refused("not_allowed");
    const person = await findManagedPerson(trx, fresh, grant.personId);
    if (!person) return refused("not_there");
    const refusal = refuseGrant(grant, person.isExternal, await listGrants(trx, grant.personId));
    if (refusal) return refused(refusal);
    return done({ id: await writeGrant(trx, grant, { by: fresh.personId, now }) });
  });
}

/** For `admin grant-role`, where nobody can do it in the portal: recorded as done by nobody. The person is known by their e-mail. */
export async function grantRoleFromConsole(
  db: Database, email: string, grant: Omit<RoleGrant, "id" | "personId">, now: Date,
): Promise<Result<{ id: string }, GrantRefused | "not_there">> {
  return db.inTransaction(async (trx) => {
    const account = await findAccount(trx, email);
    if (!account) return refused("not_there");
    const personal = { ...grant, personId: account.personId };
    const refusal = refuseGrant(personal, false, await listGrants(trx, account.personId));
    return refusal ? refused(refusal) : done({ id: await writeGrant(trx, personal, { by: null, now }) });
  });
}

type EndRefused = "not_there" | "not_allowed" | "ends_before_start" | "own_last_administrator_role" | "changed_meanwhile";

async function isOwnLastAdministration(trx: Trx, actor: Actor, grant: RoleGrant): Promise<boolean> {
  if (grant.role !== "administrator" || grant.personId !== actor.personId) return false;
  const others = await listGrants(trx, actor.personId);
  return !others.some((g) => g.id !== grant.id && g.role === "administrator" && g.endsOn === null && g.startsOn <= actor.today);
}

/**
 * Sets the last day of a grant, as a new version of it, and ends every session of the person. Nobody ends their own
 * last administrator's role. `version` is the one that was seen.
 */
export async function endRole(
  db: Database, actor: Actor, input: { readonly personId: string; readonly grantId: string; readonly version: number; readonly endsOn: string }, now: Date,
): Promise<Result<null, EndRefused>> {
  try {
    return await db.inTransaction(async (trx) => {
      const fresh = await freshActor(trx, actor, now);
      const row = await trx.selectFrom("current_role_grant").select([...GRANT_COLUMNS, "version"])
        .where("id", "=", input.grantId).where("person_id", "=", input.personId).executeTakeFirst();
      if (!row || !await findManagedPerson(trx, fresh, input.personId)) return refused("not_there");
      if (!can(fresh, "people.manage", { programmeId: row.programme_id })) return refused("not_allowed");
      if (row.version !== input.version) return refused("changed_meanwhile");
      if (!isOrdered(row.starts_on, input.endsOn)) return refused("ends_before_start");
      if (await isOwnLastAdministration(trx, fresh, grantOf(row))) return refused("own_last_administrator_role");
      await trx.insertInto("role_grant").values({
        ...row, version: row.version + 1, ends_on: input.endsOn, recorded_at: instantOf(now), recorded_by: fresh.personId,
      }).execute();
      await endAllSessions(trx, row.person_id);
      await recordAct(trx, { actorId: fresh.personId, act: "role.changed", subjects: { grant: row.id, person: row.person_id, programme: row.programme_id } }, now);
      return done(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "role_grant", ["id", "version"])) return refused("changed_meanwhile");
    throw error;
  }
}
