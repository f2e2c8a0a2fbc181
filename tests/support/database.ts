import { onTestFinished } from "vitest";

import { type Database, openDatabase } from "#db/database.server.ts";
import { migrateUp } from "#db/migrate.ts";

/** A fresh in-memory database with every migration, closed when the test is over. */
export async function freshDatabase(): Promise<Database> {
  const database = await openDatabase(":memory:", migrateUp);
  onTestFinished(() => database.close());
  return database;
}
