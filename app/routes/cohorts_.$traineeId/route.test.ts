import { expect, test } from "vitest";

import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedCycle, makeWorld, NOON } from "#tests/support/logbook.ts";
import { closedBefore } from "#tests/support/signing.ts";

import * as page from "./route.tsx";

test("a lead of the programme opens counts and days; trainee, supervisor, peer and whoever asks for nobody get a 404", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world, { note: "She waited" });
  const open = async (who: "trainee" | "peer" | "supervisor" | "lead", traineeId: string) => {
    const { cookie } = await signIn(world.db, world[who].id, NOON);
    return page.loader({ request: requestOf("/cohorts/x", { cookie }), context: contextFor(world.db, NOON), params: { traineeId } });
  };
  const { view } = await open("lead", world.trainee.id);
  expect(view).toMatchObject({ heading: "Ailsa Rutherglen: stage 1, under way" });
  expect(JSON.stringify(view)).not.toContain("She waited");
  for (const who of ["trainee", "peer", "supervisor"] as const) await expect(open(who, world.trainee.id)).rejects.toMatchObject({ status: 404 });
  for (const id of [world.stranger.id, world.lead.id, "nobody", ""]) await expect(open("lead", id)).rejects.toMatchObject({ status: 404 });
});

test("what stands signed can be reopened from there, and what it locks voided by its day", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  await loggedCycle(world, { filmedOn: "2026-11-20", reviewedOn: "2026-11-21" });
  await closedBefore(world, 2, "2026-11-19");
  const { cookie } = await signIn(world.db, world.lead.id, NOON);
  const { view } = await page.loader({ request: requestOf("/cohorts/x", { cookie }), context: contextFor(world.db, NOON), params: { traineeId: world.trainee.id } });
  expect(view.closedStages).toEqual([{ stage: 1, name: "Stage 1" }]);
  expect(view.days.find((d) => d.key === "cycles")?.lines.map((line) => line.lockedId)).toEqual([null, entryId]);
});

test("what was logged late belongs to the stage under way where the pathway says so, and is not offered to be voided", async () => {
  const world = await makeWorld(await freshDatabase());
  const definition = { ...plainDefinition, settings: { ...plainDefinition.settings, lateEntriesBelongTo: "stage_under_way" } };
  await world.db.reader.updateTable("pathway_version").set({ definition: JSON.stringify(definition) }).execute();
  await closedBefore(world, 2, "2026-11-19");
  await loggedCycle(world);
  const { cookie } = await signIn(world.db, world.lead.id, NOON);
  const { view } = await page.loader({ request: requestOf("/cohorts/x", { cookie }), context: contextFor(world.db, NOON), params: { traineeId: world.trainee.id } });
  expect(view.days.find((d) => d.key === "cycles")?.lines.map((line) => line.lockedId)).toEqual([null]);
});
