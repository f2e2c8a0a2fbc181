import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string, version = "version"): Promise<void> {
  const [name, from, id, number] = [sql.table(view), sql.table(table), sql.ref(key), version];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.${sql.ref(number)} = (select max(m.${sql.ref(number)}) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const programmeSettings = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("programme_setting")
      .addColumn("programme_id", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addColumn("concern_procedure", "text", (c) => c.notNull())
      .addColumn("clip_kept_days", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("programme_setting_pk", ["programme_id", "version"])
      .addForeignKeyConstraint("programme_setting_programme_id_exists", ["programme_id"], "programme", ["id"])
      .addForeignKeyConstraint("programme_setting_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("programme_setting_clip_kept_days_is_positive", sql`clip_kept_days > 0`)
      .execute();
    await currentView(db, "current_programme_setting", "programme_setting", "programme_id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_programme_setting"]) await db.schema.dropView(view).execute();
    for (const table of ["programme_setting"]) await db.schema.dropTable(table).execute();
  },
};
