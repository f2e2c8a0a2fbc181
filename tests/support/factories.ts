import type { RoleGrant, SupervisorAssignment } from "#app/people/model.ts";
import type { PathwayDefinition } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Database } from "#db/database.server.ts";

/** Rows for tests, written straight to the tables: each factory returns what it made. */
const RECORDED_AT = "2025-01-01T09:00:00.000Z";
const first = { version: 1, recorded_at: RECORDED_AT, recorded_by: null } as const;

export async function makeProgramme(db: Database, name = "Test programme"): Promise<{ id: string }> {
  const id = newId();
  await db.reader.insertInto("programme").values({ id, name, recorded_at: RECORDED_AT }).execute();
  return { id };
}

export interface MadePerson { readonly id: string; readonly name: string; readonly email: string }

/** A person with no password: tests that sign in set one through the room's own commands. */
export async function makePerson(db: Database, over: { name?: string; email?: string; isExternal?: boolean; verifiedOn?: Day } = {}): Promise<MadePerson> {
  const id = newId();
  const name = over.name ?? `Person ${id.slice(0, 4)}`;
  const email = over.email ?? `${id}@example.org`;
  await db.reader.insertInto("person").values({
    id, name, email, email_key: email.toLowerCase(), is_external: over.isExternal ? 1 : 0,
    verified_on: over.verifiedOn ?? null, recorded_at: RECORDED_AT,
  }).execute();
  return { id, name, email };
}

export async function makeGrant(
  db: Database, grant: Pick<RoleGrant, "personId" | "programmeId" | "role"> & Partial<Pick<RoleGrant, "startsOn" | "endsOn" | "isIndependentReviewer">>,
): Promise<{ id: string }> {
  const id = newId();
  await db.reader.insertInto("role_grant").values({
    id, ...first, person_id: grant.personId, programme_id: grant.programmeId, role: grant.role,
    is_independent_reviewer: grant.isIndependentReviewer ? 1 : 0, starts_on: grant.startsOn ?? "2020-01-01", ends_on: grant.endsOn ?? null,
  }).execute();
  return { id };
}

export async function makeAccreditation(
  db: Database, personId: string, over: { standing?: "accredited" | "in_training"; from?: Day; to?: Day | null } = {},
): Promise<void> {
  await db.reader.insertInto("supervisor_accreditation").values({
    id: newId(), ...first, person_id: personId, standing: over.standing ?? "accredited",
    accredited_from: over.from ?? "2020-01-01", accredited_to: over.to ?? null,
  }).execute();
}

export async function makeAssignment(
  db: Database, assignment: Pick<SupervisorAssignment, "traineeId" | "supervisorId"> & Partial<Pick<SupervisorAssignment, "startsOn" | "endsOn">>,
): Promise<{ id: string }> {
  const id = newId();
  await db.reader.insertInto("supervisor_assignment").values({
    id, ...first, trainee_id: assignment.traineeId, supervisor_id: assignment.supervisorId,
    starts_on: assignment.startsOn ?? "2020-01-01", ends_on: assignment.endsOn ?? null,
  }).execute();
  return { id };
}

/** A pathway version holding that definition. */
export async function makePathwayVersion(db: Database, definition: PathwayDefinition, label = "test"): Promise<{ id: string }> {
  const [pathwayId, id] = [newId(), newId()];
  await db.reader.insertInto("pathway").values({ id: pathwayId, name: `Pathway ${pathwayId}` }).execute();
  await db.reader.insertInto("pathway_version").values({
    id, pathway_id: pathwayId, label, effective_from: "2020-01-01", definition: JSON.stringify(definition), recorded_at: RECORDED_AT,
  }).execute();
  return { id };
}

/** A trainee with a grant, an enrolment pinned to that version, and a record. */
export async function makeTrainee(
  db: Database, at: { programmeId: string; pathwayVersionId: string; startedOn?: Day; name?: string; email?: string },
): Promise<MadePerson> {
  const person = await makePerson(db, at);
  const startedOn = at.startedOn ?? "2025-01-06";
  await makeGrant(db, { personId: person.id, programmeId: at.programmeId, role: "trainee", startsOn: startedOn });
  await db.reader.insertInto("enrolment").values({
    id: newId(), ...first, trainee_id: person.id, programme_id: at.programmeId, pathway_version_id: at.pathwayVersionId,
    started_on: startedOn, ended_on: null, outcome: null, end_reason: null,
  }).execute();
  await db.reader.insertInto("trainee_record").values({ trainee_id: person.id, version: 1, counted_for: null }).execute();
  return person;
}

/** A supervisor with a grant and an accreditation since 2020. */
export async function makeSupervisor(db: Database, at: { programmeId: string; name?: string; email?: string }): Promise<MadePerson> {
  const person = await makePerson(db, at);
  await makeGrant(db, { personId: person.id, programmeId: at.programmeId, role: "supervisor" });
  await makeAccreditation(db, person.id);
  return person;
}

/** A board that people can work in. */
export async function makeBoard(db: Database, code = "S08000022", name = "Highland"): Promise<{ code: string }> {
  await db.reader.insertInto("board").values({ code, name, is_island: 0, position: 0 }).execute();
  return { code };
}

/** A cohort of that programme, begun in January 2025. */
export async function makeCohort(db: Database, programmeId: string, name = "Winter 2025"): Promise<{ id: string }> {
  const id = newId();
  await db.reader.insertInto("cohort").values({ id, programme_id: programmeId, name, starts_on: "2025-01-06" }).execute();
  return { id };
}
