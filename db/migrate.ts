import { type Kysely, type MigrationResultSet, Migrator } from "kysely";

import { migrations } from "./migrations/index.ts";
import type { Schema } from "./schema/schema.ts";

/** The database holds migrations that this code does not know: it was written by a newer Attune. */
export class DatabaseIsNewer extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(`The database was written by a newer version of Attune (it knows ${unknown.join(", ")}). Start that version, or restore a backup made with this one.`);
  }
}

function migratorFor(db: Kysely<Schema>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
}

function resultOf({ error, results }: MigrationResultSet): string[] {
  if (error) throw error instanceof Error ? error : new Error("a migration failed", { cause: error });
  return (results ?? []).map((r) => r.migrationName);
}

async function refuseNewer(db: Kysely<Schema>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((t) => t.name === "kysely_migration")) return;
  const known = new Set(Object.keys(migrations));
  const ran = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom("kysely_migration").select("name").orderBy("name").execute();
  const unknown = ran.map((r) => r.name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseIsNewer(unknown);
}

/**
 * Runs every migration that has not run yet; on SQLite each one whole or not at all.
 * Returns the names that ran. Throws `DatabaseIsNewer` before touching anything.
 */
export async function migrateUp(db: Kysely<Schema>): Promise<string[]> {
  await refuseNewer(db);
  return resultOf(await migratorFor(db).migrateToLatest());
}

/** Takes the last migration back. Returns its name, or nothing where none had run. */
export async function migrateDown(db: Kysely<Schema>): Promise<string[]> {
  await refuseNewer(db);
  return resultOf(await migratorFor(db).migrateDown());
}

/** Every migration this code knows, and when it ran on this database. */
export async function migrationStatus(db: Kysely<Schema>): Promise<{ name: string; ranAt: Date | null }[]> {
  await refuseNewer(db);
  const all = await migratorFor(db).getMigrations();
  return all.map((m) => ({ name: m.name, ranAt: m.executedAt ?? null }));
}
