import type { Day, Instant } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { byName, byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import { GRANT_COLUMNS, grantOf } from "./actor.server.ts";
import {
  type Accreditation, type Actor, hasRole, type Person, type Role, type RoleGrant, ROLES, type SupervisorAssignment, type SupervisorStanding,
} from "./model.ts";
import { roleSchema, standingSchema } from "./rows.server.ts";
import { inForce, programmePersonIds, visibleTraineeIds } from "./scope.server.ts";

const PERSON_COLUMNS = ["person.id", "person.name", "person.email", "person.is_external", "person.verified_on"] as const;

function personOf(row: { id: string; name: string; email: string | null; is_external: 0 | 1; verified_on: string | null }): Person {
  return { id: row.id, name: row.name, email: row.email, isExternal: row.is_external === 1, verifiedOn: row.verified_on };
}

function sortedByName<T extends { readonly name: string; readonly id: string }>(people: T[]): T[] {
  return people.sort((a, b) => byName(a.name, b.name) || byText(a.id, b.id));
}

/** Anybody by id, for names; whether they may be seen is the caller's question. */
export async function findPerson(db: Reader, personId: string): Promise<Person | undefined> {
  const row = await db.selectFrom("person").select(PERSON_COLUMNS).where("id", "=", personId).executeTakeFirst();
  return row && personOf(row);
}

/** That person, if they belong to a programme in which the actor holds that role today. */
export function programmePersonQuery(db: Reader, actor: Actor, role: "lead" | "administrator", personId: string) {
  return db.selectFrom("person").select(PERSON_COLUMNS)
    .where("person.id", "=", personId).where("person.id", "in", programmePersonIds(db, actor, role));
}

/** That person, if the actor administers a programme that they belong to. */
export async function findManagedPerson(db: Reader, actor: Actor, personId: string): Promise<Person | undefined> {
  const row = await programmePersonQuery(db, actor, "administrator", personId).executeTakeFirst();
  return row && personOf(row);
}

/** A person in the administrator's list, with the roles they hold today. */
export interface ListedPerson extends Person {
  readonly roles: readonly Role[];
}

async function rolesHeld(db: Reader, actor: Actor): Promise<ReadonlyMap<string, ReadonlySet<Role>>> {
  const rows = await db.selectFrom("current_role_grant as g").select(["g.person_id", "g.role"])
    .where(inForce("g", actor.today)).where("g.person_id", "in", programmePersonIds(db, actor, "administrator")).execute();
  const held = new Map<string, Set<Role>>();
  for (const row of rows) held.set(row.person_id, (held.get(row.person_id) ?? new Set()).add(roleSchema.parse(row.role)));
  return held;
}

/** Everybody in the programmes that the actor administers, by name; `search` is looked for in names and e-mails. */
export async function listPeople(db: Reader, actor: Actor, search: string): Promise<ListedPerson[]> {
  const sought = search.trim().toLowerCase();
  const rows = await db.selectFrom("person").select(PERSON_COLUMNS).where("person.id", "in", programmePersonIds(db, actor, "administrator")).execute();
  const held = await rolesHeld(db, actor);
  const people = rows.map(personOf).filter((p) => `${p.name}\n${p.email ?? ""}`.toLowerCase().includes(sought));
  return sortedByName(people.map((p) => ({ ...p, roles: ROLES.filter((role) => held.get(p.id)?.has(role)) })));
}

/** External supervisors in the programmes that the actor leads whom no lead has verified yet, by name, and since when they are known. */
export async function listUnverifiedExternals(db: Reader, actor: Actor): Promise<(Person & { readonly knownSince: Instant })[]> {
  const rows = await db.selectFrom("person").select([...PERSON_COLUMNS, "person.recorded_at"]).where("is_external", "=", 1).where("verified_on", "is", null)
    .where("person.id", "in", programmePersonIds(db, actor, "lead")).execute();
  return sortedByName(rows.map((row) => ({ ...personOf(row), knownSince: row.recorded_at })));
}

/** A grant in its version in force, past and coming ones too. */
export type VersionedGrant = RoleGrant & { readonly version: number };

/** Everything a person was ever granted, in order of its first day. */
export async function listGrants(db: Reader, personId: string): Promise<VersionedGrant[]> {
  const rows = await db.selectFrom("current_role_grant").select([...GRANT_COLUMNS, "version"])
    .where("person_id", "=", personId).orderBy("starts_on").orderBy("id").execute();
  return rows.map((row) => ({ ...grantOf(row), version: row.version }));
}

/** Of a person's grants those in the programmes that the administrator looks after. */
export async function listManagedGrants(db: Reader, actor: Actor, personId: string): Promise<VersionedGrant[]> {
  return (await listGrants(db, personId)).filter((grant) => hasRole(actor, "administrator", grant.programmeId));
}

/** A person's periods as accredited supervisor or in training for it, in order of their first day. */
export async function listAccreditations(db: Reader, personId: string): Promise<Accreditation[]> {
  return (await listStandings(db, [personId])).get(personId) ?? [];
}

/** The same for several people; somebody without any period has no key. */
export async function listStandings(db: Reader, personIds: readonly string[]): Promise<Map<string, Accreditation[]>> {
  const standings = new Map<string, Accreditation[]>();
  if (personIds.length === 0) return standings;
  const rows = await db.selectFrom("current_supervisor_accreditation")
    .select(["id", "version", "person_id", "standing", "accredited_from", "accredited_to"])
    .where("person_id", "in", [...new Set(personIds)]).orderBy("accredited_from").orderBy("id").execute();
  for (const row of rows) {
    const period = { id: row.id, version: row.version, personId: row.person_id, standing: standingSchema.parse(row.standing), from: row.accredited_from, to: row.accredited_to };
    standings.set(row.person_id, [...standings.get(row.person_id) ?? [], period]);
  }
  return standings;
}

/** How those people stand as supervisors, by their ids. */
export async function mapSupervisorStandings(db: Reader, personIds: readonly string[]): Promise<Map<string, SupervisorStanding>> {
  const asked = [...new Set(personIds)];
  if (asked.length === 0) return new Map();
  const rows = await db.selectFrom("person").leftJoin("current_supervisor_accreditation as a", "a.person_id", "person.id")
    .select(["person.id", "person.is_external", "person.verified_on", "a.standing", "a.accredited_from", "a.accredited_to"])
    .where("person.id", "in", asked).orderBy("a.accredited_from").orderBy("a.id").execute();
  return new Map([...groupBy(rows, (r) => r.id)].map(([id, own]) => [id, {
    isExternal: own[0]?.is_external === 1, isVerified: own[0]?.is_external !== 1 || own[0].verified_on !== null,
    periods: own.flatMap((r) => (r.accredited_from === null ? [] : [{ standing: standingSchema.parse(r.standing), from: r.accredited_from, to: r.accredited_to }])),
  }]));
}

/** An assignment in its version in force, with the other side's names. */
export type NamedAssignment = SupervisorAssignment & { readonly version: number; readonly traineeName: string; readonly supervisorName: string };

async function listAssignments(db: Reader, side: "a.trainee_id" | "a.supervisor_id", personId: string): Promise<NamedAssignment[]> {
  const rows = await db.selectFrom("current_supervisor_assignment as a")
    .innerJoin("person as t", "t.id", "a.trainee_id").innerJoin("person as s", "s.id", "a.supervisor_id")
    .select(["a.id", "a.version", "a.trainee_id", "a.supervisor_id", "a.starts_on", "a.ends_on", "t.name as trainee_name", "s.name as supervisor_name"])
    .where(side, "=", personId).orderBy("a.starts_on").orderBy("a.id").execute();
  return rows.map((row) => ({
    id: row.id, version: row.version, traineeId: row.trainee_id, supervisorId: row.supervisor_id,
    startsOn: row.starts_on, endsOn: row.ends_on, traineeName: row.trainee_name, supervisorName: row.supervisor_name,
  }));
}

/** Everybody who was, is or will be assigned to supervise this trainee. */
export async function listAssignmentsOf(db: Reader, traineeId: string): Promise<NamedAssignment[]> {
  return listAssignments(db, "a.trainee_id", traineeId);
}

/** Every trainee of the administrator's own programmes whom this person was, is or will be assigned to supervise. */
export async function listAssignmentsTo(db: Reader, actor: Actor, supervisorId: string): Promise<NamedAssignment[]> {
  const ours = new Set((await programmePersonIds(db, actor, "administrator").execute()).map((row) => row.person_id));
  return (await listAssignments(db, "a.supervisor_id", supervisorId)).filter((a) => ours.has(a.traineeId));
}

/** The trainee's supervisors on that day, by name; with no grant in force that day somebody supervises nobody. */
export async function listSupervisorsOf(db: Reader, traineeId: string, day: Day): Promise<Person[]> {
  const rows = await db.selectFrom("person").select(PERSON_COLUMNS).distinct()
    .innerJoin("current_supervisor_assignment as a", "a.supervisor_id", "person.id")
    .innerJoin("current_role_grant as g", "g.person_id", "person.id")
    .where("a.trainee_id", "=", traineeId).where(inForce("a", day))
    .where("g.role", "=", "supervisor").where(inForce("g", day)).execute();
  return sortedByName(rows.map(personOf));
}

/** Who supervises each of those trainees on that day, by the trainees' ids. */
export async function mapSupervisorIds(db: Reader, traineeIds: readonly string[], day: Day): Promise<Map<string, string[]>> {
  if (traineeIds.length === 0) return new Map();
  const rows = await db.selectFrom("current_supervisor_assignment as a").innerJoin("current_role_grant as g", "g.person_id", "a.supervisor_id")
    .select(["a.trainee_id", "a.supervisor_id"]).distinct()
    .where("a.trainee_id", "in", traineeIds).where(inForce("a", day)).where("g.role", "=", "supervisor").where(inForce("g", day)).execute();
  return new Map([...groupBy(rows, (r) => r.trainee_id)].map(([id, own]) => [id, own.map((r) => r.supervisor_id)]));
}

/** The trainees whom the actor supervises today, by name; nobody without a supervisor's grant in force. */
export async function listSupervisedTrainees(db: Reader, actor: Actor): Promise<Person[]> {
  const rows = await db.selectFrom("person").select(PERSON_COLUMNS)
    .where("person.id", "in", visibleTraineeIds(db, actor)).where("person.id", "!=", actor.personId).execute();
  return sortedByName(rows.map(personOf));
}

/**
 * Everybody who supervises or ever supervised in the programme, external people too, by name: what is logged late
 * may name a supervisor who has left.
 */
export async function listProgrammeSupervisors(db: Reader, programmeId: string, day: Day): Promise<Person[]> {
  const rows = await db.selectFrom("person").innerJoin("current_role_grant as g", "g.person_id", "person.id")
    .select(PERSON_COLUMNS).distinct()
    .where("g.programme_id", "=", programmeId).where("g.role", "=", "supervisor").where("g.starts_on", "<=", day).execute();
  return sortedByName(rows.map(personOf));
}

/**
 * The other trainees of the programme who were that on any day from the trainee's first to today, by name: what is logged
 * late may name a fellow who has left (docs/field.md, "Who and how").
 */
export async function listFellowTrainees(db: Reader, of: { readonly traineeId: string; readonly programmeId: string; readonly startedOn: Day }, today: Day): Promise<Person[]> {
  const rows = await db.selectFrom("person").innerJoin("current_role_grant as g", "g.person_id", "person.id")
    .select(PERSON_COLUMNS).distinct()
    .where("person.id", "!=", of.traineeId).where("g.programme_id", "=", of.programmeId).where("g.role", "=", "trainee").where("g.starts_on", "<=", today)
    .where((eb) => eb.or([eb("g.ends_on", "is", null), eb("g.ends_on", ">=", of.startedOn)])).execute();
  return sortedByName(rows.map(personOf));
}

/** Trainees and supervisors whom the actor may bring together: everybody with that role, past ones too, by name. */
export async function listAssignable(db: Reader, actor: Actor, role: "trainee" | "supervisor"): Promise<Person[]> {
  const rows = await db.selectFrom("person").select(PERSON_COLUMNS).distinct()
    .innerJoin("current_role_grant as g", "g.person_id", "person.id")
    .where("g.role", "=", role).where("person.id", "in", programmePersonIds(db, actor, "administrator")).execute();
  return sortedByName(rows.map(personOf));
}

/** True where that person was, is or will be assigned to supervise the trainee, in whatever version of an assignment. */
export async function everAssigned(db: Reader, supervisorId: string, traineeId: string): Promise<boolean> {
  return await db.selectFrom("supervisor_assignment").select("id").where("supervisor_id", "=", supervisorId).where("trainee_id", "=", traineeId)
    .limit(1).executeTakeFirst() !== undefined;
}

/** Everybody who leads or administers, on that day, a programme in which this person ever held a role, by their ids. */
export async function listKeeperIds(db: Reader, personId: string, day: Day): Promise<string[]> {
  const programmes = db.selectFrom("current_role_grant as t").select("t.programme_id").where("t.person_id", "=", personId);
  const rows = await db.selectFrom("current_role_grant as g").select("g.person_id").distinct()
    .where("g.role", "in", ["lead", "administrator"]).where(inForce("g", day)).where("g.programme_id", "in", programmes).orderBy("g.person_id").execute();
  return rows.map((row) => row.person_id);
}

/** Everybody who leads the programme on that day, by their ids. */
export async function listLeadIds(db: Reader, programmeId: string, day: Day): Promise<string[]> {
  const rows = await db.selectFrom("current_role_grant as g").select("g.person_id").distinct()
    .where("g.programme_id", "=", programmeId).where("g.role", "=", "lead").where(inForce("g", day)).orderBy("g.person_id").execute();
  return rows.map((row) => row.person_id);
}
