import { expect, test } from "vitest";

import { actorFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAccreditation, makeAssignment, makeGrant, makePerson, makeProgramme, makeSupervisor } from "#tests/support/factories.ts";
import type { Database } from "#db/database.server.ts";

import { assignSupervisor, endAssignment } from "./assign-supervisor.server.ts";
import { createPerson, createPersonFromConsole } from "./create-person.server.ts";
import { endRole, grantRole, grantRoleFromConsole } from "./grant-role.server.ts";
import type { Actor, RoleGrant } from "./model.ts";
import { findPerson, listAccreditations, listAssignmentsOf, listGrants } from "./queries.server.ts";
import { recordAccreditation } from "./record-accreditation.server.ts";
import { readSession } from "./sessions.server.ts";
import { verifyExternal } from "./verify-external.server.ts";

const NOW = new Date("2026-03-12T08:00:00.000Z");
const TODAY = "2026-03-12";
const nothing = (): Promise<void> => Promise.resolve();

async function setting() {
  const db = await freshDatabase();
  const programme = await makeProgramme(db);
  const elsewhere = await makeProgramme(db, "Elsewhere");
  const admin = await makePerson(db);
  const adminGrant = await makeGrant(db, { personId: admin.id, programmeId: programme.id, role: "administrator" });
  const trainee = await makePerson(db);
  await makeGrant(db, { personId: trainee.id, programmeId: programme.id, role: "trainee", startsOn: "2025-01-06" });
  const stranger = await makePerson(db);
  await makeGrant(db, { personId: stranger.id, programmeId: elsewhere.id, role: "trainee" });
  return { db, programme, elsewhere, admin, adminGrant, trainee, stranger, actor: await actorFor(db, admin.id, TODAY) };
}

const lastActs = async (db: Database): Promise<string[]> =>
  (await db.reader.selectFrom("audit_entry").select("act").orderBy("seq").execute()).map((row) => row.act);

function grantOf(personId: string, programmeId: string, over: Partial<RoleGrant> = {}): Omit<RoleGrant, "id"> {
  return { personId, programmeId, role: "supervisor", isIndependentReviewer: false, startsOn: TODAY, endsOn: null, ...over };
}

test("a granted role stands from its day, ends the person's sessions, and is in the record", async () => {
  const { db, programme, trainee, actor } = await setting();
  const { cookie } = await signIn(db, trainee.id, NOW);
  expect(await grantRole(db, actor, grantOf(trainee.id, programme.id, { isIndependentReviewer: true }), NOW)).toMatchObject({ ok: true });
  expect((await listGrants(db.reader, trainee.id)).map((g) => [g.role, g.isIndependentReviewer, g.version])).toEqual([["trainee", false, 1], ["supervisor", true, 1]]);
  expect(await readSession(db, requestOf("/", { cookie }), NOW)).toBeNull();
  expect(await lastActs(db)).toEqual(["role.granted"]);
});

test.each([
  { over: { endsOn: "2026-03-11" }, code: "ends_before_start" },
  { over: { role: "lead", isIndependentReviewer: true }, code: "reviewer_must_supervise" },
  { over: { role: "trainee" }, code: "role_held_already" },
  { over: { role: "trainee", startsOn: "2024-01-01", endsOn: "2025-01-06" }, code: "role_held_already" },
] as const)("a grant with $over is refused as $code", async ({ over, code }) => {
  const { db, programme, trainee, actor } = await setting();
  expect(await grantRole(db, actor, grantOf(trainee.id, programme.id, over), NOW)).toEqual({ ok: false, code });
  expect(await lastActs(db)).toEqual([]);
});

test("a role that ended the day before may be granted again; one of a single day is a role", async () => {
  const { db, programme, trainee, actor } = await setting();
  expect(await grantRole(db, actor, grantOf(trainee.id, programme.id, { role: "trainee", startsOn: "2024-01-01", endsOn: "2025-01-05" }), NOW)).toMatchObject({ ok: true });
  expect(await grantRole(db, actor, grantOf(trainee.id, programme.id, { startsOn: TODAY, endsOn: TODAY }), NOW)).toMatchObject({ ok: true });
});

