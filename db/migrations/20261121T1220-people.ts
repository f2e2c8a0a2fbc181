import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string): Promise<void> {
  const [name, from, id] = [sql.table(view), sql.table(table), sql.ref(key)];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.version = (select max(m.version) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const people = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("person")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("email", "text")
      .addColumn("email_key", "text")
      .addColumn("is_external", "integer", (c) => c.notNull())
      .addColumn("verified_on", "text")
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("person_pk", ["id"])
      .addUniqueConstraint("person_email_key_once", ["email_key"])
      .addCheckConstraint("person_is_external_is_flag", sql`is_external in (0, 1)`)
      .addCheckConstraint("person_verified_on_is_day", sql`verified_on is null or length(verified_on) = 10`)
      .execute();
    await db.schema
      .createTable("password_credential")
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("password_hash", "text", (c) => c.notNull())
      .addColumn("changed_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("password_credential_pk", ["person_id"])
      .addForeignKeyConstraint("password_credential_person_id_exists", ["person_id"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("session")
      .addColumn("id_hash", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("second_factor_at", "text")
      .addColumn("reauthenticated_at", "text")
      .addPrimaryKeyConstraint("session_pk", ["id_hash"])
      .addForeignKeyConstraint("session_person_id_exists", ["person_id"], "person", ["id"])
      .execute();
    await db.schema.createIndex("session_by_person_id").on("session").columns(["person_id"]).execute();
    await db.schema.createIndex("session_by_expires_at").on("session").columns(["expires_at"]).execute();
    await db.schema
      .createTable("password_reset")
      .addColumn("token_hash", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("expires_at", "text", (c) => c.notNull())
      .addColumn("used_at", "text")
      .addPrimaryKeyConstraint("password_reset_pk", ["token_hash"])
      .addForeignKeyConstraint("password_reset_person_id_exists", ["person_id"], "person", ["id"])
      .execute();
    await db.schema.createIndex("password_reset_by_person_id").on("password_reset").columns(["person_id"]).execute();
    await db.schema
      .createTable("totp_credential")
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("sealed_secret", "text", (c) => c.notNull())
      .addColumn("created_at", "text", (c) => c.notNull())
      .addColumn("confirmed_at", "text")
      .addColumn("last_used_step", "integer")
      .addPrimaryKeyConstraint("totp_credential_pk", ["person_id"])
      .addForeignKeyConstraint("totp_credential_person_id_exists", ["person_id"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("recovery_code")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("code_hash", "text", (c) => c.notNull())
      .addColumn("used_at", "text")
      .addPrimaryKeyConstraint("recovery_code_pk", ["id"])
      .addUniqueConstraint("recovery_code_person_id_code_hash_once", ["person_id", "code_hash"])
      .addForeignKeyConstraint("recovery_code_person_id_exists", ["person_id"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("sign_in_throttle")
      .addColumn("key", "text", (c) => c.notNull())
      .addColumn("failures", "integer", (c) => c.notNull())
      .addColumn("window_started_at", "text", (c) => c.notNull())
      .addColumn("last_failure_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("sign_in_throttle_pk", ["key"])
      .execute();
    await db.schema
      .createTable("role_grant")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("programme_id", "text", (c) => c.notNull())
      .addColumn("role", "text", (c) => c.notNull())
      .addColumn("is_independent_reviewer", "integer", (c) => c.notNull())
      .addColumn("starts_on", "text", (c) => c.notNull())
      .addColumn("ends_on", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addPrimaryKeyConstraint("role_grant_pk", ["id", "version"])
      .addForeignKeyConstraint("role_grant_person_id_exists", ["person_id"], "person", ["id"])
      .addForeignKeyConstraint("role_grant_programme_id_exists", ["programme_id"], "programme", ["id"])
      .addForeignKeyConstraint("role_grant_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("role_grant_role_is_known", sql`role in ('trainee', 'supervisor', 'lead', 'administrator')`)
      .addCheckConstraint("role_grant_is_independent_reviewer_is_flag", sql`is_independent_reviewer in (0, 1)`)
      .addCheckConstraint("role_grant_ends_after_start", sql`ends_on is null or ends_on >= starts_on`)
      .execute();
    await db.schema.createIndex("role_grant_by_person_id").on("role_grant").columns(["person_id"]).execute();
    await db.schema
      .createTable("supervisor_accreditation")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("standing", "text", (c) => c.notNull())
      .addColumn("accredited_from", "text", (c) => c.notNull())
      .addColumn("accredited_to", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addPrimaryKeyConstraint("supervisor_accreditation_pk", ["id", "version"])
      .addForeignKeyConstraint("supervisor_accreditation_person_id_exists", ["person_id"], "person", ["id"])
      .addForeignKeyConstraint("supervisor_accreditation_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("supervisor_accreditation_standing_is_known", sql`standing in ('accredited', 'in_training')`)
      .addCheckConstraint("supervisor_accreditation_ends_after_start", sql`accredited_to is null or accredited_to >= accredited_from`)
      .execute();
    await db.schema.createIndex("supervisor_accreditation_by_person_id").on("supervisor_accreditation").columns(["person_id"]).execute();
    await db.schema
      .createTable("supervisor_assignment")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("supervisor_id", "text", (c) => c.notNull())
      .addColumn("starts_on", "text", (c) => c.notNull())
      .addColumn("ends_on", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addPrimaryKeyConstraint("supervisor_assignment_pk", ["id", "version"])
      .addForeignKeyConstraint("supervisor_assignment_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("supervisor_assignment_supervisor_id_exists", ["supervisor_id"], "person", ["id"])
      .addForeignKeyConstraint("supervisor_assignment_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("supervisor_assignment_of_another", sql`trainee_id <> supervisor_id`)
      .addCheckConstraint("supervisor_assignment_ends_after_start", sql`ends_on is null or ends_on >= starts_on`)
      .execute();
    await db.schema.createIndex("supervisor_assignment_by_trainee_id").on("supervisor_assignment").columns(["trainee_id"]).execute();
    await db.schema.createIndex("supervisor_assignment_by_supervisor_id").on("supervisor_assignment").columns(["supervisor_id"]).execute();
    await db.schema
      .createTable("cohort_membership")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("cohort_id", "text", (c) => c.notNull())
      .addColumn("board_code", "text", (c) => c.notNull())
      .addColumn("sector", "text", (c) => c.notNull())
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text")
      .addPrimaryKeyConstraint("cohort_membership_pk", ["id", "version"])
      .addForeignKeyConstraint("cohort_membership_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("cohort_membership_cohort_id_exists", ["cohort_id"], "cohort", ["id"])
      .addForeignKeyConstraint("cohort_membership_board_code_exists", ["board_code"], "board", ["code"])
      .addForeignKeyConstraint("cohort_membership_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("cohort_membership_sector_is_known", sql`sector in ('nhs', 'council', 'third_sector')`)
      .execute();
    await db.schema.createIndex("cohort_membership_by_trainee_id").on("cohort_membership").columns(["trainee_id"]).execute();
    await currentView(db, "current_role_grant", "role_grant", "id");
    await currentView(db, "current_supervisor_accreditation", "supervisor_accreditation", "id");
    await currentView(db, "current_supervisor_assignment", "supervisor_assignment", "id");
    await currentView(db, "current_cohort_membership", "cohort_membership", "id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_cohort_membership", "current_supervisor_assignment", "current_supervisor_accreditation", "current_role_grant"]) await db.schema.dropView(view).execute();
    for (const table of ["cohort_membership", "supervisor_assignment", "supervisor_accreditation", "role_grant", "sign_in_throttle", "recovery_code", "totp_credential", "password_reset", "session", "password_credential", "person"]) await db.schema.dropTable(table).execute();
  },
};
