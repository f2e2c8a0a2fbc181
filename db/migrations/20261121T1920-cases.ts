import { type Kysely, sql } from "kysely";

/** The columns that a case and a cycle gained; every one may stay empty. */
const COLUMNS = {
  client_version: [
    "setting text constraint client_version_setting_is_known check (setting in ('home', 'clinic', 'nursery_or_school', 'hospital', 'community', 'online'))",
    "relation text constraint client_version_relation_is_known check (relation in ('parent', 'grandparent', 'kinship_carer', 'foster_or_adoptive', 'professional', 'other'))",
    "helping_question text",
    ...[1, 2, 3].flatMap((n) => [
      `goal_${String(n)} text`,
      `goal_${String(n)}_at_start integer constraint client_version_goal_${String(n)}_in_scale check (goal_${String(n)}_at_start between 0 and 10)`,
    ]),
    "measured_in_dcs integer constraint client_version_measured_in_dcs_is_flag check (measured_in_dcs in (0, 1))",
    "next_steps text",
    "closed_because text constraint client_version_closed_because_is_known check (closed_because in ('work_done', 'family_stopped', 'moved_away', 'handed_over', 'other'))",
    "copies text constraint client_version_copies_is_known check (copies in ('given', 'none_wanted', 'not_yet'))",
    "originals text constraint client_version_originals_is_known check (originals in ('gone', 'not_yet'))",
    "reopened_on text",
  ],
  cycle_version: [
    "filmed_roles text",
    "review_filmed integer constraint cycle_version_review_filmed_is_flag check (review_filmed in (0, 1))",
    "goal_2_rating integer constraint cycle_version_goal_2_rating_in_scale check (goal_2_rating between 0 and 10)",
    "goal_3_rating integer constraint cycle_version_goal_3_rating_in_scale check (goal_3_rating between 0 and 10)",
    "attuned_moments text",
  ],
} as const;

const VIEWS = [["current_client", "client_version", "client_id"], ["current_cycle", "cycle_version", "entry_id"]] as const;

// A view keeps the columns that its table had when it was made.
async function viewsAnew(db: Kysely<unknown>, change: () => Promise<void>): Promise<void> {
  for (const [view] of VIEWS) await db.schema.dropView(view).execute();
  await change();
  for (const [view, table, key] of VIEWS) {
    const [name, from, id] = [sql.table(view), sql.table(table), sql.ref(key)];
    await sql`create view ${name} as select v.* from ${from} as v
      where v.version = (select max(m.version) from ${from} as m where m.${id} = v.${id})`.execute(db);
  }
}

async function addTables(db: Kysely<unknown>): Promise<void> {
  await db.schema.createTable("supervision_cycle")
    .addColumn("entry_id", "text", (c) => c.notNull()).addColumn("version", "integer", (c) => c.notNull()).addColumn("cycle_id", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("supervision_cycle_pk", ["entry_id", "version", "cycle_id"])
    .addForeignKeyConstraint("supervision_cycle_entry_id_exists", ["entry_id", "version"], "supervision_version", ["entry_id", "version"])
    .addForeignKeyConstraint("supervision_cycle_cycle_id_exists", ["cycle_id"], "entry", ["id"])
    .execute();
  await db.schema.createIndex("supervision_cycle_by_cycle_id").on("supervision_cycle").columns(["cycle_id"]).execute();
  await db.schema.createTable("cycle_reflection")
    .addColumn("entry_id", "text", (c) => c.notNull()).addColumn("version", "integer", (c) => c.notNull()).addColumn("reflection", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("cycle_reflection_pk", ["entry_id", "version"])
    .addForeignKeyConstraint("cycle_reflection_entry_id_exists", ["entry_id", "version"], "cycle_version", ["entry_id", "version"])
    .execute();
}

export const cases = {
  async up(db: Kysely<unknown>): Promise<void> {
    await viewsAnew(db, async () => {
      for (const [table, columns] of Object.entries(COLUMNS)) {
        for (const column of columns) await sql`alter table ${sql.table(table)} add column ${sql.raw(column)}`.execute(db);
      }
    });
    await addTables(db);
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const table of ["cycle_reflection", "supervision_cycle"]) await db.schema.dropTable(table).execute();
    await viewsAnew(db, async () => {
      for (const [table, columns] of Object.entries(COLUMNS)) {
        for (const column of columns) await db.schema.alterTable(table).dropColumn(column.split(" ")[0] ?? "").execute();
      }
    });
  },
};