test("an administrator reaches neither another programme nor the people in it; a trainee nobody", async () => {
  const { db, programme, elsewhere, trainee, stranger, actor } = await setting();
  expect(await grantRole(db, actor, grantOf(trainee.id, elsewhere.id), NOW)).toEqual({ ok: false, code: "not_allowed" });
  expect(await grantRole(db, actor, grantOf(stranger.id, programme.id), NOW)).toEqual({ ok: false, code: "not_there" });
  const asTrainee = await actorFor(db, trainee.id, TODAY);
  expect(await grantRole(db, asTrainee, grantOf(trainee.id, programme.id, { role: "administrator" }), NOW)).toEqual({ ok: false, code: "not_allowed" });
  expect(await lastActs(db)).toEqual([]);
});

async function firstGrant(db: Database, personId: string) {
  const [grant] = await listGrants(db.reader, personId);
  if (!grant) throw new Error("no grant");
  return { personId, grantId: grant.id, version: grant.version };
}

test("ending a role adds a version, keeps the one before, and ends the person's sessions", async () => {
  const { db, trainee, actor } = await setting();
  const { cookie } = await signIn(db, trainee.id, NOW);
  const grant = await firstGrant(db, trainee.id);
  expect(await endRole(db, actor, { ...grant, endsOn: TODAY }, NOW)).toEqual({ ok: true, value: null });
  expect(await listGrants(db.reader, trainee.id)).toMatchObject([{ id: grant.grantId, version: 2, endsOn: TODAY }]);
  const versions = await db.reader.selectFrom("role_grant").select(["version", "ends_on"]).where("id", "=", grant.grantId).orderBy("version").execute();
  expect(versions).toEqual([{ version: 1, ends_on: null }, { version: 2, ends_on: TODAY }]);
  expect(await readSession(db, requestOf("/", { cookie }), NOW)).toBeNull();
  expect(await endRole(db, actor, { ...grant, endsOn: TODAY }, NOW)).toEqual({ ok: false, code: "changed_meanwhile" });
  expect(await endRole(db, actor, { ...grant, version: 2, endsOn: "2025-01-05" }, NOW)).toEqual({ ok: false, code: "ends_before_start" });
});

test("of two who end one role at once, one is told that it changed", async () => {
  const { db, trainee, actor } = await setting();
  const grant = await firstGrant(db, trainee.id);
  const answers = await Promise.all(["2026-03-20", "2026-03-21"].map((endsOn) => endRole(db, actor, { ...grant, endsOn }, NOW)));
  expect(answers.filter((a) => a.ok)).toHaveLength(1);
  expect(answers.find((a) => !a.ok)).toEqual({ ok: false, code: "changed_meanwhile" });
});

test("nobody ends their own last administrator's role, also where a second one is over or to come", async () => {
  const { db, programme, admin, adminGrant, actor } = await setting();
  const end = { personId: admin.id, grantId: adminGrant.id, version: 1, endsOn: "2027-01-01" };
  await makeGrant(db, { personId: admin.id, programmeId: programme.id, role: "administrator", startsOn: "2028-01-01" });
  expect(await endRole(db, actor, end, NOW)).toEqual({ ok: false, code: "own_last_administrator_role" });
  const second = await makePerson(db);
  await makeGrant(db, { personId: second.id, programmeId: programme.id, role: "administrator" });
  expect(await endRole(db, await actorFor(db, second.id, TODAY), end, NOW)).toEqual({ ok: true, value: null });
});

