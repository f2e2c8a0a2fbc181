import { type Kysely, sql } from "kysely";

/** The highest version of each is the one in force. */
async function currentView(db: Kysely<unknown>, view: string, table: string, key: string, version = "version"): Promise<void> {
  const [name, from, id, number] = [sql.table(view), sql.table(table), sql.ref(key), version];
  await sql`create view ${name} as select v.* from ${from} as v
    where v.${sql.ref(number)} = (select max(m.${sql.ref(number)}) from ${from} as m where m.${id} = v.${id})`.execute(db);
}

export const accreditation = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("sign_off_request")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("stage", "integer", (c) => c.notNull())
      .addColumn("round", "integer", (c) => c.notNull())
      .addColumn("record_version", "integer", (c) => c.notNull())
      .addColumn("evidence_hash", "text", (c) => c.notNull())
      .addColumn("asked_by", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("sign_off_request_pk", ["id"])
      .addUniqueConstraint("sign_off_request_trainee_id_stage_round_once", ["trainee_id", "stage", "round"])
      .addForeignKeyConstraint("sign_off_request_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("sign_off_request_asked_by_exists", ["asked_by"], "person", ["id"])
      .addCheckConstraint("sign_off_request_stage_is_known", sql`stage between 1 and 3`)
      .addCheckConstraint("sign_off_request_asked_by_trainee", sql`asked_by = trainee_id`)
      .execute();
    await db.schema
      .createTable("sign_off_withdrawal")
      .addColumn("request_id", "text", (c) => c.notNull())
      .addColumn("withdrawn_by", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("sign_off_withdrawal_pk", ["request_id"])
      .addForeignKeyConstraint("sign_off_withdrawal_request_id_exists", ["request_id"], "sign_off_request", ["id"])
      .addForeignKeyConstraint("sign_off_withdrawal_withdrawn_by_exists", ["withdrawn_by"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("sign_off_decision")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("request_id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("stage", "integer", (c) => c.notNull())
      .addColumn("part", "text", (c) => c.notNull())
      .addColumn("outcome", "text", (c) => c.notNull())
      .addColumn("statement", "text", (c) => c.notNull())
      .addColumn("actions", "text")
      .addColumn("decided_by", "text", (c) => c.notNull())
      .addColumn("decided_on", "text", (c) => c.notNull())
      .addColumn("record_version", "integer", (c) => c.notNull())
      .addColumn("evidence_hash", "text", (c) => c.notNull())
      .addColumn("pack", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("sign_off_decision_pk", ["id"])
      .addUniqueConstraint("sign_off_decision_request_id_part_once", ["request_id", "part"])
      .addForeignKeyConstraint("sign_off_decision_request_id_exists", ["request_id"], "sign_off_request", ["id"])
      .addForeignKeyConstraint("sign_off_decision_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("sign_off_decision_decided_by_exists", ["decided_by"], "person", ["id"])
      .addCheckConstraint("sign_off_decision_stage_is_known", sql`stage between 1 and 3`)
      .addCheckConstraint("sign_off_decision_part_is_known", sql`part in ('recommendation', 'decision')`)
      .addCheckConstraint("sign_off_decision_outcome_is_known", sql`outcome in ('recommended', 'signed', 'accredited', 'not_yet')`)
      .addCheckConstraint("sign_off_decision_outcome_fits_part", sql`(part = 'recommendation') = (outcome = 'recommended')`)
      .addCheckConstraint("sign_off_decision_accredits_last_stage", sql`outcome <> 'accredited' or stage = 3`)
      .addCheckConstraint("sign_off_decision_not_yet_has_actions", sql`outcome <> 'not_yet' or actions is not null`)
      .addCheckConstraint("sign_off_decision_decided_by_another", sql`decided_by <> trainee_id`)
      .execute();
    await db.schema.createIndex("sign_off_decision_by_trainee_id").on("sign_off_decision").columns(["trainee_id"]).execute();
    await db.schema.createIndex("sign_off_decision_by_decided_by").on("sign_off_decision").columns(["decided_by"]).execute();
    await db.schema
      .createTable("reviewer_assignment")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("trainee_id", "text", (c) => c.notNull())
      .addColumn("stage", "integer", (c) => c.notNull())
      .addColumn("reviewer_id", "text", (c) => c.notNull())
      .addColumn("starts_on", "text", (c) => c.notNull())
      .addColumn("ends_on", "text")
      .addColumn("version", "integer", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addColumn("recorded_by", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("reviewer_assignment_pk", ["id", "version"])
      .addForeignKeyConstraint("reviewer_assignment_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .addForeignKeyConstraint("reviewer_assignment_reviewer_id_exists", ["reviewer_id"], "person", ["id"])
      .addForeignKeyConstraint("reviewer_assignment_recorded_by_exists", ["recorded_by"], "person", ["id"])
      .addCheckConstraint("reviewer_assignment_stage_is_known", sql`stage between 1 and 3`)
      .addCheckConstraint("reviewer_assignment_reviewer_is_another", sql`reviewer_id <> trainee_id`)
      .addCheckConstraint("reviewer_assignment_ends_after_start", sql`ends_on is null or ends_on >= starts_on`)
      .execute();
    await db.schema.createIndex("reviewer_assignment_by_trainee_id").on("reviewer_assignment").columns(["trainee_id"]).execute();
    await db.schema.createIndex("reviewer_assignment_by_reviewer_id").on("reviewer_assignment").columns(["reviewer_id"]).execute();
    await currentView(db, "current_reviewer_assignment", "reviewer_assignment", "id");
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const view of ["current_reviewer_assignment"]) await db.schema.dropView(view).execute();
    for (const table of ["reviewer_assignment", "sign_off_decision", "sign_off_withdrawal", "sign_off_request"]) await db.schema.dropTable(table).execute();
  },
};
