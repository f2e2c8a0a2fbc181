import { type Kysely, sql } from "kysely";

export const notices = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("notice")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("actor_id", "text")
      .addColumn("trainee_id", "text")
      .addColumn("subjects", "text", (c) => c.notNull())
      .addColumn("recorded_at", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("notice_pk", ["id"])
      .addForeignKeyConstraint("notice_actor_id_exists", ["actor_id"], "person", ["id"])
      .addForeignKeyConstraint("notice_trainee_id_exists", ["trainee_id"], "person", ["id"])
      .execute();
    await db.schema
      .createTable("notice_recipient")
      .addColumn("notice_id", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("seen_at", "text")
      .addPrimaryKeyConstraint("notice_recipient_pk", ["notice_id", "person_id"])
      .addForeignKeyConstraint("notice_recipient_notice_id_exists", ["notice_id"], "notice", ["id"])
      .addForeignKeyConstraint("notice_recipient_person_id_exists", ["person_id"], "person", ["id"])
      .execute();
    await db.schema.createIndex("notice_recipient_by_person_id_seen_at").on("notice_recipient").columns(["person_id", "seen_at"]).execute();
    await db.schema
      .createTable("outbox")
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("notice_id", "text", (c) => c.notNull())
      .addColumn("person_id", "text", (c) => c.notNull())
      .addColumn("channel", "text", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("queued_at", "text", (c) => c.notNull())
      .addColumn("settled_at", "text")
      .addPrimaryKeyConstraint("outbox_pk", ["id"])
      .addUniqueConstraint("outbox_notice_id_person_id_channel_once", ["notice_id", "person_id", "channel"])
      .addForeignKeyConstraint("outbox_notice_id_exists", ["notice_id"], "notice", ["id"])
      .addForeignKeyConstraint("outbox_person_id_exists", ["person_id"], "person", ["id"])
      .addCheckConstraint("outbox_channel_is_known", sql`channel in ('mail')`)
      .addCheckConstraint("outbox_state_is_known", sql`state in ('waiting', 'sent', 'dropped')`)
      .addCheckConstraint("outbox_settled_with_state", sql`(state = 'waiting') = (settled_at is null)`)
      .execute();
    await db.schema.createIndex("outbox_by_state_queued_at").on("outbox").columns(["state", "queued_at"]).execute();
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ["outbox", "notice_recipient", "notice"]) await db.schema.dropTable(table).execute();
  },
};
