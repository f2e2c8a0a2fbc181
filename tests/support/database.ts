import type { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import { PGliteDialect } from "kysely-pglite-dialect";
import { onTestFinished } from "vitest";

import { type Database, databaseOf, openDatabase, openKysely, type Reader } from "#db/database.server.ts";
import { migrateUp } from "#db/migrate.ts";

let postgres: Promise<PGlite> | undefined;

async function bootPostgres(): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite");
  return PGlite.create();
}

/** Which tables that connection finds: none under a schema that is not there. */
async function reach(kysely: Reader, schema: "fresh" | "nothing"): Promise<void> {
  await sql`set search_path to ${sql.raw(schema)}`.execute(kysely);
}

async function migratePostgres(kysely: Reader): Promise<void> {
  await sql`create schema fresh`.execute(kysely);
  await reach(kysely, "fresh");
  await migrateUp(kysely);
  // What migrations write is kept aside, to be put back.
  await sql`create table public.first_head as table audit_head`.execute(kysely);
}

/** Empties every table and puts back the one row that the migrations write: what migrating anew would leave, in a tenth of the time. */
async function emptyPostgres(kysely: Reader): Promise<void> {
  await reach(kysely, "fresh");
  await sql`
    do $$ declare name text; begin
      set local session_replication_role = replica;
      for name in select tablename from pg_tables where schemaname = 'fresh' and tablename not like 'kysely_%' loop execute format('delete from %I', name); end loop;
      insert into audit_head select * from public.first_head;
    end $$`.execute(kysely);
}

/** One PostgreSQL for all test files of a worker (booting and migrating take seconds), emptied for each database asked for. */
async function freshPostgres(): Promise<Database> {
  const isFirst = postgres === undefined;
  postgres ??= bootPostgres();
  const kysely = openKysely(new PGliteDialect(await postgres));
  await (isFirst ? migratePostgres(kysely) : emptyPostgres(kysely));
  return { ...databaseOf(kysely), close: () => reach(kysely, "nothing") };
}

/** A fresh database with every migration, gone when the test is over: SQLite, or PostgreSQL in the second-dialect run. */
export async function freshDatabase(): Promise<Database> {
  const database = process.env.ATTUNE_TEST_DIALECT === "postgres" ? await freshPostgres() : await openDatabase(":memory:", migrateUp);
  onTestFinished(() => database.close());
  return database;
}
