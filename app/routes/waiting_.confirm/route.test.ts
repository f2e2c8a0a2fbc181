import { expect, test } from "vitest";

import { countTrainee } from "#app/logbook/recount.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

async function post(world: World, who: "supervisor" | "peer", ...entries: string[]) {
  const { cookie } = await signIn(world.db, world[who].id, NOON);
  const body = new URLSearchParams(entries.map((entry) => ["entry", entry]));
  const request = new Request(requestOf("/waiting/confirm", { cookie }), { method: "POST", body });
  return page.action({ request, context: contextFor(world.db, NOON), params: {} });
}

const minutesOf = async (world: World) => (await countTrainee(world.db.reader, world.trainee.id, NOON))?.overall.find((r) => r.requirement.key === "supervision")?.count;

test("several ticked at once are confirmed together", async () => {
  const world = await makeWorld(await freshDatabase());
  const [first, second] = [await loggedSupervision(world), await loggedSupervision(world, { heldOn: "2026-11-12", minutes: 90 })];
  const answer = await post(world, "supervisor", `${first} 1`, `${second} 1`);
  expect(answer instanceof Response && [answer.status, answer.headers.get("location")]).toEqual([302, "/waiting?done=confirmed&n=2"]);
  expect(await minutesOf(world)).toBe(150);
});

test("nothing ticked is a 400 that says so, and the page behind it still loads", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedSupervision(world);
  const answer = await post(world, "supervisor");
  expect("init" in answer && answer.init?.status).toBe(400);
  expect("data" in answer && answer.data.lastResult.error).toEqual({ entry: ["Tick at least one entry to confirm"] });
  const { cookie } = await signIn(world.db, world.supervisor.id, NOON);
  const { queue } = await page.loader({ request: requestOf("/waiting/confirm", { cookie }), context: contextFor(world.db, NOON), params: {} });
  expect(queue).toHaveLength(1);
});

test("a version that is not the one in force is a 409, nothing is confirmed, and what was ticked is kept", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const answer = await post(world, "supervisor", `${id} 2`);
  expect("init" in answer && answer.init?.status).toBe(409);
  expect("data" in answer && answer.data.lastResult.initialValue).toEqual({ entry: `${id} 2` });
  expect(await minutesOf(world)).toBe(0);
});

test("an entry that is not theirs to confirm is not there", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await expect(post(world, "peer", `${id} 1`)).rejects.toMatchObject({ status: 404 });
  expect(await minutesOf(world)).toBe(0);
});

test.each(["", "x", "abc", "abc 0", "abc 1 2", "../x 1", "abc 99999999999"])("%j is a 400", async (entry) => {
  const answer = await post(await makeWorld(await freshDatabase()), "supervisor", entry);
  expect("init" in answer && answer.init?.status).toBe(400);
});
