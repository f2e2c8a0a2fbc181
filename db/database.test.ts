import { sql } from "kysely";
import { PGliteDialect } from "kysely-pglite-dialect";
import { expect, test } from "vitest";

import { freshDatabase } from "#tests/support/database.ts";

import { type Database, databaseOf, openDatabase, openKysely } from "./database.server.ts";
import { isUniqueViolation } from "./errors.server.ts";
import { DatabaseIsNewer, migrateDown, migrateUp, migrationStatus } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";

const programme = { id: "p", name: "P", recorded_at: "2026-01-01T00:00:00.000Z" };

test("every migration runs, shows in the status, and goes back to nothing", async () => {
  const ran: string[] = [];
  const database = await openDatabase(":memory:", async (writer) => {
    ran.push(...await migrateUp(writer));
    expect((await migrationStatus(writer)).every((m) => m.ranAt !== null)).toBe(true);
    for (const name of [...ran].reverse()) expect(await migrateDown(writer)).toEqual([name]);
    expect((await writer.introspection.getTables()).map((t) => t.name)).toEqual([]);
  });
  expect(ran).toEqual(Object.keys(migrations));
  await database.close();
});

test("a database written by a newer version is refused before anything is touched", async () => {
  const database = await freshDatabase();
  await sql`insert into kysely_migration (name, timestamp) values ('20990101T0000-later', '2099-01-01')`.execute(database.reader);
  await expect(migrateUp(database.reader)).rejects.toThrow(DatabaseIsNewer);
});

test("the reader used inside a transaction is an error, not a wait without end", async () => {
  const database = await freshDatabase();
  await expect(database.inTransaction(async (trx) => {
    await trx.insertInto("programme").values(programme).execute();
    return database.reader.selectFrom("programme").select("id").execute();
  })).rejects.toThrow("pass `trx` instead");
  expect(await database.reader.selectFrom("programme").select("id").execute()).toEqual([]);
});

test("a transaction inside a transaction is an error", async () => {
  const database = await freshDatabase();
  await expect(database.inTransaction(() => database.inTransaction(() => Promise.resolve()))).rejects.toThrow("inside another");
});

test("the reader is guarded in a transaction that goes on after another has ended, and free once none is open", async () => {
  const [one, other] = [await openDatabase(":memory:", migrateUp), await openDatabase(":memory:", migrateUp)];
  const read = async (database: Database): Promise<unknown> => database.reader.selectFrom("programme").select("id").execute();
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => { end = resolve; });
  const long = one.inTransaction(async () => {
    await ended;
    await expect(read(one)).rejects.toThrow("pass `trx` instead");
  });
  await other.inTransaction(() => Promise.resolve());
  end();
  await long;
  expect([await read(one), await read(other)]).toEqual([[], []]);
  await Promise.all([one.close(), other.close()]);
});

test("where writers run side by side, a transaction is as if they came one after another", async () => {
  const { PGlite } = await import("@electric-sql/pglite");
  const database = databaseOf(openKysely(new PGliteDialect(await PGlite.create())));
  const level = await database.inTransaction(async (trx) => (await sql<{ transaction_isolation: string }>`show transaction_isolation`.execute(trx)).rows);
  expect(level).toEqual([{ transaction_isolation: "serializable" }]);
  await database.close();
}, 60_000);

test("a busy database is tried again as a whole; another error is not", async () => {
  const database = await freshDatabase();
  let tries = 0;
  const busyOnce = async (): Promise<string> => database.inTransaction((trx) => {
    tries += 1;
    if (tries === 1) throw Object.assign(new Error("busy"), { code: "SQLITE_BUSY" });
    return trx.selectFrom("audit_head").select("id").executeTakeFirstOrThrow().then((r) => r.id);
  });
  expect(await busyOnce()).toBe("head");
  expect(tries).toBe(2);
  await expect(database.inTransaction(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
});

test("a broken unique constraint is recognised by its table and columns", async () => {
  const database = await freshDatabase();
  await database.reader.insertInto("programme").values(programme).execute();
  const cohort = { programme_id: "p", name: "2026 spring", starts_on: "2026-02-02" };
  await database.reader.insertInto("cohort").values({ id: "a", ...cohort }).execute();
  const error: unknown = await database.reader.insertInto("cohort").values({ id: "b", ...cohort }).execute().catch((e: unknown) => e);
  expect(isUniqueViolation(error, "cohort", ["programme_id", "name"])).toBe(true);
  expect(isUniqueViolation(error, "cohort", ["name"])).toBe(false);
});
