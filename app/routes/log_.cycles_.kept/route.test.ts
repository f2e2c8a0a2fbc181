import { expect, test } from "vitest";

import { listClients, listEntries } from "#app/logbook/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant } from "#tests/support/factories.ts";
import { loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.ts";

const FILM = { filmedOnChoice: "other", filmedOnDay: "20", filmedOnMonth: "11", filmedOnYear: "2026", reviewedOnChoice: "not_yet" };

async function send({ db, ...people }: World, who: "trainee" | "peer", form: Readonly<Record<string, string>>) {
  const { cookie } = await signIn(db, people[who].id, NOON);
  const answer = await page.action({ request: requestOf("/log/cycles/kept", { cookie, form }), context: contextFor(db, NOON), params: {} });
  return { status: answer.status, said: await answer.json() as unknown };
}

async function worldWithClient() {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const [client] = await listClients(world.db.reader, world.trainee.id);
  return { world, code: client?.code ?? "", count: async () => (await listEntries(world.db.reader, world.trainee.id)).length };
}

test("an entry whose answer was lost is taken once, however often it comes, with a client who has a film of that day too", async () => {
  const { world, code, count } = await worldWithClient();
  const form = { ...FILM, requestId: newId(), account: world.trainee.id, clientCode: code.toLowerCase().replace("-", " ") };
  const answers = [await send(world, "trainee", form), await send(world, "trainee", form)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[0]).toEqual(answers[1]);
  expect(await count()).toBe(2);
});

test("under another sign-in it is not taken, whoever that is", async () => {
  const { world, count } = await worldWithClient();
  const form = { ...FILM, requestId: newId(), account: world.trainee.id, client: "new" };
  expect(await send(world, "peer", form)).toMatchObject({ status: 403 });
  expect(await listEntries(world.db.reader, world.peer.id)).toEqual([]);
  expect(await count()).toBe(1);
});

test.each([
  ["no client", {}, ["Choose the client"]],
  ["a code that is nobody's", { clientCode: "C-ZZZ9" }, ["You have no client C-ZZZ9: choose the client"]],
  ["what no form takes", { client: "new", note: "Call 07700 900123", filmMinutes: "many" }, [expect.stringContaining("a telephone number"), expect.any(String)]],
])("%s is refused with why, and nothing is written", async (_why, typed, refused) => {
  const { world, count } = await worldWithClient();
  const { status, said } = await send(world, "trainee", { ...FILM, requestId: newId(), account: world.trainee.id, ...typed });
  expect({ status, refused: new Set((said as { refused: string[] }).refused) }).toEqual({ status: 400, refused: new Set(refused) });
  expect(await count()).toBe(1);
});

test("the same id with something else in it is refused: what stands is not overwritten", async () => {
  const { world, count } = await worldWithClient();
  const form = { ...FILM, requestId: newId(), account: world.trainee.id, client: "new" };
  await send(world, "trainee", form);
  expect(await send(world, "trainee", { ...form, filmedOnDay: "19" })).toMatchObject({ status: 409, said: { refused: [expect.any(String)] } });
  expect(await count()).toBe(2);
});

test("somebody who keeps no log any more is told so as every refusal is, and nothing is written", async () => {
  const { world, count } = await worldWithClient();
  await world.db.reader.updateTable("role_grant").set({ ends_on: "2026-11-20" }).where("person_id", "=", world.trainee.id).execute();
  await makeGrant(world.db, { personId: world.trainee.id, programmeId: world.programmeId, role: "supervisor" });
  const form = { ...FILM, requestId: newId(), account: world.trainee.id, client: "new" };
  expect(await send(world, "trainee", form)).toEqual({ status: 403, said: { code: "no_log", refused: [expect.stringContaining("You keep no log here at present")] } });
  expect(await send(world, "trainee", { ...form, account: world.peer.id })).toMatchObject({ status: 403, said: { code: "other_account" } });
  expect(await count()).toBe(1);
});
