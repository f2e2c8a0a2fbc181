import { expect, test } from "vitest";

import { contextFor } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { forgetOldTries, forgive, forgiveHere, takeTry, type TryOf } from "./throttle.server.ts";
import { LIMITS, networkOf, type Tries, waitSeconds } from "./throttle.ts";

type Db = Awaited<ReturnType<typeof freshDatabase>>;

const START = new Date("2026-03-12T08:00:00.000Z");
const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);
const tries = (failures: number) => ({ failures, windowStartedAt: START.toISOString(), lastFailureAt: later(60).toISOString() });
const { together, account, address } = LIMITS.sign_in;

test.each([
  [0, 0], [4, 0], [5, 1], [6, 2], [7, 4], [8, 8], [9, 16], [10, 30], [11, 30], [10_000, 30],
])("after %i failures at one address the next try waits %i seconds", (failures, wait) => {
  expect(waitSeconds(tries(failures), together, later(60))).toBe(wait);
  expect(waitSeconds(tries(failures), together, later(60 + wait))).toBe(0);
  if (wait > 0) expect(waitSeconds(tries(failures), together, later(60 + wait - 0.5))).toBe(1);
});

test.each([[59, 0], [60, 1], [61, 2], [62, 4], [63, 5], [10_000, 5]])(
  "after %i failures from everywhere an account waits %i seconds", (failures, wait) => {
    expect(waitSeconds(tries(failures), account, later(60))).toBe(wait);
  });

test("a quarter of an hour after the first failure all is forgotten", () => {
  expect(waitSeconds({ ...tries(50), lastFailureAt: later(899).toISOString() }, together, later(899.9))).toBe(30);
  expect(waitSeconds({ ...tries(50), lastFailureAt: later(899).toISOString() }, together, later(900))).toBe(0);
  expect(waitSeconds(undefined, together, START)).toBe(0);
});

test.each(["sign_in", "code", "password"] as const)("%s: whoever tries from one address as fast as they are heard leaves the account free elsewhere", (what) => {
  let seen: Tries = { failures: 0, windowStartedAt: START.toISOString(), lastFailureAt: START.toISOString() };
  for (let second = 0; second < 900; second += 1) {
    const at = later(second);
    while (waitSeconds(seen, LIMITS[what].together, at) === 0) seen = { ...seen, failures: seen.failures + 1, lastFailureAt: at.toISOString() };
  }
  expect(seen.failures).toBeGreaterThan(30);
  expect(seen.failures).toBeLessThan(LIMITS[what].account.freeTries);
});

