import { type Kysely, sql } from "kysely";

export const programme = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("programme")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("programme_pk", ["id"])
      .execute();
    await db.schema
      .createTable("board")
      .addColumn("code", "text", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("is_island", "integer", (c) => c.notNull())
      .addColumn("position", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("board_pk", ["code"])
      .addCheckConstraint("board_is_island_is_flag", sql`is_island in (0, 1)`)
      .execute();
    await db.schema
      .createTable("cohort")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("programme_id", "text", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("starts_on", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("cohort_pk", ["id"])
      .addUniqueConstraint("cohort_programme_id_name_once", ["programme_id", "name"])
      .addForeignKeyConstraint("cohort_programme_id_exists", ["programme_id"], "programme", ["id"])
      .addCheckConstraint("cohort_starts_on_is_day", sql`starts_on is null or length(starts_on) = 10`)
      .execute();
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ["cohort", "board", "programme"]) await db.schema.dropTable(table).execute();
  },
};
