import type { Kysely } from "kysely";

export const requestPack = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("sign_off_request").addColumn("pack", "text").execute();
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("sign_off_request").dropColumn("pack").execute();
  },
};
