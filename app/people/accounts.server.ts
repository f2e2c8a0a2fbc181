import type { Reader } from "#db/database.server.ts";

import { emailKey } from "./model.ts";

/** Somebody who can sign in. */
export interface Account {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** The account with that e-mail; external people have none, whatever is known of them. */
export async function findAccount(db: Reader, email: string): Promise<Account | undefined> {
  const row = await db.selectFrom("person").select(["id", "name", "email"])
    .where("email_key", "=", emailKey(email)).where("is_external", "=", 0).executeTakeFirst();
  return row?.email ? { personId: row.id, name: row.name, email: row.email } : undefined;
}

/** The account of a person known by id. */
export async function getAccount(db: Reader, personId: string): Promise<Account> {
  const row = await db.selectFrom("person").select(["id", "name", "email"])
    .where("id", "=", personId).where("is_external", "=", 0).executeTakeFirstOrThrow();
  return { personId: row.id, name: row.name, email: row.email ?? "" };
}
