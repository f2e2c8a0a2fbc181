import { expect, test } from "vitest";

import { changeEntry, voidEntry } from "#app/logbook/change-entry.server.ts";
import { listVersions } from "#app/logbook/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, loggedPeer, loggedSupervision, loggedTraining, makeWorld, NOON, supervisionContent, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

type Fields = Readonly<Record<string, string>>;
const DAY = { heldOnChoice: "other", heldOnDay: "5", heldOnMonth: "11", heldOnYear: "2026" };

async function args({ db, ...people }: World, who: "trainee" | "peer" | "supervisor", entryId: string, form?: Fields) {
  const { cookie } = await signIn(db, people[who].id, NOON);
  return { request: requestOf(`/log/entries/${entryId}/change`, { cookie, ...(form ? { form } : {}) }), context: contextFor(db, NOON), params: { entryId } };
}

test("the form starts with what stands, for every kind", async () => {
  const world = await makeWorld(await freshDatabase());
  const ids = [await loggedCycle(world), await loggedSupervision(world), await loggedPeer(world), await loggedTraining(world)];
  const pages = [];
  for (const id of ids) pages.push(await page.loader(await args(world, "trainee", id)));
  expect(pages.map((p) => p.defaults.kind)).toEqual(["cycle", "supervision", "peer_supervision", "training"]);
  expect(pages[1]?.defaults.fields).toMatchObject({ ...DAY, minutes: "60", supervisorId: world.supervisor.id });
});

test("a change is saved with its reason", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const form = { ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id, fromVersion: "1", reason: "Ran over" };
  const answer = await page.action(await args(world, "trainee", id, form));
  expect(answer instanceof Response && answer.headers.get("location")).toBe(`/log/entries/${id}?saved=changed`);
  expect((await listVersions(world.db.reader, id))[0]).toMatchObject({ version: 2, reason: "Ran over" });
});

test("what was changed meanwhile is a 409 with the fresh values beside what was typed", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 1, content: supervisionContent(world.supervisor.id, { minutes: 90 }), reason: null }, NOON);
  const answer = await page.action(await args(world, "trainee", id, { ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id, fromVersion: "1" }));
  if (!("data" in answer)) throw new Error("it was taken");
  expect(answer.init?.status).toBe(409);
  expect(answer.data).toMatchObject({ lastResult: { initialValue: { minutes: "75" } }, fresh: { version: 2 } });
  expect(answer.data.fresh?.values).toContainEqual({ term: "Length", value: "1\u00a0h 30\u00a0min" });
});

test("what was voided in another tab is a 409 that says so, with what was typed, on a page that stays", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 1, reason: "Never held" }, NOON);
  const answer = await page.action(await args(world, "trainee", id, { ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id, fromVersion: "1" }));
  if (!("data" in answer)) throw new Error("it was taken");
  expect([answer.init?.status, answer.data.lastResult.error, answer.data.lastResult.initialValue?.minutes]).toEqual([409, { "": ["This entry was voided, so it can no longer be changed."] }, "75"]);
  expect(await page.loader(await args(world, "trainee", id))).toMatchObject({ entryId: id, voided: true });
});

test("a form that does not say which version it changes is a 400", async () => {
  const world = await makeWorld(await freshDatabase());
  const form = { ...DAY, minutes: "75", format: "individual", supervisorId: world.supervisor.id };
  await expect(page.action(await args(world, "trainee", await loggedSupervision(world), form))).rejects.toMatchObject({ status: 400 });
});

test("the supervisor sees it and may not; for a peer it is not there", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await expect(page.loader(await args(world, "supervisor", id))).rejects.toMatchObject({ status: 403 });
  await expect(page.action(await args(world, "peer", id, { fromVersion: "1" }))).rejects.toMatchObject({ status: 404 });
});
