import { instantOf } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import type { Trx } from "#db/database.server.ts";

import { ACCOUNT_FREE_TRIES, ADDRESS_FREE_TRIES, forgottenAt, waitSeconds } from "./throttle.ts";

/** What is tried: each has counts of its own. */
export type Tried = "sign_in" | "reset" | "code" | "password";

/** Too many tries: heard again after so many whole seconds. */
export interface TooMany {
  readonly ok: false;
  readonly code: "too_many_tries";
  readonly waitSeconds: number;
}

interface Counted {
  readonly key: string;
  readonly freeTries: number;
}

/** The account (an e-mail key or a person's id) and address a try is counted against. Neither is stored readably. */
export interface TryOf {
  readonly what: Tried;
  readonly account: string;
  readonly address: string;
}

function keysOf(keyring: Keyring, { what, account, address }: TryOf): { account: Counted; address: Counted } {
  const keyFor = (kind: string, value: string): string => keyring.fingerprint("throttle", `${what}\n${kind}\n${value}`);
  return {
    account: { key: keyFor("account", account), freeTries: ACCOUNT_FREE_TRIES },
    address: { key: keyFor("address", address), freeTries: ADDRESS_FREE_TRIES },
  };
}

async function waitFor(trx: Trx, { key, freeTries }: Counted, now: Date): Promise<number> {
  const row = await trx.selectFrom("sign_in_throttle").select(["failures", "window_started_at", "last_failure_at"])
    .where("key", "=", key).executeTakeFirst();
  return waitSeconds(row && { failures: row.failures, windowStartedAt: row.window_started_at, lastFailureAt: row.last_failure_at }, freeTries, now);
}

async function count(trx: Trx, key: string, now: Date): Promise<void> {
  const at = instantOf(now);
  await trx.deleteFrom("sign_in_throttle").where("key", "=", key).where("window_started_at", "<=", forgottenAt(now)).execute();
  await trx.insertInto("sign_in_throttle").values({ key, failures: 1, window_started_at: at, last_failure_at: at })
    .onConflict((c) => c.column("key").doUpdateSet((eb) => ({ failures: eb("sign_in_throttle.failures", "+", 1), last_failure_at: at })))
    .execute();
}

/**
 * Counts a try as failed before it is made, so that many at once cannot all slip through; null means go on, and
 * `forgive` takes it back when it succeeds. Too early a try is answered with the wait and not counted.
 */
export async function takeTry(context: Pick<AppContext, "database" | "keyring" | "clock">, tryOf: TryOf): Promise<TooMany | null> {
  const now = context.clock();
  const keys = keysOf(context.keyring, tryOf);
  return context.database.inTransaction(async (trx) => {
    const wait = Math.max(await waitFor(trx, keys.account, now), await waitFor(trx, keys.address, now));
    if (wait > 0) return { ok: false, code: "too_many_tries", waitSeconds: wait };
    await count(trx, keys.account.key, now);
    await count(trx, keys.address.key, now);
    return null;
  });
}

/** After a success: the account starts anew; the address gets back the one try, so that guessing goes on being counted. */
export async function forgive(trx: Trx, keyring: Keyring, tryOf: TryOf): Promise<void> {
  const keys = keysOf(keyring, tryOf);
  await trx.deleteFrom("sign_in_throttle").where("key", "=", keys.account.key).execute();
  await trx.updateTable("sign_in_throttle").set((eb) => ({ failures: eb("failures", "-", 1) }))
    .where("key", "=", keys.address.key).where("failures", ">", 0).execute();
}

/** Clears away counts whose window is over. */
export async function forgetOldTries(trx: Trx, now: Date): Promise<void> {
  await trx.deleteFrom("sign_in_throttle").where("window_started_at", "<=", forgottenAt(now)).execute();
}
