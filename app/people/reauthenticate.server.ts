import { recordAct } from "#app/audit/writes.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { done, refused, type Result } from "#app/platform/result.ts";

import { findPasswordHash, verifyPassword } from "./passwords.server.ts";
import { hasSecondFactor } from "./second-factor-state.server.ts";
import { spendCode } from "./second-factor.server.ts";
import { markReauthenticated, type Session } from "./sessions.server.ts";
import { forgive, takeTry, type TooMany, type TryOf } from "./throttle.server.ts";

/** True where proving oneself again takes a code as well as the password. */
export async function needsCode(context: AppContext, personId: string): Promise<boolean> {
  return !context.environment.isDemo && await hasSecondFactor(context.database.reader, personId);
}

/**
 * Proves the password again (and the second factor, where the account has one), for acts that need it.
 * One answer for a wrong password and a wrong code.
 */
export async function reauthenticate(
  context: AppContext, session: Session, input: { readonly password: string; readonly code: string },
): Promise<Result<null, "wrong_proof"> | TooMany> {
  const { database, keyring } = context;
  const now = context.clock();
  const { personId } = session;
  const tryOf: TryOf = { what: "password", account: personId, address: context.address };
  const tooMany = await takeTry(context, tryOf);
  if (tooMany) return tooMany;
  const isCodeNeeded = await needsCode(context, personId);
  if (!await verifyPassword(await findPasswordHash(database.reader, personId), input.password)) return refused("wrong_proof");
  return database.inTransaction(async (trx) => {
    if (isCodeNeeded && !await spendCode(trx, context, personId, input.code)) return refused("wrong_proof");
    await forgive(trx, keyring, tryOf);
    await markReauthenticated(trx, session, now);
    await recordAct(trx, { actorId: personId, act: "session.proved", subjects: { person: personId } }, now);
    return done(null);
  });
}
