import { instantOf } from "#app/platform/clock.ts";
import { newId, randomText } from "#app/platform/ids.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import type { Reader, Trx } from "#db/database.server.ts";

const RECOVERY_CODES = 10;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const HALF_LENGTH = 5;

// The alphabet has no o, i, l: who writes them down as letters means the figures.
function normalised(code: string): string {
  return code.toLowerCase().replace(/o/g, "0").replace(/[il]/g, "1").replace(/[^0-9a-z]/g, "");
}

function hashOf(keyring: Keyring, personId: string, code: string): string {
  return keyring.fingerprint("recovery_code", `${personId}\n${normalised(code)}`);
}

/** Replaces a person's recovery codes. Returns the new ones, to be shown once; only their fingerprints are stored. */
export async function writeRecoveryCodes(trx: Trx, keyring: Keyring, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => `${randomText(ALPHABET, HALF_LENGTH)}-${randomText(ALPHABET, HALF_LENGTH)}`);
  await trx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  await trx.insertInto("recovery_code")
    .values(codes.map((code) => ({ id: newId(), person_id: personId, code_hash: hashOf(keyring, personId, code), used_at: null }))).execute();
  return codes;
}

/** Spends a recovery code. False where it is none of theirs, or was used before. */
export async function spendRecoveryCode(trx: Trx, keyring: Keyring, personId: string, code: string, now: Date): Promise<boolean> {
  const spent = await trx.updateTable("recovery_code").set({ used_at: instantOf(now) })
    .where("person_id", "=", personId).where("code_hash", "=", hashOf(keyring, personId, code)).where("used_at", "is", null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** How many of a person's recovery codes are left. */
export async function countRecoveryCodes(db: Reader, personId: string): Promise<number> {
  const rows = await db.selectFrom("recovery_code").select("id").where("person_id", "=", personId).where("used_at", "is", null).execute();
  return rows.length;
}
