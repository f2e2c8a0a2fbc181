import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string, version = "version"): Promise<void> {
  const [name, from, id, number] = [sql.table(view), sql.table(table), sql.ref(key), version];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.${sql.ref(number)} = (select max(m.${sql.ref(number)}) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const clips = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("clip_upload")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("client_id", "text", (c) => c.notNull())
      .addColumn("bytes", "integer", (c) => c.notNull())
      .addColumn("consent_ids", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .addColumn("finished_at", "text")
      .addPrimaryKeyConstraint("clip_upload_pk", ["id"])
      .addForeignKeyConstraint("clip_upload_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("clip_upload_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("clip_upload_client_id_exists", ["client_id"], "client", ["id"])
      .addCheckConstraint("clip_upload_bytes_is_positive", sql`bytes > 0`)
      .execute();
    await db.schema.createIndex("clip_upload_by_trainee_id").on("clip_upload").columns(["trainee_id"]).execute();
    await db.schema.createIndex("clip_upload_by_expires_at").on("clip_upload").columns(["expires_at"]).execute();
    await db.schema
      .createTable("clip")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("entry_id", "text", (c) => c.notNull())
      .addColumn("client_id", "text", (c) => c.notNull())
      .addColumn("media_type", "text", (c) => c.notNull())
      .addColumn("bytes", "integer", (c) => c.notNull())
      .addColumn("duration_ms", "integer", (c) => c.notNull())
      .addColumn("width", "integer", (c) => c.notNull())
      .addColumn("height", "integer", (c) => c.notNull())
      .addColumn("has_sound", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("clip_pk", ["id"])
      .addForeignKeyConstraint("clip_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("clip_entry_id_exists", ["entry_id"], "entry", ["id"])
      .addForeignKeyConstraint("clip_client_id_exists", ["client_id"], "client", ["id"])
      .addForeignKeyConstraint("clip_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("clip_bytes_is_positive", sql`bytes > 0`)
      .addCheckConstraint("clip_duration_is_positive", sql`duration_ms > 0`)
      .addCheckConstraint("clip_has_sound_is_flag", sql`has_sound in (0, 1)`)
      .execute();
    await db.schema.createIndex("clip_by_trainee_id").on("clip").columns(["trainee_id"]).execute();
    await db.schema.createIndex("clip_by_client_id").on("clip").columns(["client_id"]).execute();
    await db.schema
      .createTable("clip_consent")
      .addColumn("clip_id", "text", (c) => c.notNull())
      .addColumn("consent_id", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("clip_consent_pk", ["clip_id", "consent_id"])
      .addForeignKeyConstraint("clip_consent_clip_id_exists", ["clip_id"], "clip", ["id"])
      .addForeignKeyConstraint("clip_consent_consent_id_exists", ["consent_id"], "consent", ["id"])
      .execute();
    await db.schema.createIndex("clip_consent_by_consent_id").on("clip_consent").columns(["consent_id"]).execute();
    await db.schema
      .createTable("clip_grant")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("clip_id", "text", (c) => c.notNull())
      .addColumn("person_id", "text")
      .addColumn("purpose", "text", (c) => c.notNull())
      .addColumn("starts_at", "text", (c) => c.notNull())
      .addColumn("ends_at", "text")
      .addColumn("reason", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("clip_grant_pk", ["id", "version"])
      .addForeignKeyConstraint("clip_grant_clip_id_exists", ["clip_id"], "clip", ["id"])
      .addForeignKeyConstraint("clip_grant_person_id_exists", ["person_id"], "person", ["id"])
      .addForeignKeyConstraint("clip_grant_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("clip_grant_purpose_is_known", sql`purpose in ('own_supervisor', 'peers', 'independent_reviewer')`)
      .addCheckConstraint("clip_grant_person_is_named", sql`purpose = 'own_supervisor' or person_id is not null`)
      .addCheckConstraint("clip_grant_ends_after_start", sql`ends_at is null or ends_at >= starts_at`)
      .addCheckConstraint("clip_grant_reason_is_known", sql`reason in ('submitted', 'stage_review')`)
      .execute();
    await db.schema.createIndex("clip_grant_by_clip_id").on("clip_grant").columns(["clip_id"]).execute();
    await db.schema.createIndex("clip_grant_by_person_id").on("clip_grant").columns(["person_id"]).execute();
    await db.schema
      .createTable("clip_erasure")
      .addColumn("clip_id", "text", (c) => c.notNull())
      .addColumn("receipt", "text", (c) => c.notNull())
      .addColumn("because", "text", (c) => c.notNull())
      .addColumn("asked_by", "text")
      .addColumn("asked_at", "text", (c) => c.notNull())
      .addColumn("key_destroyed_at", "text")
      .addColumn("bytes_removed_at", "text")
      .addPrimaryKeyConstraint("clip_erasure_pk", ["clip_id"])
      .addUniqueConstraint("clip_erasure_receipt_once", ["receipt"])
      .addForeignKeyConstraint("clip_erasure_clip_id_exists", ["clip_id"], "clip", ["id"])
      .addForeignKeyConstraint("clip_erasure_asked_by_exists", ["asked_by"], "person", ["id"])
      .addCheckConstraint("clip_erasure_because_is_known", sql`because in ('owner', 'consent_withdrawn', 'case_closed', 'stage_decided', 'kept_long_enough', 'never_submitted')`)
      .addCheckConstraint("clip_erasure_key_goes_first", sql`bytes_removed_at is null or key_destroyed_at is not null`)
      .execute();
    await db.schema.createIndex("clip_erasure_by_bytes_removed_at").on("clip_erasure").columns(["bytes_removed_at"]).execute();
    await currentView(db, "current_clip_grant", "clip_grant", "id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_clip_grant"]) await db.schema.dropView(view).execute();
    for (const table of ["clip_erasure", "clip_grant", "clip_consent", "clip", "clip_upload"]) await db.schema.dropTable(table).execute();
  },
};
