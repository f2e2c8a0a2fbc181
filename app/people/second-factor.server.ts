import { z } from "zod";

import { recordAct } from "#app/audit/writes.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import { logLine } from "#app/platform/log.server.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { findAccount } from "./accounts.server.ts";
import { spendRecoveryCode, writeRecoveryCodes } from "./recovery-codes.server.ts";
import { endAllSessions, markSecondFactor, type Session } from "./sessions.server.ts";
import { forgive, takeTry, type TooMany, type TryOf } from "./throttle.server.ts";
import { acceptedStep, newTotpSecret, type QrCode, qrCodeOf } from "./totp.server.ts";

/** How long the QR code of a set-up may stand on the screen. */
const SET_UP_MINUTES = 30;

const MS_PER_MINUTE = 60_000;

/** What the set-up page shows. `sealed` travels in the form: nothing is stored before a code has been given. */
export interface SetUp {
  readonly secret: string;
  readonly qr: QrCode;
  readonly sealed: string;
}

const sealedSetUp = z.object({ secret: z.string(), at: z.string() });

function setUpOf(keyring: Keyring, personId: string, email: string, secret: string, at: string): SetUp {
  return { secret, qr: qrCodeOf(secret, email), sealed: keyring.seal("totp_set_up", personId, JSON.stringify({ secret, at })) };
}

/** A new second factor to scan, good for half an hour. */
export function beginSetUp(context: Pick<AppContext, "keyring" | "clock">, personId: string, email: string): SetUp {
  return setUpOf(context.keyring, personId, email, newTotpSecret(), instantOf(context.clock()));
}

function openSetUp(keyring: Keyring, personId: string, sealed: string): z.infer<typeof sealedSetUp> | undefined {
  try {
    return sealedSetUp.parse(JSON.parse(keyring.unseal("totp_set_up", personId, sealed)));
  } catch {
    return undefined;
  }
}

/** The set-up that a form carried back, so that a wrong code does not change what was scanned; undefined once too old. */
export function resumeSetUp(context: Pick<AppContext, "keyring" | "clock">, personId: string, email: string, sealed: string): SetUp | undefined {
  const opened = openSetUp(context.keyring, personId, sealed);
  const isLiving = opened !== undefined && context.clock().getTime() - Date.parse(opened.at) < SET_UP_MINUTES * MS_PER_MINUTE;
  return isLiving ? setUpOf(context.keyring, personId, email, opened.secret, opened.at) : undefined;
}

type Confirmed = Result<{ readonly recoveryCodes: readonly string[] }, "wrong_code" | "set_up_too_old" | "already_done">;

async function store(trx: Trx, context: AppContext, session: Session, secret: string, step: number): Promise<Confirmed> {
  const now = context.clock();
  const { personId } = session;
  await trx.insertInto("totp_credential").values({
    person_id: personId, sealed_secret: context.keyring.seal("totp", personId, secret),
    created_at: instantOf(now), confirmed_at: instantOf(now), last_used_step: step,
  }).execute();
  const recoveryCodes = await writeRecoveryCodes(trx, context.keyring, personId);
  await markSecondFactor(trx, session, now);
  await endAllSessions(trx, personId, session);
  await recordAct(trx, { actorId: personId, act: "second_factor.set_up", subjects: { person: personId } }, now);
  return done({ recoveryCodes });
}

/** Stores the second factor once a code proves that the app has it. Returns the recovery codes, shown this once. */
export async function confirmSetUp(
  context: AppContext, session: Session, input: { readonly sealed: string; readonly code: string },
): Promise<Confirmed | TooMany> {
  const tryOf = codeTry(context, session);
  const tooMany = await takeTry(context, tryOf);
  if (tooMany) return tooMany;
  const setUp = resumeSetUp(context, session.personId, "", input.sealed);
  if (!setUp) return refused("set_up_too_old");
  const step = acceptedStep(setUp.secret, input.code, null, context.clock());
  if (step === null) return refused("wrong_code");
  try {
    return await context.database.inTransaction(async (trx) => {
      await forgive(trx, context.keyring, tryOf);
      return store(trx, context, session, setUp.secret, step);
    });
  } catch (error) {
    if (isUniqueViolation(error, "totp_credential", ["person_id"])) return refused("already_done");
    throw error;
  }
}

function codeTry(context: AppContext, session: Session): TryOf {
  return { what: "code", account: session.personId, address: context.address };
}

