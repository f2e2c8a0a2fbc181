import { expect, test } from "vitest";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { addDays, londonDay } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeSupervisor } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedSupervision, loggedTraining, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { countStatements } from "#tests/support/statements.ts";

import { findSupervisedProgress, getProgress, listSupervisedProgress } from "./queries.server.ts";

const today = londonDay(NOON);

async function supervisorOf(world: World, period: { startsOn?: string; endsOn?: string | null }) {
  const supervisor = await makeSupervisor(world.db, { programmeId: world.programmeId });
  await makeAssignment(world.db, { traineeId: world.trainee.id, supervisorId: supervisor.id, ...period });
  return actorFor(world.db, supervisor);
}

test("a trainee's progress: counted by the rule, with everything that its pages name", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const session = await loggedSupervision(world);
  await loggedSupervision(world, { heldOn: addDays(today, 10) });
  await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId: session, version: 1 }], decision: "confirmed", note: null }, NOON);
  const closing = { version: 1, recorded_at: NOON.toISOString(), recorded_by: world.supervisor.id, voided: 0 as const, reason: null, trainee_id: world.trainee.id };
  await world.db.reader.insertInto("stage_closing").values({ ...closing, id: newId(), stage: 1, closed_on: "2026-11-20", decided_by: world.supervisor.id, reopened: 0 }).execute();
  await world.db.reader.insertInto("planned_pause").values({ ...closing, id: newId(), starts_on: "2026-12-01", ends_on: "2026-12-31" }).execute();
  const progress = await getProgress(world.db.reader, world.trainee.id, today);
  expect(progress).toMatchObject({
    trainee: { id: world.trainee.id, name: "Ailsa Rutherglen" }, programmeName: "Test programme",
    decided: [{ stage: 1, closedOn: "2026-11-20", deciderName: "Agnieszka Wiśniewska-Reid" }],
    pauses: [{ from: "2026-12-01", to: "2026-12-31" }], rhythm: { lastOn: "2026-11-05", plannedOn: addDays(today, 10), state: "booked" },
  });
  expect(progress?.entries.map((e) => e.kind)).toEqual(["supervision", "cycle", "supervision"]);
  expect(progress?.count.stageUnderWay).toBe(2);
  expect(progress?.count.overall.map((r) => [r.requirement.key, r.count])).toEqual([["clients", 1], ["cycles", 1], ["supervision", 60], ["peer_supervision", 0]]);
});

test("nobody's progress is found for somebody who was never enrolled", async () => {
  const world = await makeWorld(await freshDatabase());
  expect(await getProgress(world.db.reader, world.supervisor.id, today)).toBeUndefined();
  expect(await getProgress(world.db.reader, "nobody", today)).toBeUndefined();
});

test("what is read does not grow with the log, and is little", async () => {
  const world = await makeWorld(await freshDatabase());
  const statements = () => countStatements(world.db, ({ reader }) => getProgress(reader, world.trainee.id, today));
  await loggedCycle(world); await loggedSupervision(world); await loggedTraining(world);
  const before = await statements();
  for (const heldOn of ["2026-10-01", "2026-10-02", "2026-10-03"]) { await loggedSupervision(world, { heldOn }); await loggedCycle(world); }
  expect(await statements()).toBe(before);
  // The record and its closings, the heads of the entries, each kind with the cycles of its sessions, the supervisors' standing, closed cases, pauses.
  expect(before).toBeLessThanOrEqual(10);
});

test.each<[reason: string, period: { startsOn?: string; endsOn?: string | null }, sees: boolean]>([
  ["present, with no end", {}, true],
  ["from today", { startsOn: today }, true],
  ["to today: the last day belongs to it", { endsOn: today }, true],
  ["ended yesterday", { endsOn: addDays(today, -1) }, false],
  ["from tomorrow", { startsOn: addDays(today, 1) }, false],
])("a supervisor's relation %s", async (_reason, period, sees) => {
  const world = await makeWorld(await freshDatabase());
  const actor = await supervisorOf(world, period);
  expect((await listSupervisedProgress(world.db.reader, actor)).map((p) => p.trainee.name)).toEqual(sees ? ["Ailsa Rutherglen"] : []);
  expect((await findSupervisedProgress(world.db.reader, actor, world.trainee.id))?.trainee.name).toBe(sees ? "Ailsa Rutherglen" : undefined);
});

test("nobody else's: another's trainee, a fellow trainee, oneself, a lead", async () => {
  const world = await makeWorld(await freshDatabase());
  const { reader } = world.db;
  const [supervisor, trainee, lead] = [await actorFor(world.db, world.supervisor), await actorFor(world.db, world.trainee), await actorFor(world.db, world.lead)];
  expect(await findSupervisedProgress(reader, supervisor, world.peer.id)).toBeUndefined();
  expect(await findSupervisedProgress(reader, supervisor, world.stranger.id)).toBeUndefined();
  expect(await findSupervisedProgress(reader, trainee, world.peer.id)).toBeUndefined();
  expect(await findSupervisedProgress(reader, trainee, world.trainee.id)).toBeUndefined();
  expect(await findSupervisedProgress(reader, lead, world.trainee.id)).toBeUndefined();
  expect(await listSupervisedProgress(reader, lead)).toEqual([]);
});
