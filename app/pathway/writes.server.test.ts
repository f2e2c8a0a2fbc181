import { expect, test } from "vitest";

import { addDays } from "#app/platform/clock.ts";
import { cycle, STARTED_ON, TODAY } from "#tests/support/countable.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePathwayVersion, makeProgramme, makeTrainee } from "#tests/support/factories.ts";

import { countPathway } from "./counting.ts";
import { listProjection } from "./queries.server.ts";
import { rewriteProjection } from "./writes.server.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");

function countWith(cycles: number) {
  const entries = Array.from({ length: cycles }, (_, n) => cycle({ entryId: `cycle-${String(n)}`, filmedOn: addDays(STARTED_ON, n % 250), reviewedOn: addDays(STARTED_ON, n % 250), clientId: `client-${String(n)}` }));
  return countPathway(plainDefinition, { traineeId: "t", startedOn: STARTED_ON, endedOn: null, closings: [], entries }, TODAY);
}

test("more rows than one statement can hold are written, and taken back", async () => {
  const db = await freshDatabase();
  const at = { programmeId: (await makeProgramme(db)).id, pathwayVersionId: (await makePathwayVersion(db, plainDefinition)).id };
  const trainee = await makeTrainee(db, at);
  await db.inTransaction((trx) => rewriteProjection(trx, trainee.id, countWith(2500), NOW));
  // Each cycle counts twice: as a cycle, and as its client.
  expect(await listProjection(db.reader, trainee.id)).toHaveLength(5000);
  await db.inTransaction((trx) => rewriteProjection(trx, trainee.id, countWith(0), NOW));
  expect(await listProjection(db.reader, trainee.id)).toEqual([]);
});
