import { expect, test } from "vitest";

import { addDays, londonDay } from "#app/platform/clock.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeSupervisor } from "#tests/support/factories.ts";
import { actorFor, loggedSupervision, makeWorld, NOON } from "#tests/support/logbook.ts";

import { listWaitingFor } from "./waiting.server.ts";

const YESTERDAY = addDays(londonDay(NOON), -1);
const note = "what she did when she waited";

test.each([
  { assigned: "until yesterday", endsOn: YESTERDAY, read: null },
  { assigned: "still", endsOn: null, read: note },
])("a supervisor named in a session and assigned $assigned may confirm it, and reads the note: $read", async ({ endsOn, read }) => {
  const world = await makeWorld(await freshDatabase());
  const named = await makeSupervisor(world.db, { programmeId: world.programmeId });
  await makeAssignment(world.db, { traineeId: world.trainee.id, supervisorId: named.id, endsOn });
  await loggedSupervision(world, { supervisorId: named.id, note });
  const waiting = await listWaitingFor(world.db.reader, await actorFor(world.db, named));
  expect(waiting.map((w) => w.entry.note)).toEqual([read]);
});
