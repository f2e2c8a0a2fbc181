import { recordAct } from "#app/audit/writes.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import { words } from "#app/words/words.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

import { findAccount } from "./accounts.server.ts";
import { emailKey } from "./model.ts";
import { refusePassword } from "./passwords.ts";
import { hashPassword, storePassword } from "./passwords.server.ts";
import { endAllSessions } from "./sessions.server.ts";
import { forgiveHere, takeTry, type TooMany } from "./throttle.server.ts";
import { hashToken, isToken, newToken } from "./tokens.server.ts";

export const RESET_MINUTES = 60;
/** An invitation waits for somebody's next working day. */
export const INVITATION_MINUTES = 7 * 24 * 60;

const MS_PER_MINUTE = 60_000;

/** Ends every unused link of that person, because one of them was used. */
async function endLinks(trx: Trx, personId: string, now: Date): Promise<void> {
  await trx.updateTable("password_reset").set({ used_at: instantOf(now) }).where("person_id", "=", personId).where("used_at", "is", null).execute();
}

/** Ends those unused links of that person that were made to last no longer than so many minutes. */
async function endLinksMadeFor(trx: Trx, personId: string, minutes: number, now: Date): Promise<void> {
  const rows = await trx.selectFrom("password_reset").select(["token_hash", "created_at", "expires_at"]).where("person_id", "=", personId).where("used_at", "is", null).execute();
  const ended = rows.filter((r) => Date.parse(r.expires_at) - Date.parse(r.created_at) <= minutes * MS_PER_MINUTE).map((r) => r.token_hash);
  if (ended.length > 0) await trx.updateTable("password_reset").set({ used_at: instantOf(now) }).where("token_hash", "in", ended).execute();
}

/**
 * A new one-use link for choosing a password; only its hash is stored. It ends the person's earlier ones of its kind, and
 * an invitation those of both: a stranger may ask for a link, and must not end an invitation by that. `askedBy` is null
 * where nobody was signed in.
 */
export async function writeResetLink(trx: Trx, origin: string, personId: string, minutes: number, askedBy: string | null, now: Date): Promise<string> {
  const token = newToken();
  await endLinksMadeFor(trx, personId, minutes, now);
  await trx.insertInto("password_reset").values({
    token_hash: hashToken(token), person_id: personId, created_at: instantOf(now),
    expires_at: instantOf(new Date(now.getTime() + minutes * MS_PER_MINUTE)), used_at: null,
  }).execute();
  await recordAct(trx, { actorId: askedBy, act: "password.reset_asked", subjects: { person: personId } }, now);
  return `${origin}/reset/${token}`;
}

async function sendLink(context: AppContext, email: string): Promise<void> {
  const account = await findAccount(context.database.reader, email);
  if (!account) return;
  const link = await context.database.inTransaction((trx) =>
    writeResetLink(trx, context.environment.origin, account.personId, RESET_MINUTES, null, context.clock()));
  await context.mail.send({ to: account.email, ...words.people.resetLetter({ name: account.name, link, minutes: RESET_MINUTES }) });
}

/**
 * Sends a link for choosing a new password, if there is such an account: after the answer, which neither by what it
 * says nor by its time tells whether there is. Null when that is under way.
 */
export async function askReset(context: AppContext, email: string): Promise<TooMany | null> {
  const tooMany = await takeTry(context, { what: "reset", account: emailKey(email), address: context.address });
  if (!tooMany) context.background.start({ requestId: context.requestId, task: "send-reset-link" }, () => sendLink(context, email));
  return tooMany;
}

/** Whose password the link may still set; undefined for one that is used, too old or made up. */
export async function findLivingReset(db: Reader, token: string, now: Date): Promise<{ personId: string } | undefined> {
  if (!isToken(token)) return undefined;
  const row = await db.selectFrom("password_reset").select("person_id")
    .where("token_hash", "=", hashToken(token)).where("used_at", "is", null).where("expires_at", ">", instantOf(now)).executeTakeFirst();
  return row && { personId: row.person_id };
}

async function spend(trx: Trx, token: string, now: Date): Promise<boolean> {
  const at = instantOf(now);
  const spent = await trx.updateTable("password_reset").set({ used_at: at })
    .where("token_hash", "=", hashToken(token)).where("used_at", "is", null).where("expires_at", ">", at).executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** Sets the new password with a link that works once, spends the person's other links, and ends all their sessions. */
export async function resetPassword(
  context: Pick<AppContext, "database" | "keyring" | "clock" | "address">, token: string, password: string,
): Promise<Result<{ personId: string }, "reset_link_spent" | "password_too_short" | "password_too_common">> {
  const now = context.clock();
  const link = await findLivingReset(context.database.reader, token, now);
  if (!link) return refused("reset_link_spent");
  const weak = refusePassword(password);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(password);
  return context.database.inTransaction(async (trx) => {
    if (!await spend(trx, token, now)) return refused("reset_link_spent");
    await endLinks(trx, link.personId, now);
    await storePassword(trx, link.personId, passwordHash, now);
    await endAllSessions(trx, link.personId);
    const { email_key } = await trx.selectFrom("person").select("email_key").where("id", "=", link.personId).executeTakeFirstOrThrow();
    await forgiveHere(trx, context.keyring, { what: "sign_in", account: email_key ?? "", address: context.address });
    await recordAct(trx, { actorId: link.personId, act: "password.changed", subjects: { person: link.personId } }, now);
    return done({ personId: link.personId });
  });
}

/** Clears away links that are past their time. */
export async function deleteOldResets(trx: Trx, now: Date): Promise<void> {
  await trx.deleteFrom("password_reset").where("expires_at", "<=", instantOf(now)).execute();
}

/** For `admin reset-link`: a link to hand over, where mail does not reach somebody; undefined for an unknown e-mail. */
export async function makeResetLink(database: Database, origin: string, email: string, now: Date): Promise<string | undefined> {
  const account = await findAccount(database.reader, email);
  return account && database.inTransaction((trx) => writeResetLink(trx, origin, account.personId, RESET_MINUTES, null, now));
}
