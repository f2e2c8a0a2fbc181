import { expect, test } from "vitest";

import { addDays } from "#app/platform/clock.ts";
import { actorFor } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeGrant, makePerson, makeProgramme, makeSupervisor } from "#tests/support/factories.ts";

import { listFellowTrainees, listPeople, listProgrammeSupervisors, listSupervisorsOf } from "./queries.server.ts";
import { programmePersonIds, programmeTraineeIds, visibleTraineeIds } from "./scope.server.ts";

const TODAY = "2026-03-12";

test.each([
  { period: ["2026-03-01", null], seen: true, why: "it goes on" },
  { period: ["2026-03-12", null], seen: true, why: "its first day is inside" },
  { period: ["2026-03-01", "2026-03-12"], seen: true, why: "its last day is inside" },
  { period: ["2026-03-13", null], seen: false, why: "it begins tomorrow" },
  { period: ["2026-03-01", "2026-03-11"], seen: false, why: "it ended yesterday" },
] as const)("a trainee is seen ($seen) by a supervisor whose assignment or grant is $period: $why", async ({ period: [startsOn, endsOn], seen }) => {
  const db = await freshDatabase();
  const programme = await makeProgramme(db);
  const trainee = await makePerson(db);
  const byAssignment = await makeSupervisor(db, { programmeId: programme.id });
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: byAssignment.id, startsOn, endsOn });
  const byGrant = await makePerson(db);
  await makeGrant(db, { personId: byGrant.id, programmeId: programme.id, role: "supervisor", startsOn, endsOn });
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: byGrant.id });
  for (const person of [byAssignment, byGrant]) {
    const ids = await visibleTraineeIds(db.reader, await actorFor(db, person.id, TODAY)).execute();
    expect(ids.map((row) => row.trainee_id).sort()).toEqual([person.id, ...(seen ? [trainee.id] : [])].sort());
  }
  expect((await listSupervisorsOf(db.reader, trainee.id, TODAY)).length).toBe(seen ? 2 : 0);
});

test("the version in force decides: an assignment that was ended afterwards is over", async () => {
  const db = await freshDatabase();
  const programme = await makeProgramme(db);
  const trainee = await makePerson(db);
  const supervisor = await makeSupervisor(db, { programmeId: programme.id });
  const { id } = await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisor.id });
  const actor = await actorFor(db, supervisor.id, TODAY);
  expect(await visibleTraineeIds(db.reader, actor).execute()).toHaveLength(2);
  await db.reader.insertInto("supervisor_assignment").values({
    id, version: 2, trainee_id: trainee.id, supervisor_id: supervisor.id, starts_on: "2020-01-01", ends_on: "2026-03-11", recorded_at: "2026-03-11T09:00:00.000Z", recorded_by: null,
  }).execute();
  expect(await visibleTraineeIds(db.reader, actor).execute()).toEqual([{ trainee_id: supervisor.id }]);
});

test("a scope stands in a where", async () => {
  const db = await freshDatabase();
  const trainee = await makePerson(db);
  const other = await makePerson(db);
  const actor = await actorFor(db, trainee.id, TODAY);
  const rows = await db.reader.selectFrom("person").select("id").where("id", "in", visibleTraineeIds(db.reader, actor)).execute();
  expect(rows).toEqual([{ id: trainee.id }]);
  expect(rows).not.toContainEqual({ id: other.id });
});

test("lead and administrator reach everybody who ever belonged to the programmes where they hold that role today", async () => {
  const db = await freshDatabase();
  const [here, elsewhere] = [await makeProgramme(db, "Here"), await makeProgramme(db, "Elsewhere")];
  const [lead, left, coming, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: lead.id, programmeId: here.id, role: "lead" });
  await makeGrant(db, { personId: lead.id, programmeId: elsewhere.id, role: "lead", endsOn: "2026-03-11" });
  await makeGrant(db, { personId: left.id, programmeId: here.id, role: "trainee", endsOn: "2025-01-01" });
  await makeGrant(db, { personId: coming.id, programmeId: here.id, role: "trainee", startsOn: "2027-01-01" });
  await makeGrant(db, { personId: stranger.id, programmeId: elsewhere.id, role: "trainee" });
  const actor = await actorFor(db, lead.id, TODAY);
  const trainees = await programmeTraineeIds(db.reader, actor, "lead").execute();
  expect(trainees.map((row) => row.trainee_id).sort()).toEqual([left.id, coming.id].sort());
  expect(await programmeTraineeIds(db.reader, actor, "administrator").execute()).toEqual([]);
  const people = await programmePersonIds(db.reader, actor, "lead").execute();
  expect(people.map((row) => row.person_id).sort()).toEqual([left.id, coming.id, lead.id].sort());
});

test("the administrator's list is by name, searched in names and e-mails, with the roles of today", async () => {
  const db = await freshDatabase();
  const programme = await makeProgramme(db);
  const admin = await makePerson(db, { name: "Élodie Ash", email: "ash@example.org" });
  await makeGrant(db, { personId: admin.id, programmeId: programme.id, role: "administrator" });
  await makeGrant(db, { personId: admin.id, programmeId: programme.id, role: "supervisor", endsOn: "2026-03-11" });
  const zoe = await makePerson(db, { name: "Zoë Young", email: "zy@board.example" });
  await makeGrant(db, { personId: zoe.id, programmeId: programme.id, role: "trainee" });
  const actor = await actorFor(db, admin.id, TODAY);
  const list = await listPeople(db.reader, actor, "");
  expect(list.map((p) => [p.name, p.roles])).toEqual([["Élodie Ash", ["administrator"]], ["Zoë Young", ["trainee"]]]);
  expect((await listPeople(db.reader, actor, " BOARD.ex ")).map((p) => p.name)).toEqual(["Zoë Young"]);
  expect(await listPeople(db.reader, actor, "100%")).toEqual([]);
});

test("fellow trainees are those of the programme in one's own time; supervisors of a programme include those who left and those outside", async () => {
  const db = await freshDatabase();
  const programme = await makeProgramme(db);
  const me = await makePerson(db, { name: "Me" });
  await makeGrant(db, { personId: me.id, programmeId: programme.id, role: "trainee" });
  const fellow = async (name: string, period: { startsOn: string; endsOn?: string }) => makeGrant(db, { personId: (await makePerson(db, { name })).id, programmeId: programme.id, role: "trainee", ...period });
  await fellow("Here", { startsOn: "2025-01-01" });
  await fellow("Gone", { startsOn: "2025-01-01", endsOn: "2026-03-11" });
  await fellow("Gone on my first day", { startsOn: "2024-01-01", endsOn: "2025-09-01" });
  await fellow("Gone before it", { startsOn: "2024-01-01", endsOn: "2025-08-31" });
  await fellow("To come", { startsOn: addDays(TODAY, 1) });
  expect((await listFellowTrainees(db.reader, { traineeId: me.id, programmeId: programme.id, startedOn: "2025-09-01" }, TODAY)).map((p) => p.name))
    .toEqual(["Gone", "Gone on my first day", "Here"]);
  const external = await makePerson(db, { name: "B", isExternal: true });
  await makeGrant(db, { personId: external.id, programmeId: programme.id, role: "supervisor" });
  const left = await makePerson(db, { name: "A" });
  await makeGrant(db, { personId: left.id, programmeId: programme.id, role: "supervisor", endsOn: "2025-01-01" });
  const listed = await listProgrammeSupervisors(db.reader, programme.id, TODAY);
  expect(listed.map((s) => [s.name, s.isExternal])).toEqual([["A", false], ["B", true]]);
});
