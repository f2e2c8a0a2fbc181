import { expect, test } from "vitest";

import { listClients, listEntries } from "#app/logbook/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

const FORM = { client: "new", newClientAgeBand: "0_2", filmedOnChoice: "today", reviewedOnChoice: "not_yet" };

async function send({ db, ...people }: World, who: "trainee" | "supervisor" | "lead", form: Readonly<Record<string, string>>) {
  const { cookie } = await signIn(db, people[who].id, NOON);
  return page.action({ request: requestOf("/log/cycles/new", { cookie, form }), context: contextFor(db, NOON), params: {} });
}

test("a cycle with a new client leads to its entry", async () => {
  const world = await makeWorld(await freshDatabase());
  const answer = await send(world, "trainee", { ...FORM, requestId: newId() });
  const [entry] = await listEntries(world.db.reader, world.trainee.id);
  expect(answer instanceof Response && [answer.status, answer.headers.get("location")]).toEqual([302, `/log/entries/${entry?.id ?? ""}?saved=cycle`]);
  expect(entry).toMatchObject({ kind: "cycle", filmedOn: "2026-11-21", reviewedOn: null });
});

test("the same form sent twice leads to the same entry", async () => {
  const world = await makeWorld(await freshDatabase());
  const form = { ...FORM, requestId: newId() };
  const answers = [await send(world, "trainee", form), await send(world, "trainee", form)];
  expect(new Set(answers.map((a) => a instanceof Response && a.headers.get("location"))).size).toBe(1);
  expect(await listEntries(world.db.reader, world.trainee.id)).toHaveLength(1);
});

test("what is wrong is a 400 by field, with everything typed kept and nothing written", async () => {
  const world = await makeWorld(await freshDatabase());
  const answer = await send(world, "trainee", { ...FORM, filmMinutes: "500", note: "She waited." });
  if (!("data" in answer)) throw new Error("it was taken");
  expect(answer.init?.status).toBe(400);
  expect(answer.data.lastResult).toMatchObject({ error: { filmMinutes: [expect.any(String)] }, initialValue: { filmMinutes: "500", note: "She waited." } });
  expect(await listClients(world.db.reader, world.trainee.id)).toEqual([]);
});

test("another's client cannot be chosen, as one that is not there", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const [client] = await listClients(world.db.reader, world.trainee.id);
  const { cookie } = await signIn(world.db, world.peer.id, NOON);
  const request = requestOf("/log/cycles/new", { cookie, form: { ...FORM, client: client?.id ?? "" } });
  const answer = await page.action({ request, context: contextFor(world.db, NOON), params: {} });
  expect("data" in answer && answer.data.lastResult.error).toEqual({ client: ["Choose one of your clients"] });
});

test.each(["supervisor", "lead"] as const)("a %s has no log", async (who) => {
  const world = await makeWorld(await freshDatabase());
  await expect(send(world, who, FORM)).rejects.toMatchObject({ status: 403 });
});

test("the client asked for in the address is chosen, and no other", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const [client] = await listClients(world.db.reader, world.trainee.id);
  const { cookie } = await signIn(world.db, world.trainee.id, NOON);
  const load = async (query: string) => page.loader({ request: requestOf(`/log/cycles/new${query}`, { cookie }), context: contextFor(world.db, NOON), params: {} });
  expect((await load(`?client=${client?.id ?? ""}`)).defaults).toMatchObject({ client: client?.id });
  expect((await load("?client=somebody-elses")).defaults).not.toHaveProperty("client");
});
