import { expect, test } from "vitest";

import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

async function load({ db, ...people }: World, query = "", who: "trainee" | "supervisor" | "peer" = "trainee") {
  const { cookie } = await signIn(db, people[who].id, NOON);
  return page.loader({ request: requestOf(`/log${query}`, { cookie }), context: contextFor(db, NOON), params: {} });
}

async function filled(): Promise<World & { ids: Record<"counts" | "waits" | "not" | "voided", string> }> {
  const world = await makeWorld(await freshDatabase());
  const ids = { counts: await loggedCycle(world), waits: await loggedSupervision(world), not: await loggedCycle(world, { reviewedOn: null }), voided: await loggedCycle(world, { filmedOn: "2026-10-01" }) };
  await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: ids.voided, fromVersion: 1, reason: "Logged twice" }, NOON);
  return { ...world, ids };
}

test("the whole log, with how many entries stand where", async () => {
  const world = await filled();
  expect(await load(world)).toMatchObject({ total: 4, matching: 4, byState: { counts: 1, waiting: 1, not: 1, voided: 1 }, mayWrite: true });
});

test("any part of it", async () => {
  const world = await filled();
  const shown = async (query: string) => (await load(world, query))?.lines.map((l) => l.entryId);
  expect(await shown("?kind=supervision")).toEqual([world.ids.waits]);
  expect(await shown("?state=voided")).toEqual([world.ids.voided]);
  expect(await shown("?kind=cycle&state=waiting")).toEqual([]);
  const clients = (await load(world))?.clients ?? [];
  expect(await shown(`?client=${clients[0]?.id ?? ""}`)).toHaveLength(1);
});

test.each(["?kind=nonsense", "?show=-5", "?show=1e9", "?state=&kind=&client=", "?client=%00"])("an address that asks for nonsense (%s) shows all of it", async (query) => {
  expect((await load(await filled(), query.replace("%00", "")))?.lines).toHaveLength(4);
});

test("another trainee sees their own, a supervisor has none", async () => {
  const world = await filled();
  expect(await load(world, "", "peer")).toMatchObject({ total: 0 });
  await expect(load(world, "", "supervisor")).rejects.toMatchObject({ status: 403 });
});
