import { expect, test } from "vitest";

import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { verifyChain } from "./queries.server.ts";
import { recordAct } from "./writes.server.ts";

const NOW = new Date("2026-03-12T10:00:00.000Z");

async function chainOf(length: number): Promise<Database> {
  const database = await freshDatabase();
  for (let n = 1; n <= length; n += 1) {
    await database.inTransaction((trx) => recordAct(trx, { actorId: null, act: "entry.logged", subjects: { entry: `e${String(n)}`, trainee: "t" } }, NOW));
  }
  return database;
}

test("a chain nobody touched is intact, and so is an empty one", async () => {
  expect(await verifyChain((await chainOf(3)).reader)).toEqual({ intact: true, length: 3 });
});

test("nothing recorded yet is intact", async () => {
  expect(await verifyChain((await freshDatabase()).reader)).toEqual({ intact: true, length: 0 });
});

test("a changed row is named", async () => {
  const { reader } = await chainOf(4);
  await reader.updateTable("audit_entry").set({ act: "entry.voided" }).where("seq", "=", 2).execute();
  expect(await verifyChain(reader)).toEqual({ intact: false, firstBadSeq: 2, problem: "content" });
});

test("a row changed together with its leaf still breaks its link", async () => {
  const { reader } = await chainOf(4);
  const third = await reader.selectFrom("audit_entry").select(["hash"]).where("seq", "=", 3).executeTakeFirstOrThrow();
  await reader.updateTable("audit_entry").set({ hash: third.hash.replace(/^./, (c) => (c === "0" ? "1" : "0")) }).where("seq", "=", 3).execute();
  expect(await verifyChain(reader)).toEqual({ intact: false, firstBadSeq: 3, problem: "link" });
});

test("a row taken out of the middle is named", async () => {
  const { reader } = await chainOf(4);
  await reader.deleteFrom("audit_entry").where("seq", "=", 3).execute();
  expect(await verifyChain(reader)).toEqual({ intact: false, firstBadSeq: 3, problem: "missing" });
});

test("rows cut off the end do not go unseen: the head knows more", async () => {
  const { reader } = await chainOf(4);
  await reader.deleteFrom("audit_entry").where("seq", "=", 4).execute();
  expect(await verifyChain(reader)).toEqual({ intact: false, firstBadSeq: 4, problem: "head" });
});

test("a transaction that fails leaves neither its write nor its link", async () => {
  const database = await chainOf(1);
  await expect(database.inTransaction(async (trx) => {
    await recordAct(trx, { actorId: null, act: "entry.voided", subjects: {} }, NOW);
    throw new Error("stop");
  })).rejects.toThrow("stop");
  expect(await verifyChain(database.reader)).toEqual({ intact: true, length: 1 });
});

test("two writers at once make one chain", async () => {
  const database = await freshDatabase();
  const record = (entry: string): Promise<void> =>
    database.inTransaction((trx) => recordAct(trx, { actorId: null, act: "entry.logged", subjects: { entry } }, NOW));
  await Promise.all(["a", "b", "c", "d", "e"].map(record));
  expect(await verifyChain(database.reader)).toEqual({ intact: true, length: 5 });
});
