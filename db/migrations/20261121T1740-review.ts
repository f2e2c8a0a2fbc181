import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string, version = "version"): Promise<void> {
  const [name, from, id, number] = [sql.table(view), sql.table(table), sql.ref(key), version];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.${sql.ref(number)} = (select max(m.${sql.ref(number)}) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const review = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("submission")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("attempt", "integer", (c) => c.notNull())
      .addColumn("way", "text", (c) => c.notNull())
      .addColumn("clip_id", "text")
      .addColumn("reference", "text")
      .addColumn("watched_on", "text")
      .addColumn("watched_with", "text")
      .addColumn("intention", "text")
      .addColumn("request_id", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("submission_pk", ["id"])
      .addUniqueConstraint("submission_entry_id_attempt_once", ["entry_id", "attempt"])
      .addUniqueConstraint("submission_trainee_id_request_id_once", ["trainee_id", "request_id"])
      .addForeignKeyConstraint("submission_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("submission_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("submission_clip_id_exists", ["clip_id"], "clip", ["id"])
      .addForeignKeyConstraint("submission_watched_with_exists", ["watched_with"], "person", ["id"])
      .addForeignKeyConstraint("submission_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("submission_attempt_is_positive", sql`attempt > 0`)
      .addCheckConstraint("submission_way_is_known", sql`way in ('excerpt', 'reference', 'watched_together')`)
      .addCheckConstraint("submission_excerpt_has_clip", sql`(way = 'excerpt') = (clip_id is not null)`)
      .addCheckConstraint("submission_reference_is_named", sql`(way = 'reference') = (reference is not null)`)
      .addCheckConstraint("submission_watched_has_day", sql`(way = 'watched_together') = (watched_on is not null)`)
      .addCheckConstraint("submission_watched_with_supervisor", sql`(way = 'watched_together') = (watched_with is not null)`)
      .addCheckConstraint("submission_watched_with_another", sql`watched_with is null or watched_with <> trainee_id`)
      .execute();
    await db.schema.createIndex("submission_by_trainee_id").on("submission").columns(["trainee_id"]).execute();
    await db.schema.createIndex("submission_by_clip_id").on("submission").columns(["clip_id"]).execute();
    await db.schema
      .createTable("submission_step")
      .addColumn("submission_id", "text", (c) => c.notNull())
      .addColumn("number", "integer", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("note", "text")
      .addColumn("stepped_by", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("submission_step_pk", ["submission_id", "number"])
      .addForeignKeyConstraint("submission_step_submission_id_exists", ["submission_id"], "submission", ["id"])
      .addForeignKeyConstraint("submission_step_stepped_by_exists", ["stepped_by"], "person", ["id"])
      .addCheckConstraint("submission_step_state_is_known", sql`state in ('sent', 'returned', 'reviewed', 'withdrawn')`)
      .addCheckConstraint("submission_step_return_has_note", sql`state <> 'returned' or note is not null`)
      .execute();
    await db.schema.createIndex("submission_step_by_state").on("submission_step").columns(["state"]).execute();
    await db.schema
      .createTable("moment")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("submission_id", "text", (c) => c.notNull())
      .addColumn("author_id", "text", (c) => c.notNull())
      .addColumn("request_id", "text")
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("moment_pk", ["id"])
      .addUniqueConstraint("moment_author_id_request_id_once", ["author_id", "request_id"])
      .addForeignKeyConstraint("moment_submission_id_exists", ["submission_id"], "submission", ["id"])
      .addForeignKeyConstraint("moment_author_id_exists", ["author_id"], "person", ["id"])
      .execute();
    await db.schema.createIndex("moment_by_submission_id").on("moment").columns(["submission_id"]).execute();
    await db.schema
      .createTable("moment_version")
      .addColumn("moment_id", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("layer", "text", (c) => c.notNull())
      .addColumn("starts_ms", "integer")
      .addColumn("ends_ms", "integer")
      .addColumn("principle", "text")
      .addColumn("sharing", "text", (c) => c.notNull())
      .addColumn("note", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("moment_version_pk", ["moment_id", "version"])
      .addForeignKeyConstraint("moment_version_moment_id_exists", ["moment_id"], "moment", ["id"])
      .addForeignKeyConstraint("moment_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("moment_version_kind_is_known", sql`kind in ('attuned_moment', 'note')`)
      .addCheckConstraint("moment_version_layer_is_known", sql`layer in ('practitioner_client', 'client_child')`)
      .addCheckConstraint("moment_version_sharing_is_known", sql`sharing in ('shared', 'private')`)
      .addCheckConstraint("moment_version_attuned_names_principle", sql`kind <> 'attuned_moment' or principle is not null`)
      .addCheckConstraint("moment_version_ends_after_start", sql`ends_ms is null or (starts_ms is not null and ends_ms >= starts_ms)`)
      .addCheckConstraint("moment_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("moment_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .execute();
    await db.schema
      .createTable("feedback")
      .addColumn("submission_id", "text", (c) => c.notNull())
      .addColumn("working_point", "text")
      .addColumn("next_step", "text")
      .addColumn("is_sent", "integer", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("feedback_pk", ["submission_id", "version"])
      .addForeignKeyConstraint("feedback_submission_id_exists", ["submission_id"], "submission", ["id"])
      .addForeignKeyConstraint("feedback_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("feedback_is_sent_is_flag", sql`is_sent in (0, 1)`)
      .execute();
    await db.schema
      .createTable("reply")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("submission_id", "text", (c) => c.notNull())
      .addColumn("moment_id", "text")
      .addColumn("author_id", "text", (c) => c.notNull())
      .addColumn("text", "text", (c) => c.notNull())
      .addColumn("request_id", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("reply_pk", ["id"])
      .addUniqueConstraint("reply_author_id_request_id_once", ["author_id", "request_id"])
      .addForeignKeyConstraint("reply_submission_id_exists", ["submission_id"], "submission", ["id"])
      .addForeignKeyConstraint("reply_moment_id_exists", ["moment_id"], "moment", ["id"])
      .addForeignKeyConstraint("reply_author_id_exists", ["author_id"], "person", ["id"])
      .execute();
    await db.schema.createIndex("reply_by_submission_id").on("reply").columns(["submission_id"]).execute();
    await db.schema
      .createTable("skills_record")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("stage", "integer", (c) => c.notNull())
      .addColumn("rater_id", "text", (c) => c.notNull())
      .addColumn("rater_part", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("skills_record_pk", ["id"])
      .addUniqueConstraint("skills_record_trainee_id_stage_rater_id_once", ["trainee_id", "stage", "rater_id"])
      .addForeignKeyConstraint("skills_record_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("skills_record_rater_id_exists", ["rater_id"], "person", ["id"])
      .addCheckConstraint("skills_record_stage_is_known", sql`stage between 1 and 3`)
      .addCheckConstraint("skills_record_rater_part_is_known", sql`rater_part in ('trainee', 'supervisor')`)
      .execute();
    await db.schema
      .createTable("skills_record_version")
      .addColumn("record_id", "text", (c) => c.notNull())
      .addColumn("scale", "text", (c) => c.notNull())
      .addColumn("submission_id", "text")
      .addColumn("ratings", "text", (c) => c.notNull())
      .addColumn("strengths", "text")
      .addColumn("working_point", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("skills_record_version_pk", ["record_id", "version"])
      .addForeignKeyConstraint("skills_record_version_record_id_exists", ["record_id"], "skills_record", ["id"])
      .addForeignKeyConstraint("skills_record_version_submission_id_exists", ["submission_id"], "submission", ["id"])
      .addForeignKeyConstraint("skills_record_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .execute();
    await currentView(db, "current_submission_step", "submission_step", "submission_id", "number");
    await currentView(db, "current_moment", "moment_version", "moment_id");
    await currentView(db, "current_feedback", "feedback", "submission_id");
    await currentView(db, "current_skills_record", "skills_record_version", "record_id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_skills_record", "current_feedback", "current_moment", "current_submission_step"]) await db.schema.dropView(view).execute();
    for (const table of ["skills_record_version", "skills_record", "reply", "feedback", "moment_version", "moment", "submission_step", "submission"]) await db.schema.dropTable(table).execute();
  },
};
