import { type Kysely, sql } from "kysely";

export const audit = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("audit_entry")
      .addColumn("seq", "integer", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("actor_id", "text")
      .addColumn("act", "text", (c) => c.notNull())
      .addColumn("subjects", "text", (c) => c.notNull())
      .addColumn("leaf_hash", "text", (c) => c.notNull())
      .addColumn("previous_hash", "text", (c) => c.notNull())
      .addColumn("hash", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("audit_entry_pk", ["seq"])
      .addUniqueConstraint("audit_entry_previous_hash_once", ["previous_hash"])
      .addUniqueConstraint("audit_entry_hash_once", ["hash"])
      .execute();
    await db.schema
      .createTable("audit_head")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("seq", "integer", (c) => c.notNull())
      .addColumn("hash", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("audit_head_pk", ["id"])
      .addCheckConstraint("audit_head_is_one", sql`id = 'head'`)
      .execute();
    await sql`insert into audit_head (id, seq, hash) values ('head', 0, '')`.execute(db);
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ["audit_head", "audit_entry"]) await db.schema.dropTable(table).execute();
  },
};
