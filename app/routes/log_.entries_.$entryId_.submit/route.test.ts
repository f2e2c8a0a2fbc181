import { expect, test } from "vitest";

import { listAttempts } from "#app/review/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { submitted } from "#tests/support/review.ts";

import * as page from "./route.tsx";

async function at(world: World, entryId: string, form?: Record<string, string>) {
  const { cookie } = await signIn(world.db, world.trainee.id, NOON);
  return { request: requestOf(`/log/entries/${entryId}/submit`, { cookie, ...(form ? { form } : {}) }), context: contextFor(world.db, NOON), params: { entryId } };
}

const TYPED = { requestId: "made-by-the-form", reference: " VIG/2026/12 ", intention: "How I give space." };

test("by reference, it leads to the submission", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  const answer = await page.action(await at(world, entryId, TYPED));
  const [attempt] = await listAttempts(world.db.reader, entryId);
  expect(answer instanceof Response && answer.headers.get("location")).toBe(`/submissions/${attempt?.id ?? ""}?saved=sent`);
  expect(attempt).toMatchObject({ reference: "VIG/2026/12", intention: "How I give space." });
});

test.each([
  [{ reference: "" }, "reference"], [{ reference: "Callum 3" }, "reference"], [{ reference: "https://example.org/1" }, "reference"], [{ reference: "1".repeat(61) }, "reference"],
  [{ intention: "Write to callum@example.org" }, "intention"], [{ intention: "how wee Callum looks" }, "namesAreFine"], [{ requestId: "../x" }, "requestId"],
])("%o is a 400 at %s, and everything typed stays", async (over, field) => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  const typed = { ...TYPED, ...over };
  const answer = await page.action(await at(world, entryId, typed));
  expect("init" in answer && [answer.init?.status, Object.keys(answer.data.lastResult.error ?? {})]).toEqual([400, [field]]);
  expect("data" in answer && answer.data.lastResult.initialValue?.intention).toBe(typed.intention);
  expect(await listAttempts(world.db.reader, entryId)).toEqual([]);
});

test("a cycle that waits already says so in place of the form, and a form sent nevertheless gets a 409", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world);
  await submitted(world, { entryId });
  expect(await page.loader(await at(world, entryId))).toMatchObject({ closed: expect.stringContaining("waits for your supervisor") as string });
  const answer = await page.action(await at(world, entryId, TYPED));
  expect("init" in answer && answer.init?.status).toBe(409);
});
