import { expect, test } from "vitest";

import { recordPause } from "#app/pathway/writes.server.ts";
import { addDays, londonDay } from "#app/platform/clock.ts";
import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, loggedSupervision, loggedTraining, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { countStatements } from "#tests/support/statements.ts";

import { getProgress } from "../queries.server.ts";
import { getAheadFacts } from "./facts.server.ts";
import { getOthers } from "./others.server.ts";

const today = londonDay(NOON);
const HOUR_LATER = new Date(NOON.getTime() + 3_600_000);

async function versionOf({ db, trainee }: World): Promise<string> {
  return (await db.reader.selectFrom("enrolment").select("pathway_version_id").where("trainee_id", "=", trainee.id).executeTakeFirstOrThrow()).pathway_version_id;
}

async function workOf(world: World, now: Date = NOON): Promise<string[]> {
  const { blocks } = await getOthers(world.db.reader, await versionOf(world), now);
  return blocks.filter((one) => one.traineeId === world.trainee.id).flatMap(({ block }, back) => block.map((w) => `${String(back)} ${String(w.day)} ${w.requirement} ${String(w.amount)}`));
}

test("how it goes for others: what counts of cycles and sessions, in their four weeks; nothing that waits, no training", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world, { filmedOn: addDays(today, -12), reviewedOn: addDays(today, -10) });
  const session = await loggedSupervision(world, { heldOn: addDays(today, -30) });
  await loggedSupervision(world, { heldOn: addDays(today, -31) });
  await loggedTraining(world);
  await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId: session, version: 1 }], decision: "confirmed", note: null }, NOON);
  expect((await workOf(world)).sort()).toEqual(["0 18 clients 1", "0 18 cycles 1", "1 26 supervision 60"]);
});

test("it is read once an hour, and a planned pause is no time", async () => {
  const world = await makeWorld(await freshDatabase());
  const statements = (now: Date) => countStatements(world.db, ({ reader }) => versionOf({ ...world, db: { ...world.db, reader } }).then((id) => getOthers(world.db.reader, id, now)));
  await loggedCycle(world, { filmedOn: addDays(today, -40), reviewedOn: addDays(today, -40) });
  expect((await workOf(world)).sort()).toEqual(["1 16 clients 1", "1 16 cycles 1"]);
  await world.db.inTransaction((trx) => recordPause(trx, { traineeId: world.trainee.id, startsOn: addDays(today, -30), endsOn: addDays(today, -1) }, null, NOON));
  expect((await workOf(world)).map((line) => line[0])).toEqual(["1", "1"]);
  expect((await workOf(world, HOUR_LATER)).map((line) => line[0])).toEqual(["0", "0"]);
  expect(await statements(HOUR_LATER)).toBe(1);
});

test("a trainee's facts: their own count, time and pathway", async () => {
  const world = await makeWorld(await freshDatabase());
  const progress = await getProgress(world.db.reader, world.trainee.id, today);
  if (!progress) throw new Error("nobody of that id");
  expect(await getAheadFacts(world.db.reader, progress, NOON)).toMatchObject({
    traineeId: world.trainee.id, startedOn: "2025-09-01", endedOn: null, time: { shares: [], pauses: [] }, count: { stageUnderWay: 1 },
  });
});
