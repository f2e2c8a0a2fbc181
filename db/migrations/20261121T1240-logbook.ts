import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string): Promise<void> {
  const [name, from, id] = [sql.table(view), sql.table(table), sql.ref(key)];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.version = (select max(m.version) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const logbook = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("import_batch")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("entries", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("import_batch_pk", ["id"])
      .addForeignKeyConstraint("import_batch_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("import_batch_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("client")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("code", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("client_pk", ["id"])
      .addUniqueConstraint("client_code_once", ["code"])
      .addForeignKeyConstraint("client_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("client_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .execute();
    await db.schema.createIndex("client_by_trainee_id").on("client").columns(["trainee_id"]).execute();
    await db.schema
      .createTable("client_version")
      .addColumn("client_id", "text", (c) => c.notNull())
      .addColumn("age_band", "text")
      .addColumn("opened_on", "text", (c) => c.notNull())
      .addColumn("closed_on", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("client_version_pk", ["client_id", "version"])
      .addForeignKeyConstraint("client_version_client_id_exists", ["client_id"], "client", ["id"])
      .addForeignKeyConstraint("client_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("client_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("client_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .addCheckConstraint("client_version_closes_after_opening", sql`closed_on is null or closed_on >= opened_on`)
      .execute();
    await db.schema
      .createTable("entry")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("request_id", "text")
      .addColumn("fingerprint", "text")
      .addColumn("import_id", "text")
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("entry_pk", ["id"])
      .addUniqueConstraint("entry_trainee_id_request_id_once", ["trainee_id", "request_id"])
      .addUniqueConstraint("entry_trainee_id_fingerprint_once", ["trainee_id", "fingerprint"])
      .addForeignKeyConstraint("entry_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("entry_import_id_exists", ["import_id"], "import_batch", ["id"])
      .addForeignKeyConstraint("entry_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("entry_kind_is_known", sql`kind in ('cycle', 'supervision', 'peer_supervision', 'training', 'recognised')`)
      .execute();
    await db.schema.createIndex("entry_by_trainee_id_kind").on("entry").columns(["trainee_id", "kind"]).execute();
    await db.schema
      .createTable("cycle_version")
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("client_id", "text", (c) => c.notNull())
      .addColumn("filmed_on", "text", (c) => c.notNull())
      .addColumn("film_minutes", "integer")
      .addColumn("mode", "text")
      .addColumn("clips_chosen", "integer")
      .addColumn("reviewed_on", "text")
      .addColumn("review_minutes", "integer")
      .addColumn("goal_rating", "integer")
      .addColumn("next_step", "text")
      .addColumn("note", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("cycle_version_pk", ["entry_id", "version"])
      .addForeignKeyConstraint("cycle_version_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("cycle_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addForeignKeyConstraint("cycle_version_client_id_exists", ["client_id"], "client", ["id"])
      .addCheckConstraint("cycle_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("cycle_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .addCheckConstraint("cycle_version_mode_is_known", sql`mode is null or mode in ('in_person', 'remote')`)
      .addCheckConstraint("cycle_version_next_step_is_known", sql`next_step is null or next_step in ('another_cycle', 'close')`)
      .addCheckConstraint("cycle_version_goal_rating_in_scale", sql`goal_rating is null or goal_rating between 0 and 10`)
      .execute();
    await db.schema
      .createTable("supervision_version")
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("held_on", "text", (c) => c.notNull())
      .addColumn("starts_at", "text")
      .addColumn("minutes", "integer", (c) => c.notNull())
      .addColumn("mode", "text")
      .addColumn("format", "text", (c) => c.notNull())
      .addColumn("supervisor_id", "text", (c) => c.notNull())
      .addColumn("material_version", "integer", (c) => c.notNull())
      .addColumn("note", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("supervision_version_pk", ["entry_id", "version"])
      .addForeignKeyConstraint("supervision_version_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("supervision_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addForeignKeyConstraint("supervision_version_supervisor_id_exists", ["supervisor_id"], "person", ["id"])
      .addCheckConstraint("supervision_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("supervision_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .addCheckConstraint("supervision_version_mode_is_known", sql`mode is null or mode in ('in_person', 'remote')`)
      .addCheckConstraint("supervision_version_minutes_are_real", sql`minutes between 1 and 1440`)
      .addCheckConstraint("supervision_version_format_is_known", sql`format in ('individual', 'group')`)
      .execute();
    await db.schema
      .createTable("peer_supervision_version")
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("held_on", "text", (c) => c.notNull())
      .addColumn("starts_at", "text")
      .addColumn("minutes", "integer", (c) => c.notNull())
      .addColumn("mode", "text")
      .addColumn("material_version", "integer", (c) => c.notNull())
      .addColumn("note", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("peer_supervision_version_pk", ["entry_id", "version"])
      .addForeignKeyConstraint("peer_supervision_version_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("peer_supervision_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("peer_supervision_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("peer_supervision_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .addCheckConstraint("peer_supervision_version_mode_is_known", sql`mode is null or mode in ('in_person', 'remote')`)
      .addCheckConstraint("peer_supervision_version_minutes_are_real", sql`minutes between 1 and 1440`)
      .execute();
    await db.schema
      .createTable("peer_attendee")
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("peer_attendee_pk", ["entry_id", "version", "person_id"])
      .addForeignKeyConstraint("peer_attendee_entry_id_exists", ["entry_id", "version"], "peer_supervision_version", ["entry_id", "version"])
      .addForeignKeyConstraint("peer_attendee_person_id_exists", ["person_id"], "person", ["id"])
      .execute();
    await db.schema.createIndex("peer_attendee_by_person_id").on("peer_attendee").columns(["person_id"]).execute();
    await db.schema
      .createTable("training_version")
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("held_on", "text", (c) => c.notNull())
      .addColumn("training", "text", (c) => c.notNull())
      .addColumn("half_days", "integer", (c) => c.notNull())
      .addColumn("material_version", "integer", (c) => c.notNull())
      .addColumn("note", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("training_version_pk", ["entry_id", "version"])
      .addForeignKeyConstraint("training_version_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("training_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("training_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("training_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .addCheckConstraint("training_version_training_is_known", sql`training in ('initial_course', 'mid_point')`)
      .addCheckConstraint("training_version_half_days_are_real", sql`half_days between 1 and 10`)
      .execute();
    await db.schema
      .createTable("recognised_version")
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("requirement", "text", (c) => c.notNull())
      .addColumn("amount", "integer", (c) => c.notNull())
      .addColumn("recognised_on", "text", (c) => c.notNull())
      .addColumn("note", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("recognised_version_pk", ["entry_id", "version"])
      .addForeignKeyConstraint("recognised_version_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("recognised_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("recognised_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("recognised_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .addCheckConstraint("recognised_version_amount_is_positive", sql`amount > 0`)
      .execute();
    await db.schema
      .createTable("confirmation")
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("number", "integer", (c) => c.notNull())
      .addColumn("entry_version", "integer", (c) => c.notNull())
      .addColumn("decision", "text", (c) => c.notNull())
      .addColumn("note", "text")
      .addColumn("decided_by", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("confirmation_pk", ["entry_id", "number"])
      .addForeignKeyConstraint("confirmation_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("confirmation_decided_by_exists", ["decided_by"], "person", ["id"])
      .addCheckConstraint("confirmation_decision_is_known", sql`decision in ('confirmed', 'questioned')`)
      .execute();
    await currentView(db, "current_client", "client_version", "client_id");
    await currentView(db, "current_cycle", "cycle_version", "entry_id");
    await currentView(db, "current_supervision", "supervision_version", "entry_id");
    await currentView(db, "current_peer_supervision", "peer_supervision_version", "entry_id");
    await currentView(db, "current_training", "training_version", "entry_id");
    await currentView(db, "current_recognised", "recognised_version", "entry_id");
    await sql`create view current_confirmation as select c.* from confirmation as c
      where c.number = (select max(m.number) from confirmation as m where m.entry_id = c.entry_id)`.execute(db);
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_confirmation", "current_recognised", "current_training", "current_peer_supervision", "current_supervision", "current_cycle", "current_client"]) await db.schema.dropView(view).execute();
    for (const table of ["confirmation", "recognised_version", "training_version", "peer_attendee", "peer_supervision_version", "supervision_version", "cycle_version", "entry", "client_version", "client", "import_batch"]) await db.schema.dropTable(table).execute();
  },
};
