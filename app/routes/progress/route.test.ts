import { expect, test } from "vitest";

import { addDays, londonDay } from "#app/platform/clock.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson } from "#tests/support/factories.ts";
import { loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

async function open(world: World, person: { id: string }) {
  const { cookie } = await signIn(world.db, person.id, NOON);
  return page.loader({ request: requestOf("/progress", { cookie }), context: contextFor(world.db, NOON), params: {} });
}

test("a fresh trainee: the first cycle is the one next thing", async () => {
  const world = await makeWorld(await freshDatabase());
  const { view, may } = await open(world, world.trainee);
  expect(view).toMatchObject({ heading: "Stage 1: your first cycle is the next step", isEmpty: true, next: { title: "Next: a cycle", act: { kind: "cycle" } }, lately: [], waiting: [] });
  expect(may).toEqual({ log: true });
});

test("a film without its shared review is next, with the link to the entry; its own entries only", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world, { reviewedOn: null, reviewMinutes: null });
  await loggedCycle({ ...world, trainee: world.peer });
  const { view } = await open(world, world.trainee);
  expect(view?.next).toMatchObject({ text: "Filmed 3 November. The cycle counts once the shared review has a date.", act: { kind: "change_entry", entryId } });
  expect(view?.lately).toMatchObject([{ entryId, text: "does not count yet" }]);
});

test("once it is over there is nothing to log and nothing next", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const yesterday = addDays(londonDay(NOON), -1);
  await world.db.reader.updateTable("enrolment").set({ ended_on: yesterday, outcome: "withdrawn" }).where("trainee_id", "=", world.trainee.id).execute();
  const { view, may } = await open(world, world.trainee);
  expect(view).toMatchObject({ heading: "Ended on 20 November 2026; the record stays as it was", next: null });
  expect(may).toEqual({ log: false });
});

test("a trainee whom nobody enrolled is told so; whoever keeps no log has nothing here", async () => {
  const world = await makeWorld(await freshDatabase());
  const waiting = await makePerson(world.db);
  await makeGrant(world.db, { personId: waiting.id, programmeId: world.programmeId, role: "trainee" });
  expect(await open(world, waiting)).toEqual({ view: null, when: null, signOff: null, notices: [], quick: null, may: { log: false } });
  await expect(open(world, world.lead)).rejects.toMatchObject({ status: 403 });
});