/** The stored secret; undefined where it was sealed with a key that is gone. The line in the log names nobody. */
function openSecret({ keyring, requestId }: AppContext, personId: string, sealed: string): string | undefined {
  try {
    return keyring.unseal("totp", personId, sealed);
  } catch {
    logLine("error", "second_factor_unreadable", { requestId });
    return undefined;
  }
}

async function spendAppCode(trx: Trx, context: AppContext, personId: string, code: string): Promise<boolean> {
  const row = await trx.selectFrom("totp_credential").select(["sealed_secret", "last_used_step"])
    .where("person_id", "=", personId).where("confirmed_at", "is not", null).executeTakeFirst();
  if (!row) return false;
  const secret = openSecret(context, personId, row.sealed_secret);
  const step = secret === undefined ? null : acceptedStep(secret, code, row.last_used_step, context.clock());
  if (step === null) return false;
  const spent = await trx.updateTable("totp_credential").set({ last_used_step: step }).where("person_id", "=", personId)
    .where((eb) => eb.or([eb("last_used_step", "is", null), eb("last_used_step", "<", step)])).executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** Spends a code: the app's six digits, or a recovery code, which is recorded as used. False for neither. */
export async function spendCode(trx: Trx, context: AppContext, personId: string, typed: string): Promise<boolean> {
  const code = typed.replace(/\s/g, "");
  if (/^\d{6}$/.test(code)) return spendAppCode(trx, context, personId, code);
  const now = context.clock();
  if (!await spendRecoveryCode(trx, context.keyring, personId, code, now)) return false;
  await recordAct(trx, { actorId: personId, act: "recovery_code.used", subjects: { person: personId } }, now);
  return true;
}

/** The second step of signing in. */
export async function giveSecondFactor(context: AppContext, session: Session, code: string): Promise<Result<null, "wrong_code"> | TooMany> {
  const tryOf = codeTry(context, session);
  const tooMany = await takeTry(context, tryOf);
  if (tooMany) return tooMany;
  const now = context.clock();
  const { personId } = session;
  return context.database.inTransaction(async (trx) => {
    if (!await spendCode(trx, context, personId, code)) return refused("wrong_code");
    await forgive(trx, context.keyring, tryOf);
    await markSecondFactor(trx, session, now);
    await recordAct(trx, { actorId: personId, act: "second_factor.given", subjects: { person: personId } }, now);
    return done(null);
  });
}

async function deleteSecondFactor(trx: Trx, personId: string): Promise<boolean> {
  const removed = await trx.deleteFrom("totp_credential").where("person_id", "=", personId).executeTakeFirst();
  await trx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  return removed.numDeletedRows > 0n;
}

/** Removes one's own second factor and recovery codes; every other sign-in ends, and this one has to set up a new one. */
export async function removeSecondFactor(context: AppContext, session: Session): Promise<Result<null, "already_done">> {
  const now = context.clock();
  const { personId } = session;
  return context.database.inTransaction(async (trx) => {
    if (!await deleteSecondFactor(trx, personId)) return refused("already_done");
    await markSecondFactor(trx, session, null);
    await endAllSessions(trx, personId, session);
    await recordAct(trx, { actorId: personId, act: "second_factor.removed", subjects: { person: personId } }, now);
    return done(null);
  });
}

/**
 * For `admin remove-second-factor`, where the phone and the recovery codes are both lost: recorded as done by nobody. Every
 * sign-in of the person ends, and the next one has to set up a new second factor.
 */
export async function removeSecondFactorFromConsole(db: Database, email: string, now: Date): Promise<Result<null, "not_there" | "no_second_factor">> {
  return db.inTransaction(async (trx) => {
    const account = await findAccount(trx, email);
    if (!account) return refused("not_there");
    const { personId } = account;
    if (!await deleteSecondFactor(trx, personId)) return refused("no_second_factor");
    await endAllSessions(trx, personId);
    await recordAct(trx, { actorId: null, act: "second_factor.removed", subjects: { person: personId } }, now);
    return done(null);
  });
}

/** New recovery codes in place of the old ones, shown this once. Refused without a second factor. */
export async function renewRecoveryCodes(context: AppContext, personId: string): Promise<Result<{ recoveryCodes: readonly string[] }, "no_second_factor">> {
  const now = context.clock();
  return context.database.inTransaction(async (trx) => {
    const has = await trx.selectFrom("totp_credential").select("person_id").where("person_id", "=", personId).executeTakeFirst();
    if (!has) return refused("no_second_factor");
    const recoveryCodes = await writeRecoveryCodes(trx, context.keyring, personId);
    await recordAct(trx, { actorId: personId, act: "recovery_codes.made", subjects: { person: personId } }, now);
    return done({ recoveryCodes });
  });
}
