import { recordAct } from "#app/audit/writes.server.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";

import { freshActor } from "./actor.server.ts";
import { refuseGrant } from "./grant-role.server.ts";
import type { Actor, NewPerson, RoleGrant } from "./model.ts";
import { can } from "./policy.ts";
import { insertGrant, insertPerson, type Recording } from "./writes.server.ts";

export interface NewPersonInput extends NewPerson {
  /** The first role: nobody stands outside every programme. */
  readonly grant: Omit<RoleGrant, "id" | "personId">;
}

type Refused = "not_allowed" | "email_taken" | "email_needed" | "ends_before_start" | "reviewer_must_supervise" | "external_only_supervises";

async function write(trx: Trx, input: NewPersonInput, recording: Recording): Promise<Result<{ personId: string }, Exclude<Refused, "not_allowed" | "email_taken">>> {
  if (!input.isExternal && input.email === null) return refused("email_needed");
  const refusal = refuseGrant({ ...input.grant, personId: "" }, input.isExternal, []);
  if (refusal === "ends_before_start" || refusal === "reviewer_must_supervise" || refusal === "external_only_supervises") return refused(refusal);
  const personId = await insertPerson(trx, input, recording.now);
  const grant = await insertGrant(trx, { ...input.grant, personId }, recording);
  await recordAct(trx, { actorId: recording.by, act: "person.created", subjects: { person: personId, grant, programme: input.grant.programmeId } }, recording.now);
  return done({ personId });
}

async function unlessTaken<T>(work: () => Promise<T>): Promise<T | { readonly ok: false; readonly code: "email_taken" }> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, "person", ["email_key"])) return refused("email_taken");
    throw error;
  }
}

/** Adds a person with a first role in a programme. Somebody external only ever supervises, and never signs in. */
export async function createPerson(db: Database, actor: Actor, input: NewPersonInput, now: Date): Promise<Result<{ personId: string }, Refused>> {
  return unlessTaken(() => db.inTransaction(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    if (!can(fresh, "people.manage", { programmeId: input.grant.programmeId })) return refused("not_allowed");
    return write(trx, input, { by: fresh.personId, now });
  }));
}

/** For `admin create-person` on a machine where nobody can sign in yet: recorded as done by nobody. */
export async function createPersonFromConsole(db: Database, input: NewPersonInput, now: Date): Promise<Result<{ personId: string }, Exclude<Refused, "not_allowed">>> {
  return unlessTaken(() => db.inTransaction((trx) => write(trx, input, { by: null, now })));
}