test("accreditation is recorded, corrected in a version, and never twice for a day; what counts follows in the same transaction", async () => {
  const { db, programme, trainee, actor } = await setting();
  const supervisor = await makePerson(db);
  await makeGrant(db, { personId: supervisor.id, programmeId: programme.id, role: "supervisor" });
  const told: string[] = [];
  const tell = (_: unknown, id: string): Promise<void> => { told.push(id); return Promise.resolve(); };
  const period = { personId: supervisor.id, standing: "accredited", from: "2024-01-01", to: "2025-12-31" } as const;
  const recorded = await recordAccreditation(db, actor, period, NOW, tell);
  const id = recorded.ok ? recorded.value.id : "";
  expect(await recordAccreditation(db, actor, { ...period, from: "2025-12-31", to: null }, NOW, nothing)).toEqual({ ok: false, code: "period_overlaps" });
  expect(await recordAccreditation(db, actor, { ...period, from: "2026-01-01", to: "2025-01-01" }, NOW, nothing)).toEqual({ ok: false, code: "ends_before_start" });
  expect(await recordAccreditation(db, actor, { ...period, personId: trainee.id }, NOW, nothing)).toEqual({ ok: false, code: "not_a_supervisor" });
  expect(await recordAccreditation(db, actor, { ...period, to: "2026-06-30", corrects: { id, version: 1 } }, NOW, tell)).toEqual({ ok: true, value: { id } });
  expect(await recordAccreditation(db, actor, { ...period, corrects: { id, version: 1 } }, NOW, nothing)).toEqual({ ok: false, code: "changed_meanwhile" });
  expect(await listAccreditations(db.reader, supervisor.id)).toMatchObject([{ id, version: 2, from: "2024-01-01", to: "2026-06-30" }]);
  expect(told).toEqual([supervisor.id, supervisor.id]);
  const failing = recordAccreditation(db, actor, { ...period, from: "2027-01-01", to: null }, NOW, () => Promise.reject(new Error("the count failed")));
  await expect(failing).rejects.toThrow("the count failed");
  expect(await listAccreditations(db.reader, supervisor.id)).toHaveLength(1);
});

test("a supervisor is assigned once for a day, and not to themself", async () => {
  const { db, programme, trainee, stranger, actor } = await setting();
  const supervisor = await makeSupervisor(db, { programmeId: programme.id });
  const assignment = { traineeId: trainee.id, supervisorId: supervisor.id, startsOn: TODAY, endsOn: null };
  const recorded = await assignSupervisor(db, actor, assignment, NOW);
  expect(await assignSupervisor(db, actor, assignment, NOW)).toEqual({ ok: false, code: "assigned_already" });
  expect(await assignSupervisor(db, actor, { ...assignment, supervisorId: trainee.id }, NOW)).toEqual({ ok: false, code: "own_supervisor" });
  expect(await assignSupervisor(db, actor, { ...assignment, traineeId: supervisor.id }, NOW)).toEqual({ ok: false, code: "not_a_trainee" });
  expect(await assignSupervisor(db, actor, { ...assignment, traineeId: stranger.id }, NOW)).toEqual({ ok: false, code: "not_there" });
  const end = { traineeId: trainee.id, assignmentId: recorded.ok ? recorded.value.id : "", version: 1, endsOn: "2026-04-01" };
  expect(await endAssignment(db, await actorFor(db, supervisor.id, TODAY), end, NOW)).toEqual({ ok: false, code: "not_there" });
  const answers = await Promise.all([endAssignment(db, actor, end, NOW), endAssignment(db, actor, end, NOW)]);
  expect(answers.map((a) => (a.ok ? "done" : a.code)).sort()).toEqual(["changed_meanwhile", "done"]);
  expect(await listAssignmentsOf(db.reader, trainee.id)).toMatchObject([{ version: 2, endsOn: "2026-04-01", supervisorName: supervisor.name }]);
  expect(await assignSupervisor(db, actor, { ...assignment, startsOn: "2026-04-02" }, NOW)).toMatchObject({ ok: true });
});

test("an assignment of somebody else's trainee is not found under this one", async () => {
  const { db, programme, trainee, actor } = await setting();
  const supervisor = await makeSupervisor(db, { programmeId: programme.id });
  const other = await makePerson(db);
  await makeGrant(db, { personId: other.id, programmeId: programme.id, role: "trainee" });
  const { id } = await makeAssignment(db, { traineeId: other.id, supervisorId: supervisor.id });
  expect(await endAssignment(db, actor, { traineeId: trainee.id, assignmentId: id, version: 1, endsOn: TODAY }, NOW)).toEqual({ ok: false, code: "not_there" });
});

