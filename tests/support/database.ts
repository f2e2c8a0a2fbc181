import type { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import { PGliteDialect } from "kysely-pglite-dialect";
import { onTestFinished } from "vitest";

import { type Database, databaseOf, openDatabase, openKysely } from "#db/database.server.ts";
import { migrateUp } from "#db/migrate.ts";

let postgres: Promise<PGlite> | undefined;

async function bootPostgres(): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite");
  return PGlite.create();
}

/** One PostgreSQL for a test file (booting takes seconds), an empty schema for each database asked for: the one before it is gone. */
async function freshPostgres(): Promise<Database> {
  postgres ??= bootPostgres();
  const kysely = openKysely(new PGliteDialect(await postgres));
  await sql`drop schema if exists fresh cascade`.execute(kysely);
  await sql`create schema fresh`.execute(kysely);
  await sql`set search_path to fresh`.execute(kysely);
  await migrateUp(kysely);
  return { ...databaseOf(kysely), close: async () => { await sql`drop schema if exists fresh cascade`.execute(kysely); } };
}

/** A fresh database with every migration, gone when the test is over: SQLite, or PostgreSQL in the second-dialect run. */
export async function freshDatabase(): Promise<Database> {
  const database = process.env.ATTUNE_TEST_DIALECT === "postgres" ? await freshPostgres() : await openDatabase(":memory:", migrateUp);
  onTestFinished(() => database.close());
  return database;
}
