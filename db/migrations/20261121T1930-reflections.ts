import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string): Promise<void> {
  const [name, from, id] = [sql.table(view), sql.table(table), sql.ref(key)];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.version = (select max(m.version) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const reflections = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.createTable("reflection")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("request_id", "text")
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("reflection_pk", ["id"])
      .addUniqueConstraint("reflection_trainee_id_request_id_once", ["trainee_id", "request_id"])
      .addForeignKeyConstraint("reflection_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .execute();
    await db.schema.createTable("reflection_version")
      .addColumn("reflection_id", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("written_on", "text", (c) => c.notNull())
      .addColumn("reflection", "text", (c) => c.notNull())
      .addColumn("entry_id", "text")
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("reflection_version_pk", ["reflection_id", "version"])
      .addForeignKeyConstraint("reflection_version_reflection_id_exists", ["reflection_id"], "reflection", ["id"])
      .addForeignKeyConstraint("reflection_version_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("reflection_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("reflection_version_written_on_is_day", sql`length(written_on) = 10`)
      .addCheckConstraint("reflection_version_voided_is_flag", sql`voided in (0, 1)`)
      .execute();
    await db.schema.createIndex("reflection_version_by_entry_id").on("reflection_version").columns(["entry_id"]).execute();
    await db.schema.createTable("reflection_share")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("reflection_id", "text")
      .addColumn("entry_id", "text")
      .addColumn("of_version", "integer", (c) => c.notNull())
      .addColumn("shared_at", "text", (c) => c.notNull())
      .addColumn("withdrawn_at", "text")
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("reflection_share_pk", ["id", "version"])
      .addForeignKeyConstraint("reflection_share_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("reflection_share_person_id_exists", ["person_id"], "person", ["id"])
      .addForeignKeyConstraint("reflection_share_reflection_id_exists", ["reflection_id"], "reflection", ["id"])
      .addForeignKeyConstraint("reflection_share_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("reflection_share_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("reflection_share_of_one_thing", sql`(reflection_id is null) <> (entry_id is null)`)
      .addCheckConstraint("reflection_share_with_another", sql`person_id <> trainee_id`)
      .execute();
    await db.schema.createIndex("reflection_share_by_person_id").on("reflection_share").columns(["person_id"]).execute();
    await db.schema.createIndex("reflection_share_by_trainee_id").on("reflection_share").columns(["trainee_id"]).execute();
    await currentView(db, "current_reflection", "reflection_version", "reflection_id");
    await currentView(db, "current_reflection_share", "reflection_share", "id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_reflection_share", "current_reflection"]) await db.schema.dropView(view).execute();
    for (const table of ["reflection_share", "reflection_version", "reflection"]) await db.schema.dropTable(table).execute();
  },
};