function newPerson(programmeId: string, over: { email?: string | null; isExternal?: boolean; role?: RoleGrant["role"] } = {}) {
  const { email = "New@Example.org", isExternal = false, role = "supervisor" } = over;
  return { name: "New Person", email, isExternal, grant: { programmeId, role, isIndependentReviewer: false, startsOn: TODAY, endsOn: null } };
}

test("a person comes with a first role; an e-mail belongs to one person, however it is written", async () => {
  const { db, programme, actor } = await setting();
  expect(await createPerson(db, actor, newPerson(programme.id), NOW)).toMatchObject({ ok: true });
  expect(await createPerson(db, actor, newPerson(programme.id, { email: "new@EXAMPLE.org" }), NOW)).toEqual({ ok: false, code: "email_taken" });
  expect(await lastActs(db)).toEqual(["person.created"]);
});

test("of two who add one person at once, one is told", async () => {
  const { db, programme, actor } = await setting();
  const answers = await Promise.all([1, 2].map(() => createPerson(db, actor, newPerson(programme.id), NOW)));
  expect(answers.map((a) => (a.ok ? "done" : a.code)).sort()).toEqual(["done", "email_taken"]);
});

test.each([
  { over: { email: null }, code: "email_needed" },
  { over: { email: null, isExternal: true, role: "trainee" }, code: "external_only_supervises" },
] as const)("a person with $over is refused as $code", async ({ over, code }) => {
  const { db, programme, actor } = await setting();
  expect(await createPerson(db, actor, newPerson(programme.id, over), NOW)).toEqual({ ok: false, code });
});

test("the console adds the first administrator, recorded as done by nobody", async () => {
  const { db, programme } = await setting();
  expect(await createPersonFromConsole(db, newPerson(programme.id, { role: "administrator" }), NOW)).toMatchObject({ ok: true });
  expect(await db.reader.selectFrom("audit_entry").select(["act", "actor_id"]).execute()).toEqual([{ act: "person.created", actor_id: null }]);
});

test("the console grants a role to somebody known by e-mail, under the same rules", async () => {
  const { db, programme, trainee } = await setting();
  const grant = { programmeId: programme.id, role: "lead", isIndependentReviewer: false, startsOn: TODAY, endsOn: null } as const;
  expect(await grantRoleFromConsole(db, trainee.email.toUpperCase(), grant, NOW)).toMatchObject({ ok: true });
  expect(await grantRoleFromConsole(db, trainee.email, grant, NOW)).toEqual({ ok: false, code: "role_held_already" });
  expect(await grantRoleFromConsole(db, "nobody@example.org", grant, NOW)).toEqual({ ok: false, code: "not_there" });
});

async function leadOf(db: Database, programmeId: string): Promise<Actor> {
  const lead = await makePerson(db);
  await makeGrant(db, { personId: lead.id, programmeId, role: "lead" });
  return actorFor(db, lead.id, TODAY);
}

test("a lead verifies an external supervisor of the programme once; nobody else does", async () => {
  const { db, programme, elsewhere, actor } = await setting();
  const created = await createPerson(db, actor, newPerson(programme.id, { email: null, isExternal: true }), NOW);
  const id = created.ok ? created.value.personId : "";
  await makeAccreditation(db, id);
  expect(await verifyExternal(db, actor, id, NOW, nothing)).toEqual({ ok: false, code: "not_there" });
  expect(await verifyExternal(db, await leadOf(db, elsewhere.id), id, NOW, nothing)).toEqual({ ok: false, code: "not_there" });
  const lead = await leadOf(db, programme.id);
  expect(await verifyExternal(db, lead, id, NOW, nothing)).toEqual({ ok: true, value: null });
  expect(await findPerson(db.reader, id)).toMatchObject({ isExternal: true, verifiedOn: TODAY });
  expect(await verifyExternal(db, lead, id, NOW, nothing)).toEqual({ ok: false, code: "already_done" });
  expect(await lastActs(db)).toEqual(["person.created", "person.verified"]);
});
