import { describe, expect, test } from "vitest";

import { actorFor } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeGrant, makePerson, makeProgramme, makeSupervisor } from "#tests/support/factories.ts";

import { freshActor } from "./actor.server.ts";
import { assignSupervisor, endAssignment } from "./assign-supervisor.server.ts";
import { createPerson } from "./create-person.server.ts";
import { endRole, grantRole } from "./grant-role.server.ts";
import type { Actor } from "./model.ts";
import { recordAccreditation } from "./record-accreditation.server.ts";
import { verifyExternal } from "./verify-external.server.ts";

const NOW = new Date("2026-03-12T08:00:00.000Z");
const [YESTERDAY, TODAY] = ["2026-03-11", "2026-03-12"];
const nothing = (): Promise<void> => Promise.resolve();

/** A programme whose administrator is also its lead, and everything that somebody in charge can act on. */
async function setting() {
  const db = await freshDatabase();
  const programmeId = (await makeProgramme(db)).id;
  const admin = await makePerson(db);
  for (const role of ["administrator", "lead"] as const) await makeGrant(db, { personId: admin.id, programmeId, role });
  const trainee = await makePerson(db);
  const grant = await makeGrant(db, { personId: trainee.id, programmeId, role: "trainee" });
  const [supervisor, second] = [await makeSupervisor(db, { programmeId }), await makeSupervisor(db, { programmeId })];
  const external = await makePerson(db, { isExternal: true });
  await makeGrant(db, { personId: external.id, programmeId, role: "supervisor" });
  const assignment = await makeAssignment(db, { traineeId: trainee.id, supervisorId: second.id });
  return { db, programmeId, admin, trainee, grant, supervisor, external, assignment };
}

type Setting = Awaited<ReturnType<typeof setting>>;

const COMMANDS: Readonly<Record<string, (setting: Setting, actor: Actor) => Promise<{ readonly ok: boolean }>>> = {
  createPerson: ({ db, programmeId }, actor) => createPerson(db, actor, {
    name: "New", email: "new@example.org", isExternal: false,
    grant: { programmeId, role: "administrator", isIndependentReviewer: false, startsOn: TODAY, endsOn: null },
  }, NOW),
  verifyExternal: ({ db, external }, actor) => verifyExternal(db, actor, external.id, NOW, nothing),
  grantRole: ({ db, programmeId, trainee }, actor) => grantRole(db, actor, {
    personId: trainee.id, programmeId, role: "administrator", isIndependentReviewer: false, startsOn: TODAY, endsOn: null,
  }, NOW),
  endRole: ({ db, trainee, grant }, actor) => endRole(db, actor, { personId: trainee.id, grantId: grant.id, version: 1, endsOn: TODAY }, NOW),
  assignSupervisor: ({ db, trainee, supervisor }, actor) =>
    assignSupervisor(db, actor, { traineeId: trainee.id, supervisorId: supervisor.id, startsOn: TODAY, endsOn: null }, NOW),
  endAssignment: ({ db, trainee, assignment }, actor) =>
    endAssignment(db, actor, { traineeId: trainee.id, assignmentId: assignment.id, version: 1, endsOn: TODAY }, NOW),
  recordAccreditation: ({ db, supervisor }, actor) =>
    recordAccreditation(db, actor, { personId: supervisor.id, standing: "accredited", from: "2019-01-01", to: "2019-12-31" }, NOW, nothing),
};

/** Ends every role of the administrator yesterday, as a further version of each. */
async function endRolesYesterday({ db, admin }: Setting): Promise<void> {
  const rows = await db.reader.selectFrom("current_role_grant").selectAll().where("person_id", "=", admin.id).execute();
  await db.reader.insertInto("role_grant").values(rows.map((row) => ({ ...row, version: 2, ends_on: YESTERDAY }))).execute();
}

describe.each(Object.entries(COMMANDS))("%s", (_, run) => {
  test("is done by whoever holds the role, and written down", async () => {
    const at = await setting();
    expect(await run(at, await actorFor(at.db, at.admin.id, TODAY))).toMatchObject({ ok: true });
    expect(await at.db.reader.selectFrom("audit_entry").select("actor_id").execute()).toEqual([{ actor_id: at.admin.id }]);
  });

  test.each([
    { read: TODAY, why: "the request was read before somebody ended it" },
    { read: YESTERDAY, why: "the request was read before midnight, on the role's last day" },
  ])("is refused to somebody whose role ended yesterday: $why", async ({ read }) => {
    const at = await setting();
    const actor = await actorFor(at.db, at.admin.id, read);
    await endRolesYesterday(at);
    expect(await run(at, actor)).toMatchObject({ ok: false });
    expect(await at.db.reader.selectFrom("audit_entry").select("seq").execute()).toEqual([]);
  });
});

test("the proof of a password is kept when the rest is read afresh; somebody gone holds nothing", async () => {
  const { db, admin } = await setting();
  const actor = { ...await actorFor(db, admin.id, YESTERDAY), reauthenticatedAt: "2026-03-12T07:59:00.000Z" };
  const fresh = await db.inTransaction((trx) => freshActor(trx, actor, NOW));
  expect(fresh).toEqual({ ...await actorFor(db, admin.id, TODAY), reauthenticatedAt: actor.reauthenticatedAt });
  await db.reader.updateTable("person").set({ is_external: 1 }).where("id", "=", admin.id).execute();
  expect((await db.inTransaction((trx) => freshActor(trx, actor, NOW))).grants).toEqual([]);
});

/** Somebody of the administrator's programme whose other role is in a programme that the administrator does not look after. */
async function shared(role: "trainee" | "supervisor") {
  const at = await setting();
  const elsewhere = await makeProgramme(at.db, "Elsewhere");
  const person = await makePerson(at.db);
  await makeGrant(at.db, { personId: person.id, programmeId: at.programmeId, role: "lead" });
  const grant = await makeGrant(at.db, { personId: person.id, programmeId: elsewhere.id, role });
  return { ...at, person, grant, actor: await actorFor(at.db, at.admin.id, TODAY) };
}

test("what somebody does in another programme is not the administrator's to change", async () => {
  const { db, person, grant, supervisor, actor } = await shared("trainee");
  expect(await endRole(db, actor, { personId: person.id, grantId: grant.id, version: 1, endsOn: TODAY }, NOW)).toEqual({ ok: false, code: "not_allowed" });
  const assignment = { traineeId: person.id, supervisorId: supervisor.id, startsOn: TODAY, endsOn: null };
  expect(await assignSupervisor(db, actor, assignment, NOW)).toEqual({ ok: false, code: "not_allowed" });
  const there = await makeAssignment(db, { traineeId: person.id, supervisorId: supervisor.id });
  expect(await endAssignment(db, actor, { traineeId: person.id, assignmentId: there.id, version: 1, endsOn: TODAY }, NOW)).toEqual({ ok: false, code: "not_allowed" });
});

test("a supervisor of another programme is accredited there", async () => {
  const { db, person, actor } = await shared("supervisor");
  const period = { personId: person.id, standing: "accredited", from: "2024-01-01", to: null } as const;
  expect(await recordAccreditation(db, actor, period, NOW, nothing)).toEqual({ ok: false, code: "not_allowed" });
});

test("somebody external vouches for nobody, themself least of all, whatever role they were given", async () => {
  const { db, programmeId, external, admin } = await setting();
  await makeGrant(db, { personId: external.id, programmeId, role: "lead" });
  const actor = { ...await actorFor(db, admin.id, TODAY), personId: external.id };
  expect(await verifyExternal(db, actor, external.id, NOW, nothing)).toEqual({ ok: false, code: "not_allowed" });
});
