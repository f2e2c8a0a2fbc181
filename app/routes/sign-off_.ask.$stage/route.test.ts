import { expect, test } from "vitest";

import { listRequestsOf } from "#app/accreditation/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";
import { asked, makeSigningWorld, type SigningWorld } from "#tests/support/signing.ts";

import * as page from "./route.tsx";

async function press({ db, trainee }: SigningWorld, stage: string) {
  const { cookie } = await signIn(db, trainee.id, NOON);
  const request = requestOf(`/sign-off/ask/${encodeURIComponent(stage)}`, { cookie, form: {} });
  return page.action({ request, context: contextFor(db, NOON), params: { stage } });
}

test("pressed again while it waits, the request that waits is shown", async () => {
  const world = await makeSigningWorld(await freshDatabase());
  const requestId = await asked(world);
  expect(await press(world, "1")).toMatchObject({ status: 302 });
  expect((await listRequestsOf(world.db.reader, world.trainee.id)).map((r) => r.id)).toEqual([requestId]);
});

test.each(["4", "9", "0", "01", "1e0", " 1", "constructor"])("a stage that the pathway does not have is not there: %j", async (stage) => {
  await expect(press(await makeSigningWorld(await freshDatabase()), stage)).rejects.toMatchObject({ status: 404 });
});

test("a stage out of order is refused, and nothing is asked", async () => {
  const world = await makeSigningWorld(await freshDatabase());
  const answer = await press(world, "2");
  expect("data" in answer ? answer.init?.status : answer.status).toBe(409);
  expect(await listRequestsOf(world.db.reader, world.trainee.id)).toEqual([]);
});
