import { recordAct } from "#app/audit/writes.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Trx } from "#db/database.server.ts";

import { findAccount } from "./accounts.server.ts";
import { findActor } from "./actor.server.ts";
import { DEMO_ACCOUNTS } from "./demo-accounts.ts";
import { emailKey } from "./model.ts";
import { findPasswordHash, verifyPassword } from "./passwords.server.ts";
import { endSession, type Session, startSession } from "./sessions.server.ts";
import { forgive, takeTry, type TooMany, type TryOf } from "./throttle.server.ts";

export interface SignInInput {
  readonly email: string;
  readonly password: string;
}

/** The new session's id, for the cookie only. */
type Started = Result<{ readonly sessionId: string }, "wrong_sign_in" | "no_role">;

async function end(trx: Trx, session: Session, now: Date): Promise<void> {
  await endSession(trx, session);
  await recordAct(trx, { actorId: session.personId, act: "session.ended", subjects: { person: session.personId } }, now);
}

async function start(trx: Trx, personId: string, previous: Session | null, now: Date): Promise<Started> {
  const actor = await findActor(trx, personId, londonDay(now));
  if (!actor) return refused("wrong_sign_in");
  if (actor.grants.length === 0) return refused("no_role");
  if (previous) await end(trx, previous, now);
  const sessionId = await startSession(trx, personId, now);
  await recordAct(trx, { actorId: personId, act: "session.started", subjects: { person: personId } }, now);
  return done({ sessionId });
}

/**
 * Signs in with e-mail and password, ending the sign-in that the browser held before. An unknown account is
 * answered like a wrong password, after the same time; only the right password learns that no role is held.
 */
export async function signIn(context: AppContext, input: SignInInput, previous: Session | null): Promise<Started | TooMany> {
  const { database, keyring } = context;
  const tryOf: TryOf = { what: "sign_in", account: emailKey(input.email), address: context.address };
  const tooMany = await takeTry(context, tryOf);
  if (tooMany) return tooMany;
  const account = await findAccount(database.reader, input.email);
  const stored = account && await findPasswordHash(database.reader, account.personId);
  if (!await verifyPassword(stored, input.password) || !account) return refused("wrong_sign_in");
  return database.inTransaction(async (trx) => {
    // The password may have been changed while it was compared.
    if (await findPasswordHash(trx, account.personId) !== stored) return refused("wrong_sign_in");
    await forgive(trx, keyring, tryOf);
    return start(trx, account.personId, previous, context.clock());
  });
}

/** Signs a demo person in with one press. Refused outside demo mode and for anybody else. */
export async function signInDemo(context: AppContext, email: string, previous: Session | null): Promise<Started> {
  const isDemoPerson = DEMO_ACCOUNTS.some((account) => account.email === emailKey(email));
  const account = isDemoPerson && context.environment.isDemo ? await findAccount(context.database.reader, email) : undefined;
  if (!account) return refused("wrong_sign_in");
  return context.database.inTransaction((trx) => start(trx, account.personId, previous, context.clock()));
}

/** Ends this sign-in. */
export async function signOut(context: AppContext, session: Session): Promise<void> {
  await context.database.inTransaction((trx) => end(trx, session, context.clock()));
}
