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

async function shown(world: World, query: string) {
  const page = await load(world, query);
  if (page === null || page.isPrinted) throw new Error("no list was shown");
  return { ...page, ids: page.months.flatMap((month) => month.lines.map((line) => line.entryId)) };
}

test("the whole log, with how many entries stand where", async () => {
  const world = await filled();
  expect(await load(world)).toMatchObject({ total: 4, matching: 4, byState: { counts: 1, waiting: 1, not: 1, voided: 1 }, mayWrite: true });
});

test("any part of it", async () => {
  const world = await filled();
  expect((await shown(world, "?kind=supervision")).ids).toEqual([world.ids.waits]);
  expect((await shown(world, "?state=voided")).ids).toEqual([world.ids.voided]);
  expect((await shown(world, "?kind=cycle&state=waiting")).ids).toEqual([]);
  expect((await shown(world, "?stage=2")).ids).toEqual([]);
  expect((await shown(world, `?client=${(await shown(world, "")).clients[0]?.id ?? ""}`)).ids).toHaveLength(1);
});

test.each([
  ["the first day belongs to it", "?from=2026-11-05&to=2026-11-05", ["waits"]], ["a shared review's day, not its film's", "?from=2026-11-10", ["counts"]],
  ["an unreviewed cycle by its film", "?to=2026-11-04", ["not"]],
] as const)("from a day to a day: %s", async (_why, query, names) => {
  const world = await filled();
  const { ids } = await shown(world, query);
  for (const name of names) expect(ids).toContain(world.ids[name]);
  expect(ids.filter((id) => id !== world.ids.voided)).toHaveLength(names.length);
});

test.each(["counts", "waiting", "not", "voided"] as const)("the number in the heading opens to exactly its entries: %s", async (state) => {
  const world = await filled();
  const { byState, matching, ids } = await shown(world, `?state=${state}`);
  expect([matching, ids.length]).toEqual([byState[state], byState[state]]);
});

test.each([
  ["a name without its marks", "wisniewska", ["waits"]], ["a kind, in any case", "SUPERVISION", ["waits"]], ["two words that stand apart", "agnieszka remote", ["waits"]],
  ["a month", "november 2026 in person", ["counts", "not"]], ["what is in no entry", "zebra", []], ["why one was voided", "logged twice", ["voided"]],
] as const)("a search finds %s", async (_why, words, names) => {
  const world = await filled();
  const { ids } = await shown(world, `?${new URLSearchParams({ words, state: "" }).toString()}`);
  for (const name of names) expect(ids).toContain(world.ids[name]);
  if (names.length === 0) expect(ids).toEqual([]);
});

test("a code is found with its plain hyphen", async () => {
  const world = await filled();
  const code = (await shown(world, "")).clients[0]?.code ?? "";
  expect((await shown(world, `?words=${code.toLowerCase()}`)).ids).toHaveLength(1);
});

test("each month says what it comes to, voided entries left out", async () => {
  const world = await filled();
  const { months, sums } = await shown(world, "");
  expect(months.map(({ month, sums: own }) => [month, own])).toEqual([["2026-11", "2 cycles · 1\u00a0h supervision"]]);
  expect(sums).toBe("2 cycles · 1\u00a0h supervision");
});

test("what is asked for is kept in the address of the next rows and of the page to print", async () => {
  const world = await filled();
  expect((await shown(world, "?kind=cycle&words=remote&show=all")).asked).toMatchObject({ kind: "cycle", words: "remote" });
  const page = await load(world, "?kind=supervision&print=yes");
  expect(page).toMatchObject({ isPrinted: true, name: "Ailsa Rutherglen", backTo: "/log?kind=supervision", sums: "1\u00a0h supervision", rows: [{ entryId: world.ids.waits, day: "5 November 2026" }] });
});

test.each(["?kind=nonsense", "?show=-5", "?show=1e9", "?show=&words=", "?state=&kind=&client=&stage=&from=&to=", "?client=nobody", "?stage=9", "?from=2026-02-31&to=tomorrow", `?words=${"x".repeat(101)}`])("an address that asks for nonsense (%s) shows all of it", async (query) => {
  expect((await shown(await filled(), query)).ids).toHaveLength(4);
});

test("another trainee sees their own, a supervisor has none", async () => {
  const world = await filled();
  expect(await load(world, "", "peer")).toMatchObject({ total: 0 });
  await expect(load(world, "", "supervisor")).rejects.toMatchObject({ status: 403 });
});
