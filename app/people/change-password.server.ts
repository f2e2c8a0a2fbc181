import { recordAct } from "#app/audit/writes.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { done, refused, type Result } from "#app/platform/result.ts";

import { refusePassword } from "./passwords.ts";
import { findPasswordHash, hashPassword, storePassword, verifyPassword } from "./passwords.server.ts";
import { renewAlone, type Session } from "./sessions.server.ts";
import { forgive, takeTry, type TooMany, type TryOf } from "./throttle.server.ts";

/** The new id of the sign-in that goes on, for the cookie only. */
type Changed = Result<{ readonly sessionId: string }, "wrong_password" | "password_too_short" | "password_too_common" | "changed_meanwhile">;

/** Changes one's own password, which takes the present one, ends every other sign-in of the person and gives this one a new id. */
export async function changePassword(
  context: AppContext, session: Session, input: { readonly current: string; readonly next: string },
): Promise<Changed | TooMany> {
  const { database, keyring } = context;
  const tryOf: TryOf = { what: "password", account: session.personId, address: context.address };
  const tooMany = await takeTry(context, tryOf);
  if (tooMany) return tooMany;
  const stored = await findPasswordHash(database.reader, session.personId);
  if (!await verifyPassword(stored, input.current)) return refused("wrong_password");
  await database.inTransaction((trx) => forgive(trx, keyring, tryOf));
  const weak = refusePassword(input.next);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(input.next);
  const now = context.clock();
  return database.inTransaction(async (trx) => {
    if (await findPasswordHash(trx, session.personId) !== stored) return refused("changed_meanwhile");
    await storePassword(trx, session.personId, passwordHash, now);
    const sessionId = await renewAlone(trx, session, now);
    await recordAct(trx, { actorId: session.personId, act: "password.changed", subjects: { person: session.personId } }, now);
    return done({ sessionId });
  });
}
