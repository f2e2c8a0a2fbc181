import { expect, test } from "vitest";

import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant } from "#tests/support/factories.ts";
import { loggedCycle, makeWorld, NOON } from "#tests/support/logbook.ts";

import { loader as account } from "../account/route.tsx";
import { loader as of } from "../log_.seen_.$personId/route.tsx";
import { loader } from "./route.tsx";

async function former() {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const { db, trainee, programmeId } = world;
  await db.reader.updateTable("role_grant").set({ ends_on: "2026-11-20" }).where("person_id", "=", trainee.id).execute();
  await makeGrant(db, { personId: trainee.id, programmeId, role: "supervisor" });
  const { cookie } = await signIn(db, trainee.id, NOON);
  return { ...world, at: (to: string, params = {}) => ({ request: requestOf(to, { cookie }), context: contextFor(db, NOON), params }) };
}

test("somebody who is a trainee no longer still reads what others see of them, as their reflections and archive", async () => {
  const { at, lead } = await former();
  const { seen } = await loader(at("/log/seen"));
  expect(seen.map((one) => one.personId)).toContain(lead.id);
  expect((await of(at(`/log/seen/${lead.id}`, { personId: lead.id }))).exact?.name).toBe(lead.name);
  expect((await account(at("/account"))).hasRecord).toBe(true);
});

test("somebody who never was one has nothing there", async () => {
  const { db, lead } = await former();
  const { cookie } = await signIn(db, lead.id, NOON);
  await expect(loader({ request: requestOf("/log/seen", { cookie }), context: contextFor(db, NOON), params: {} })).rejects.toMatchObject({ status: 403 });
});
