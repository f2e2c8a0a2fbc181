import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string, version = "version"): Promise<void> {
  const [name, from, id, number] = [sql.table(view), sql.table(table), sql.ref(key), version];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.${sql.ref(number)} = (select max(m.${sql.ref(number)}) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const consent = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("consent")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("client_id", "text", (c) => c.notNull())
      .addColumn("filmed_role", "text", (c) => c.notNull())
      .addColumn("request_id", "text")
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("consent_pk", ["id"])
      .addUniqueConstraint("consent_trainee_id_request_id_once", ["trainee_id", "request_id"])
      .addForeignKeyConstraint("consent_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("consent_client_id_exists", ["client_id"], "client", ["id"])
      .addForeignKeyConstraint("consent_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("consent_filmed_role_is_known", sql`filmed_role in ('client', 'child', 'other_child', 'other_adult', 'professional')`)
      .execute();
    await db.schema.createIndex("consent_by_client_id").on("consent").columns(["client_id"]).execute();
    await db.schema
      .createTable("consent_version")
      .addColumn("consent_id", "text", (c) => c.notNull())
      .addColumn("given_on", "text", (c) => c.notNull())
      .addColumn("given_by", "text", (c) => c.notNull())
      .addColumn("given_how", "text", (c) => c.notNull())
      .addColumn("child_view", "text")
      .addColumn("for_own_supervisor", "integer", (c) => c.notNull())
      .addColumn("for_peers", "integer", (c) => c.notNull())
      .addColumn("for_independent_reviewer", "integer", (c) => c.notNull())
      .addColumn("for_wider_training", "integer", (c) => c.notNull())
      .addColumn("withdrawn_on", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addColumn("voided", "integer", (c) => c.notNull())
      .addColumn("reason", "text")
      .addPrimaryKeyConstraint("consent_version_pk", ["consent_id", "version"])
      .addForeignKeyConstraint("consent_version_consent_id_exists", ["consent_id"], "consent", ["id"])
      .addForeignKeyConstraint("consent_version_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("consent_version_given_on_is_day", sql`length(given_on) = 10`)
      .addCheckConstraint("consent_version_given_by_is_known", sql`given_by in ('self', 'parental_responsibility')`)
      .addCheckConstraint("consent_version_given_how_is_known", sql`given_how in ('signed_form', 'electronic_form', 'spoken_on_film')`)
      .addCheckConstraint("consent_version_child_view_is_known", sql`child_view is null or child_view in ('agrees', 'not_able_to_say')`)
      .addCheckConstraint("consent_version_for_own_supervisor_is_flag", sql`for_own_supervisor in (0, 1)`)
      .addCheckConstraint("consent_version_for_peers_is_flag", sql`for_peers in (0, 1)`)
      .addCheckConstraint("consent_version_for_independent_reviewer_is_flag", sql`for_independent_reviewer in (0, 1)`)
      .addCheckConstraint("consent_version_for_wider_training_is_flag", sql`for_wider_training in (0, 1)`)
      .addCheckConstraint("consent_version_voided_is_flag", sql`voided in (0, 1)`)
      .addCheckConstraint("consent_version_void_has_reason", sql`voided = 0 or reason is not null`)
      .addCheckConstraint("consent_version_withdrawn_after_given", sql`withdrawn_on is null or withdrawn_on >= given_on`)
      .execute();
    await currentView(db, "current_consent", "consent_version", "consent_id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_consent"]) await db.schema.dropView(view).execute();
    for (const table of ["consent_version", "consent"]) await db.schema.dropTable(table).execute();
  },
};
