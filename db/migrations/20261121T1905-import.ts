import type { Kysely } from "kysely";

export const imports = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("import_draft")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("sealed_file", "text", (c) => c.notNull())
      .addColumn("sealed_state", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("import_draft_pk", ["id"])
      .addUniqueConstraint("import_draft_trainee_id_once", ["trainee_id"])
      .addForeignKeyConstraint("import_draft_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("import_column")
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("name_fingerprint", "text", (c) => c.notNull())
      .addColumn("field", "text")
      .addPrimaryKeyConstraint("import_column_pk", ["trainee_id", "name_fingerprint"])
      .addForeignKeyConstraint("import_column_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("imported_review")
      .addColumn("import_id", "text", (c) => c.notNull())
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("fingerprint", "text")
      .addPrimaryKeyConstraint("imported_review_pk", ["import_id", "entry_id"])
      .addForeignKeyConstraint("imported_review_import_id_exists", ["import_id"], "import_batch", ["id"])
      .addForeignKeyConstraint("imported_review_entry_id_exists", ["entry_id"], "entry", ["id"])
      .execute();
    await db.schema.alterTable("import_batch").addColumn("undone_at", "text").execute();
    await db.schema.alterTable("client").addColumn("import_id", "text").execute();
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("client").dropColumn("import_id").execute();
    await db.schema.alterTable("import_batch").dropColumn("undone_at").execute();
    await db.schema.dropTable("imported_review").execute();
    await db.schema.dropTable("import_column").execute();
    await db.schema.dropTable("import_draft").execute();
  },
};
