import { hash, verify } from "@node-rs/argon2";

import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Reader, Trx } from "#db/database.server.ts";

/** Argon2id as OWASP's Password Storage Cheat Sheet advises: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummy: Promise<string> | undefined;

/** The password as it is stored: Argon2id with its parameters and salt. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2);
}

/** True where the password is the stored one. Without a stored one it takes as long and says no. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  dummy ??= hash(newId(), ARGON2);
  const against = stored ?? await dummy;
  const isRight = await verify(against, password.normalize("NFKC"));
  return isRight && stored !== undefined;
}

/** The stored hash of somebody's password; undefined where none was set yet. */
export async function findPasswordHash(db: Reader, personId: string): Promise<string | undefined> {
  const row = await db.selectFrom("password_credential").select("password_hash").where("person_id", "=", personId).executeTakeFirst();
  return row?.password_hash;
}

/** Sets somebody's password to one already hashed. */
export async function storePassword(trx: Trx, personId: string, passwordHash: string, now: Date): Promise<void> {
  const set = { password_hash: passwordHash, changed_at: instantOf(now) };
  await trx.insertInto("password_credential").values({ person_id: personId, ...set })
    .onConflict((c) => c.column("person_id").doUpdateSet(set)).execute();
}
