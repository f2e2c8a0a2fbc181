import type { Kysely } from "kysely";

export const clientRequest = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("client").addColumn("request_id", "text").execute();
    await db.schema.createIndex("client_trainee_id_request_id_once").unique().on("client").columns(["trainee_id", "request_id"]).execute();
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await db.schema.dropIndex("client_trainee_id_request_id_once").execute();
    await db.schema.alterTable("client").dropColumn("request_id").execute();
  },
};
