import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string): Promise<void> {
  const [name, from, id] = [sql.table(view), sql.table(table), sql.ref(key)];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.version = (select max(m.version) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const pathway = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("pathway")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("pathway_pk", ["id"])
      .addUniqueConstraint("pathway_name_once", ["name"])
      .execute();
    await db.schema
      .createTable("pathway_version")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("pathway_id", "text", (c) => c.notNull())
      .addColumn("label", "text", (c) => c.notNull())
      .addColumn("effective_from", "text", (c) => c.notNull())
      .addColumn("definition", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("pathway_version_pk", ["id"])
      .addUniqueConstraint("pathway_version_pathway_id_label_once", ["pathway_id", "label"])
      .addForeignKeyConstraint("pathway_version_pathway_id_exists", ["pathway_id"], "pathway", ["id"])
      .addCheckConstraint("pathway_version_effective_from_is_day", sql`effective_from is null or length(effective_from) = 10`)
      .execute();
    await db.schema
      .createTable("enrolment")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("programme_id", "text", (c) => c.notNull())
      .addColumn("pathway_version_id", "text", (c) => c.notNull())
      .addColumn("started_on", "text", (c) => c.notNull())
      .addColumn("ended_on", "text")
      .addColumn("outcome", "text")
      .addColumn("end_reason", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addPrimaryKeyConstraint("enrolment_pk", ["id", "version"])
      .addForeignKeyConstraint("enrolment_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("enrolment_programme_id_exists", ["programme_id"], "programme", ["id"])
      .addForeignKeyConstraint("enrolment_pathway_version_id_exists", ["pathway_version_id"], "pathway_version", ["id"])
      .addForeignKeyConstraint("enrolment_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("enrolment_ends_after_start", sql`ended_on is null or ended_on >= started_on`)
      .addCheckConstraint("enrolment_outcome_with_end", sql`(ended_on is null) = (outcome is null)`)
      .addCheckConstraint("enrolment_outcome_is_known", sql`outcome is null or outcome in ('withdrawn', 'accredited')`)
      .execute();
    await db.schema.createIndex("enrolment_by_trainee_id").on("enrolment").columns(["trainee_id"]).execute();
    await db.schema
      .createTable("planned_pause")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("starts_on", "text", (c) => c.notNull())
      .addColumn("ends_on", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("planned_pause_pk", ["id", "version"])
      .addForeignKeyConstraint("planned_pause_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("planned_pause_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("planned_pause_ends_after_start", sql`ends_on >= starts_on`)
      .addCheckConstraint("planned_pause_voided_is_flag", sql`voided in (0, 1)`)
      .execute();
    await db.schema.createIndex("planned_pause_by_trainee_id").on("planned_pause").columns(["trainee_id"]).execute();
    await db.schema
      .createTable("stage_closing")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("stage", "integer", (c) => c.notNull())
      .addColumn("closed_on", "text", (c) => c.notNull())
      .addColumn("decided_by", "text", (c) => c.notNull())
      .addColumn("reopened", "integer", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("stage_closing_pk", ["id", "version"])
      .addForeignKeyConstraint("stage_closing_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("stage_closing_decided_by_exists", ["decided_by"], "person", ["id"])
      .addForeignKeyConstraint("stage_closing_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("stage_closing_stage_is_known", sql`stage between 1 and 3`)
      .addCheckConstraint("stage_closing_decided_by_another", sql`decided_by <> trainee_id`)
      .addCheckConstraint("stage_closing_reopened_is_flag", sql`reopened in (0, 1)`)
      .addCheckConstraint("stage_closing_voided_is_flag", sql`voided in (0, 1)`)
      .execute();
    await db.schema.createIndex("stage_closing_by_trainee_id").on("stage_closing").columns(["trainee_id"]).execute();
    await db.schema
      .createTable("trainee_record")
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("counted_for", "text")
      .addPrimaryKeyConstraint("trainee_record_pk", ["trainee_id"])
      .addForeignKeyConstraint("trainee_record_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("counted_entry")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("stage", "integer", (c) => c.notNull())
      .addColumn("requirement", "text", (c) => c.notNull())
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("amount", "integer", (c) => c.notNull())
      .addColumn("counts_on", "text", (c) => c.notNull())
      .addColumn("known_from", "text", (c) => c.notNull())
      .addColumn("known_until", "text")
      .addPrimaryKeyConstraint("counted_entry_pk", ["id"])
      .addForeignKeyConstraint("counted_entry_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .execute();
    await db.schema.createIndex("counted_entry_by_trainee_id_known_until").on("counted_entry").columns(["trainee_id", "known_until"]).execute();
    await db.schema.createIndex("counted_entry_by_requirement_counts_on").on("counted_entry").columns(["requirement", "counts_on"]).execute();
    await currentView(db, "current_enrolment", "enrolment", "id");
    await currentView(db, "current_planned_pause", "planned_pause", "id");
    await currentView(db, "current_stage_closing", "stage_closing", "id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_stage_closing", "current_planned_pause", "current_enrolment"]) await db.schema.dropView(view).execute();
    for (const table of ["counted_entry", "trainee_record", "stage_closing", "planned_pause", "enrolment", "pathway_version", "pathway"]) await db.schema.dropTable(table).execute();
  },
};
