import { expect, test } from "vitest";

import { contextFor } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { forgetOldTries, forgive, takeTry, type TryOf } from "./throttle.server.ts";
import { ACCOUNT_FREE_TRIES, ADDRESS_FREE_TRIES, waitSeconds } from "./throttle.ts";

const START = new Date("2026-03-12T08:00:00.000Z");
const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);
const tries = (failures: number) => ({ failures, windowStartedAt: START.toISOString(), lastFailureAt: later(60).toISOString() });

test.each([
  [0, 0], [4, 0], [5, 1], [6, 2], [7, 4], [8, 8], [9, 16], [10, 30], [11, 30], [10_000, 30],
])("after %i failures the next try waits %i seconds", (failures, wait) => {
  expect(waitSeconds(tries(failures), ACCOUNT_FREE_TRIES, later(60))).toBe(wait);
  expect(waitSeconds(tries(failures), ACCOUNT_FREE_TRIES, later(60 + wait))).toBe(0);
  if (wait > 0) expect(waitSeconds(tries(failures), ACCOUNT_FREE_TRIES, later(60 + wait - 0.5))).toBe(1);
});

test("a quarter of an hour after the first failure all is forgotten", () => {
  expect(waitSeconds({ ...tries(50), lastFailureAt: later(899).toISOString() }, ACCOUNT_FREE_TRIES, later(899.9))).toBe(30);
  expect(waitSeconds({ ...tries(50), lastFailureAt: later(899).toISOString() }, ACCOUNT_FREE_TRIES, later(900))).toBe(0);
  expect(waitSeconds(undefined, ACCOUNT_FREE_TRIES, START)).toBe(0);
});

const tryOf: TryOf = { what: "sign_in", account: "ash@example.org", address: "192.0.2.1" };

async function fail(db: Awaited<ReturnType<typeof freshDatabase>>, times: number, over: (i: number) => Partial<TryOf> = () => ({})) {
  const answers = [];
  for (let i = 0; i < times; i += 1) answers.push(await takeTry(contextFor(db, START), { ...tryOf, ...over(i) }));
  return answers;
}

test("five tries are free, the sixth waits, and a try that comes too early does not count", async () => {
  const db = await freshDatabase();
  expect(await fail(db, 7)).toEqual([null, null, null, null, null, { ok: false, code: "too_many_tries", waitSeconds: 1 }, { ok: false, code: "too_many_tries", waitSeconds: 1 }]);
  expect(await takeTry(contextFor(db, later(1)), tryOf)).toBeNull();
  expect(await takeTry(contextFor(db, later(1)), tryOf)).toMatchObject({ waitSeconds: 2 });
});

test("many at once cannot all slip through", async () => {
  const db = await freshDatabase();
  const answers = await Promise.all(Array.from({ length: 20 }, () => takeTry(contextFor(db, START), tryOf)));
  expect(answers.filter((answer) => answer === null)).toHaveLength(ACCOUNT_FREE_TRIES);
});

test("another account at the same address goes on, until the address has had a hundred", async () => {
  const db = await freshDatabase();
  const answers = await fail(db, ADDRESS_FREE_TRIES + 1, (i) => ({ account: `${String(i)}@example.org` }));
  expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
  expect(answers.at(-1)).toMatchObject({ code: "too_many_tries" });
  expect(await takeTry(contextFor(db, START), { ...tryOf, account: "new@example.org", address: "192.0.2.2" })).toBeNull();
});

test("a success forgets the account's failures and gives the address its try back", async () => {
  const db = await freshDatabase();
  await fail(db, 5);
  await db.inTransaction((trx) => forgive(trx, contextFor(db, START).keyring, tryOf));
  expect(await db.reader.selectFrom("sign_in_throttle").select("failures").execute()).toEqual([{ failures: 4 }]);
  expect(await takeTry(contextFor(db, START), tryOf)).toBeNull();
});

test("neither account nor address can be read from the table, and old counts go", async () => {
  const db = await freshDatabase();
  await fail(db, 1);
  const rows = await db.reader.selectFrom("sign_in_throttle").selectAll().execute();
  expect(rows.map((row) => row.key)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  await db.inTransaction((trx) => forgetOldTries(trx, later(899)));
  expect(await db.reader.selectFrom("sign_in_throttle").select("key").execute()).toHaveLength(2);
  await db.inTransaction((trx) => forgetOldTries(trx, later(900)));
  expect(await db.reader.selectFrom("sign_in_throttle").select("key").execute()).toEqual([]);
});
