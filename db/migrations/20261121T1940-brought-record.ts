import { type Kysely, sql } from "kysely";

export const broughtRecord = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.createTable("brought_record")
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("origin", "text", (c) => c.notNull())
      .addColumn("exported_at", "text", (c) => c.notNull())
      .addColumn("format_version", "integer", (c) => c.notNull())
      .addColumn("file_hash", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("brought_record_pk", ["trainee_id"])
      .addForeignKeyConstraint("brought_record_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addCheckConstraint("brought_record_format_version_is_positive", sql`format_version > 0`)
      .execute();
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await db.schema.dropTable("brought_record").execute();
  },
};
