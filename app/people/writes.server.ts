import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Trx } from "#db/database.server.ts";

import { type Accreditation, emailKey, type NewPerson, type RoleGrant, type SupervisorAssignment } from "./model.ts";

/** Who recorded a version (null: a seed or the command line) and when. */
export interface Recording {
  readonly by: string | null;
  readonly now: Date;
}

function firstVersion({ by, now }: Recording) {
  return { id: newId(), version: 1, recorded_at: instantOf(now), recorded_by: by };
}

/** Adds a person. Returns the id. Throws a unique violation on `person(email_key)` where the e-mail is taken. */
export async function insertPerson(trx: Trx, person: NewPerson, now: Date): Promise<string> {
  const id = newId();
  await trx.insertInto("person").values({
    id, name: person.name, email: person.email, email_key: person.email === null ? null : emailKey(person.email),
    is_external: person.isExternal ? 1 : 0, verified_on: null, recorded_at: instantOf(now),
  }).execute();
  return id;
}

/** Grants a role. Returns the grant's id. */
export async function insertGrant(trx: Trx, grant: Omit<RoleGrant, "id">, recording: Recording): Promise<string> {
  const first = firstVersion(recording);
  await trx.insertInto("role_grant").values({
    ...first, person_id: grant.personId, programme_id: grant.programmeId, role: grant.role,
    is_independent_reviewer: grant.isIndependentReviewer ? 1 : 0, starts_on: grant.startsOn, ends_on: grant.endsOn,
  }).execute();
  return first.id;
}

/** Records a period of accreditation. Returns its id. */
export async function insertAccreditation(trx: Trx, period: Omit<Accreditation, "id" | "version">, recording: Recording): Promise<string> {
  const first = firstVersion(recording);
  await trx.insertInto("supervisor_accreditation").values({
    ...first, person_id: period.personId, standing: period.standing, accredited_from: period.from, accredited_to: period.to,
  }).execute();
  return first.id;
}

/** Records who supervises whom. Returns the assignment's id. */
export async function insertAssignment(trx: Trx, assignment: Omit<SupervisorAssignment, "id">, recording: Recording): Promise<string> {
  const first = firstVersion(recording);
  await trx.insertInto("supervisor_assignment").values({
    ...first, trainee_id: assignment.traineeId, supervisor_id: assignment.supervisorId,
    starts_on: assignment.startsOn, ends_on: assignment.endsOn,
  }).execute();
  return first.id;
}
