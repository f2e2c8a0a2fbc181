import type { Reader } from "#db/database.server.ts";

/** True where the account has a confirmed second factor. */
export async function hasSecondFactor(db: Reader, personId: string): Promise<boolean> {
  const row = await db.selectFrom("totp_credential").select("person_id")
    .where("person_id", "=", personId).where("confirmed_at", "is not", null).executeTakeFirst();
  return row !== undefined;
}
