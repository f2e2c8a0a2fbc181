import { expect, test } from "vitest";

import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedCycle, makeWorld, NOON } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

test("the own supervisor opens the same number as the trainee; anything unreadable, and anybody else, is a 404", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  const open = async (who: "supervisor" | "lead" | "peer", traineeId: string, requirement: string, query = "") => {
    const { cookie } = await signIn(world.db, world[who].id, NOON);
    return page.loader({ request: requestOf(`/trainees/x/y${query}`, { cookie }), context: contextFor(world.db, NOON), params: { traineeId, requirement } });
  };
  const { view, trainee } = await open("supervisor", world.trainee.id, "cycles", "?stage=2");
  expect(view).toMatchObject({ heading: "Cycles: 1 of 12 for stage 2", counted: [{ entryId }] });
  expect(trainee.name).toBe("Ailsa Rutherglen");
  for (const query of ["?stage=4", "?stage=x", "?stage="]) await expect(open("supervisor", world.trainee.id, "cycles", query)).rejects.toMatchObject({ status: 404 });
  await expect(open("supervisor", world.trainee.id, "nonsense")).rejects.toMatchObject({ status: 404 });
  await expect(open("supervisor", world.peer.id, "cycles")).rejects.toMatchObject({ status: 404 });
  await expect(open("lead", world.trainee.id, "cycles")).rejects.toMatchObject({ status: 404 });
  await expect(open("peer", world.trainee.id, "cycles")).rejects.toMatchObject({ status: 404 });
});
