import { strFromU8, unzipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";

import { startSession } from "#app/people/sessions.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { action, loader } from "./route.ts";

let world: World;
let cookie: string;

beforeEach(async () => {
  world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  ({ cookie } = await signIn(world.db, world.trainee.id, NOON));
});

const acts = async () => (await world.db.reader.selectFrom("audit_entry").select("act").orderBy("seq").execute()).map(({ act }) => act);
const asked = (isDemo: boolean, form?: Readonly<Record<string, string>>) =>
  ({ request: requestOf("/account/archive/file", { cookie, ...(form ? { form } : {}) }), context: contextFor(world.db, NOON, { isDemo }), params: {} });

test("a form is answered with the archive, and that it was taken is recorded", async () => {
  const answer = await action(asked(true, {}));
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "application/zip", "private, no-store"]);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="attune-record-\d{4}-\d\d-\d\d\.zip"$/);
  const record: unknown = JSON.parse(strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))["attune-record.json"] ?? new Uint8Array()));
  expect(record).toMatchObject({ trainee: { id: world.trainee.id } });
  expect((await acts()).at(-1)).toBe("record.taken_along");
});

test("a visit gives nothing, records nothing and leads to the page", async () => {
  const before = await acts();
  const answer = loader();
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/account/archive"]);
  expect(await acts()).toEqual(before);
});

test("without a proof a form gives nothing, records nothing and leads to where the password is asked for", async () => {
  const before = await acts();
  const answer = await action(asked(false, {}));
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/account/archive"]);
  expect(await acts()).toEqual(before);
});

test("whoever has no record of their own is refused", async () => {
  const id = await world.db.inTransaction((trx) => startSession(trx, world.supervisor.id, NOON));
  cookie = cookie.replace(/=.*/, `=${id}`);
  await expect(action(asked(true, {}))).rejects.toMatchObject({ status: 403 });
});
