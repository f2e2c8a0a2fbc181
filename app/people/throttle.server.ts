import { instantOf } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import type { Trx } from "#db/database.server.ts";

import { forgottenAt, type Limit, LIMITS, networkOf, type Tried, waitSeconds } from "./throttle.ts";

/** Too many tries: heard again after so many whole seconds. */
export interface TooMany {
  readonly ok: false;
  readonly code: "too_many_tries";
  readonly waitSeconds: number;
}

/** The account (an e-mail key or a person's id) and address a try is counted against. Neither is stored readably. */
export interface TryOf {
  readonly what: Tried;
  readonly account: string;
  readonly address: string;
}

type Keys = Readonly<Record<keyof typeof LIMITS[Tried], string>>;

function keysOf(keyring: Keyring, { what, account, address }: TryOf): Keys {
  const keyFor = (...parts: readonly string[]): string => keyring.fingerprint("throttle", JSON.stringify([what, ...parts]));
  const network = networkOf(address);
  return { together: keyFor("together", account, network), account: keyFor("account", account), address: keyFor("address", network) };
}

async function waitFor(trx: Trx, key: string, limit: Limit, now: Date): Promise<number> {
  const row = await trx.selectFrom("sign_in_throttle").select(["failures", "window_started_at", "last_failure_at"])
    .where("key", "=", key).executeTakeFirst();
  return waitSeconds(row && { failures: row.failures, windowStartedAt: row.window_started_at, lastFailureAt: row.last_failure_at }, limit, now);
}

async function count(trx: Trx, key: string, now: Date, isHeard: boolean): Promise<void> {
  const at = instantOf(now);
  await trx.deleteFrom("sign_in_throttle").where("key", "=", key).where("window_started_at", "<=", forgottenAt(now)).execute();
  await trx.insertInto("sign_in_throttle").values({ key, failures: 1, window_started_at: at, last_failure_at: at })
    .onConflict((c) => c.column("key").doUpdateSet((eb) => ({
      failures: eb("sign_in_throttle.failures", "+", 1), ...(isHeard ? { last_failure_at: at } : {}),
    }))).execute();
}

/**
 * Counts a try as failed before it is made, so that many at once cannot all slip through; null means go on, and
 * `forgive` takes it back when it succeeds. Too early a try is answered with the wait, and counts against its address
 * only: whoever hammers slows down themself, never the account's owner elsewhere.
 */
export async function takeTry(context: Pick<AppContext, "database" | "keyring" | "clock">, tryOf: TryOf): Promise<TooMany | null> {
  const now = context.clock();
  const keys = keysOf(context.keyring, tryOf);
  const limits = LIMITS[tryOf.what];
  return context.database.inTransaction(async (trx) => {
    const wait = Math.max(
      await waitFor(trx, keys.together, limits.together, now), await waitFor(trx, keys.account, limits.account, now), await waitFor(trx, keys.address, limits.address, now));
    if (wait === 0) {
      await count(trx, keys.together, now, true);
      await count(trx, keys.account, now, true);
    }
    await count(trx, keys.address, now, wait === 0);
    return wait > 0 ? { ok: false, code: "too_many_tries", waitSeconds: wait } : null;
  });
}

/** After a success: the account starts anew at its own address; account and address get back the one try, so that guessing elsewhere goes on being counted. */
export async function forgive(trx: Trx, keyring: Keyring, tryOf: TryOf): Promise<void> {
  const keys = keysOf(keyring, tryOf);
  await forgiveHere(trx, keyring, tryOf);
  await trx.updateTable("sign_in_throttle").set((eb) => ({ failures: eb("failures", "-", 1) }))
    .where("key", "in", [keys.account, keys.address]).where("failures", ">", 0).execute();
}

/** After a proof that took no try: the account starts anew at that address, and nothing else is taken back. */
export async function forgiveHere(trx: Trx, keyring: Keyring, tryOf: TryOf): Promise<void> {
  await trx.deleteFrom("sign_in_throttle").where("key", "=", keysOf(keyring, tryOf).together).execute();
}

/** Clears away counts whose window is over. */
export async function forgetOldTries(trx: Trx, now: Date): Promise<void> {
  await trx.deleteFrom("sign_in_throttle").where("window_started_at", "<=", forgottenAt(now)).execute();
}
