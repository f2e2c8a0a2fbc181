import { type Kysely, sql } from "kysely";

/** A view of `v.*` knows only the columns of the day on which it was made. */
async function remakeView(db: Kysely<unknown>, change: () => Promise<void>): Promise<void> {
  await db.schema.dropView("current_enrolment").execute();
  await change();
  await sql`create view current_enrolment as select v.* from enrolment as v
    where v.version = (select max(m.version) from enrolment as m where m.id = v.id)`.execute(db);
}

export const workingTime = {
  async up(db: Kysely<unknown>): Promise<void> {
    await remakeView(db, () => db.schema.alterTable("enrolment").addColumn("shares", "text").execute());
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await remakeView(db, () => db.schema.alterTable("enrolment").dropColumn("shares").execute());
  },
};