test.each([
  ["192.0.2.7", "192.0.2.7", "one machine, or a hospital behind it"],
  ["::ffff:192.0.2.7", "192.0.2.7", "the same, as a socket for both protocols names it"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2", "a household is handed a whole /64"],
  ["2001:DB8:1:2::6", "2001:db8:1:2", "the same network, written shorter"],
  ["2001:db8::6", "2001:db8:0:0", "zeros left out"],
  ["::1", "0:0:0:0", "this machine"],
  ["fe80::1%eth0", "fe80:0:0:0", "with its zone"],
  ["", "", "unknown"],
])("%j is counted as %j: %s", (from, network) => {
  expect(networkOf(from)).toBe(network);
});

const tryOf: TryOf = { what: "sign_in", account: "ash@example.org", address: "192.0.2.1" };
const WAITS = { ok: false, code: "too_many_tries" };

async function fail(db: Db, times: number, over: (i: number) => Partial<TryOf> = () => ({})) {
  const answers = [];
  for (let i = 0; i < times; i += 1) answers.push(await takeTry(contextFor(db, START), { ...tryOf, ...over(i) }));
  return answers;
}

const failures = async (db: Db): Promise<number[]> =>
  (await db.reader.selectFrom("sign_in_throttle").select("failures").execute()).map((row) => row.failures).sort((a, b) => a - b);

test("five tries are free, the sixth waits, and a try that comes too early counts against its address only", async () => {
  const db = await freshDatabase();
  expect(await fail(db, 7)).toEqual([null, null, null, null, null, { ...WAITS, waitSeconds: 1 }, { ...WAITS, waitSeconds: 1 }]);
  expect(await failures(db)).toEqual([5, 5, 7]);
  expect(await takeTry(contextFor(db, later(1)), tryOf)).toBeNull();
  expect(await takeTry(contextFor(db, later(1)), tryOf)).toMatchObject({ waitSeconds: 2 });
});

test("many at once cannot all slip through", async () => {
  const db = await freshDatabase();
  const answers = await Promise.all(Array.from({ length: 20 }, () => takeTry(contextFor(db, START), tryOf)));
  expect(answers.filter((answer) => answer === null)).toHaveLength(together.freeTries);
});

test("another account at the same address goes on, until the address has had a hundred", async () => {
  const db = await freshDatabase();
  const answers = await fail(db, address.freeTries + 1, (i) => ({ account: `${String(i)}@example.org` }));
  expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
  expect(answers.at(-1)).toMatchObject({ code: "too_many_tries" });
  expect(await takeTry(contextFor(db, START), { ...tryOf, account: "new@example.org", address: "192.0.2.2" })).toBeNull();
});

test("hammering while it waits never moves the end of an address's wait", async () => {
  const db = await freshDatabase();
  await fail(db, 200);
  const neighbour = { ...tryOf, account: "neighbour@example.org" };
  for (const second of [1, 10, 29]) expect(await takeTry(contextFor(db, later(second)), neighbour)).toEqual({ ...WAITS, waitSeconds: 30 - second });
  expect(await takeTry(contextFor(db, later(30)), neighbour)).toBeNull();
});

test("an account tried from one address opens at once at another; the first stays slowed", async () => {
  const db = await freshDatabase();
  await fail(db, 50);
  expect(await takeTry(contextFor(db, START), { ...tryOf, address: "192.0.2.2" })).toBeNull();
  expect(await takeTry(contextFor(db, START), tryOf)).toMatchObject(WAITS);
});

test("an account tried from many addresses is slowed at all of them, by five seconds at most", async () => {
  const db = await freshDatabase();
  const answers = await fail(db, account.freeTries + 3, (i) => ({ address: `198.51.100.${String(i)}` }));
  expect(answers.slice(0, account.freeTries).every((answer) => answer === null)).toBe(true);
  expect(answers.slice(account.freeTries)).toEqual(Array.from({ length: 3 }, () => ({ ...WAITS, waitSeconds: 1 })));
  for (let second = 5; second <= 60; second += 5) expect(await takeTry(contextFor(db, later(second)), { ...tryOf, address: `203.0.113.${String(second)}` })).toBeNull();
  expect(await takeTry(contextFor(db, later(60)), tryOf)).toEqual({ ...WAITS, waitSeconds: 5 });
});

test("while three addresses hammer at an account, its owner is told to wait five seconds at most, and is heard then", async () => {
  const db = await freshDatabase();
  const owner: TryOf = { ...tryOf, address: "192.0.2.50" };
  for (let second = 0; second < 600; second += 5) {
    for (const from of ["198.51.100.1", "198.51.100.2", "198.51.100.3"]) await takeTry(contextFor(db, later(second)), { ...tryOf, address: from });
  }
  const first = await takeTry(contextFor(db, later(595)), owner);
  expect(first?.waitSeconds ?? 0).toBeLessThanOrEqual(5);
  for (const from of ["198.51.100.1", "198.51.100.2", "198.51.100.3"]) await takeTry(contextFor(db, later(600)), { ...tryOf, address: from });
  expect(await takeTry(contextFor(db, later(606)), owner)).toBeNull();
});

test("a success forgets the failures at its own address, and gives account and address back the one try", async () => {
  const db = await freshDatabase();
  await fail(db, 5);
  await db.inTransaction((trx) => forgive(trx, contextFor(db, START).keyring, tryOf));
  expect(await failures(db)).toEqual([4, 4]);
  expect(await takeTry(contextFor(db, START), tryOf)).toBeNull();
});

test("somebody else's success frees nobody who guesses", async () => {
  const db = await freshDatabase();
  const { keyring } = contextFor(db, START);
  const owner: TryOf = { ...tryOf, address: "192.0.2.2" };
  await fail(db, 5);
  await takeTry(contextFor(db, START), owner);
  await db.inTransaction((trx) => forgive(trx, keyring, owner));
  await db.inTransaction((trx) => forgiveHere(trx, keyring, owner));
  expect(await failures(db)).toEqual([0, 5, 5, 5]);
  expect(await takeTry(contextFor(db, START), tryOf)).toEqual({ ...WAITS, waitSeconds: 1 });
});

test("what is forgiven without a try takes nothing off account and address", async () => {
  const db = await freshDatabase();
  await fail(db, 5);
  await db.inTransaction((trx) => forgiveHere(trx, contextFor(db, START).keyring, tryOf));
  expect(await failures(db)).toEqual([5, 5]);
  expect(await takeTry(contextFor(db, START), tryOf)).toBeNull();
});

test("neither account nor address can be read from the table, and old counts go", async () => {
  const db = await freshDatabase();
  await fail(db, 1);
  const rows = await db.reader.selectFrom("sign_in_throttle").selectAll().execute();
  expect(rows.map((row) => row.key)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^[0-9a-f]{64}$/) as unknown));
  await db.inTransaction((trx) => forgetOldTries(trx, later(899)));
  expect(await db.reader.selectFrom("sign_in_throttle").select("key").execute()).toHaveLength(3);
  await db.inTransaction((trx) => forgetOldTries(trx, later(900)));
  expect(await db.reader.selectFrom("sign_in_throttle").select("key").execute()).toEqual([]);
});
