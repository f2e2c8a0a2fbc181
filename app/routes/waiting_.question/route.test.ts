import { expect, test } from "vitest";

import { changeEntry, voidEntry } from "#app/logbook/change-entry.server.ts";
import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { findEntry } from "#app/logbook/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedSupervision, makeWorld, NOON, supervisionContent, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

async function at(world: World, who: "supervisor" | "peer", path: string, form?: Record<string, string>) {
  const { cookie } = await signIn(world.db, world[who].id, NOON);
  return { request: requestOf(path, { cookie, ...(form ? { form } : {}) }), context: contextFor(world.db, NOON), params: {} };
}

test("a question reaches the entry with its note", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const answer = await page.action(await at(world, "supervisor", `/waiting/question?entry=${id}`, { entry: `${id} 1`, note: " Was it an hour? " }));
  expect(answer instanceof Response && answer.headers.get("location")).toBe("/waiting?done=question");
  expect(await findEntry(world.db.reader, await actorFor(world.db, world.trainee), id)).toMatchObject({ confirmation: "questioned", confirmationNote: "Was it an hour?" });
});

test.each([
  ["", "Write what should be looked at again"], ["  ", "Write what should be looked at again"],
  ["Ring 07700 900123", "Take out what looks like a telephone number: nothing here may tell who the family is"],
])("%j is a 400 at the field, and stays typed", async (note, text) => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const answer = await page.action(await at(world, "supervisor", `/waiting/question?entry=${id}`, { entry: `${id} 1`, note }));
  expect("init" in answer && answer.init?.status).toBe(400);
  expect("data" in answer && answer.data.lastResult.error).toEqual({ note: [text] });
  expect("data" in answer && answer.data.lastResult.initialValue?.note).toBe(note === "" ? undefined : note);
});

test("a possible name is asked about once, and stands after the answer", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const typed = { entry: `${id} 1`, note: "Was that the day when wee Callum was away?" };
  const asked = await page.action(await at(world, "supervisor", `/waiting/question?entry=${id}`, typed));
  expect("data" in asked && Object.keys(asked.data.lastResult.error ?? {})).toEqual(["namesAreFine"]);
  const answered = await page.action(await at(world, "supervisor", `/waiting/question?entry=${id}`, { ...typed, namesAreFine: "on" }));
  expect(answered instanceof Response && answered.status).toBe(302);
});

test("changed meanwhile: the fresh entry is asked about again, with what was typed", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  const content = supervisionContent(world.supervisor.id, { minutes: 90 });
  await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 1, content, reason: null }, NOON);
  const answer = await page.action(await at(world, "supervisor", `/waiting/question?entry=${id}`, { entry: `${id} 1`, note: "Was it an hour?" }));
  expect("init" in answer && answer.init?.status).toBe(409);
  expect("data" in answer && answer.data.lastResult.initialValue?.note).toBe("Was it an hour?");
  const { item } = await page.loader(await at(world, "supervisor", `/waiting/question?entry=${id}`));
  expect(item).toMatchObject({ confirm: { reference: `${id} 2`, minutes: 90 } });
});

test("an entry that never waited for this person is not there", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await expect(page.loader(await at(world, "peer", `/waiting/question?entry=${id}`))).rejects.toMatchObject({ status: 404 });
  await expect(page.loader(await at(world, "supervisor", "/waiting/question"))).rejects.toMatchObject({ status: 404 });
});

test("decided meanwhile: the page says so", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId: id, version: 1 }], decision: "confirmed", note: null }, NOON);
  expect(await page.loader(await at(world, "supervisor", `/waiting/question?entry=${id}`))).toEqual({ item: null });
});

test("voided meanwhile: a 409 that keeps the note", async () => {
  const world = await makeWorld(await freshDatabase());
  const id = await loggedSupervision(world);
  await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: id, fromVersion: 1, reason: "Never held" }, NOON);
  const answer = await page.action(await at(world, "supervisor", `/waiting/question?entry=${id}`, { entry: `${id} 1`, note: "Was it an hour?" }));
  if (!("data" in answer)) throw new Error("it was led away");
  expect([answer.init?.status, answer.data.lastResult.initialValue?.note]).toEqual([409, "Was it an hour?"]);
  expect(await page.loader(await at(world, "supervisor", `/waiting/question?entry=${id}`))).toEqual({ item: null });
});
