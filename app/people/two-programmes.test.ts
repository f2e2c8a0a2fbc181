import { expect, test } from "vitest";

import { actorFor } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeGrant, makePerson, makeProgramme, makeSupervisor } from "#tests/support/factories.ts";

import { listAssignmentsTo, listManagedGrants } from "./queries.server.ts";

const TODAY = "2026-03-12";

test("of a supervisor in two programmes an administrator sees the trainees and grants of their own", async () => {
  const db = await freshDatabase();
  const [ours, theirs] = [await makeProgramme(db, "Highland"), await makeProgramme(db, "Lothian")];
  const supervisor = await makeSupervisor(db, { programmeId: ours.id });
  await makeGrant(db, { personId: supervisor.id, programmeId: theirs.id, role: "supervisor" });
  const [ourTrainee, theirTrainee, administrator] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: ourTrainee.id, programmeId: ours.id, role: "trainee" });
  await makeGrant(db, { personId: theirTrainee.id, programmeId: theirs.id, role: "trainee" });
  await makeGrant(db, { personId: administrator.id, programmeId: ours.id, role: "administrator" });
  for (const trainee of [ourTrainee, theirTrainee]) await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisor.id });

  const actor = await actorFor(db, administrator.id, TODAY);
  expect((await listAssignmentsTo(db.reader, actor, supervisor.id)).map((a) => a.traineeId)).toEqual([ourTrainee.id]);
  expect((await listManagedGrants(db.reader, actor, supervisor.id)).map((g) => g.programmeId)).toEqual([ours.id]);
});
