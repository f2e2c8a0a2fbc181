import { createHash } from "node:crypto";

import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";

import { type Instant, instantOf, systemClock } from "#app/platform/clock.ts";
import type { Environment } from "#app/platform/env.server.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

/** A sign-in ends two hours after the last page asked for … */
const IDLE_MINUTES = 120;
/** … and in any case twelve hours after it began. */
const ABSOLUTE_HOURS = 12;
export const SESSION_COOKIE = "attune_session";

const MS_PER_MINUTE = 60_000;
const IDLE_MS = IDLE_MINUTES * MS_PER_MINUTE;
const ABSOLUTE_MS = ABSOLUTE_HOURS * 60 * MS_PER_MINUTE;
/** A page asked for within a minute of the last one does not write the new end. */
const RENEWAL_STEP_MS = MS_PER_MINUTE;

/** One sign-in on one device. The id itself is in the browser only; here it is known by its hash. */
export interface Session {
  readonly idHash: string;
  readonly personId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When the second factor was given; null while only the password was. */
  readonly secondFactorAt: Instant | null;
  readonly reauthenticatedAt: Instant | null;
}

interface SessionAttributes {
  readonly session: Session;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaOver>;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

function endOf(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + ABSOLUTE_MS));
}

/**
 * Lucia's view of the `session` table. Lucia reads the machine's clock and renews at half-time only; the portal is
 * handed its clock and renews with every page. So expiry is judged here, and Lucia is told of living sessions only.
 */
class SessionAdapter implements Adapter {
  readonly #db: Reader;
  readonly #now: Date;

  constructor(db: Reader, now: Date) {
    this.#db = db;
    this.#now = now;
  }

  async getSessionAndUser(sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const idHash = hashOf(sessionId);
    const row = await this.#db.selectFrom("session").innerJoin("person", "person.id", "session.person_id")
      .where("session.id_hash", "=", idHash).where("session.expires_at", ">", instantOf(this.#now))
      .where("person.is_external", "=", 0)
      .select(["session.person_id", "session.created_at", "session.expires_at", "session.second_factor_at", "session.reauthenticated_at"])
      .executeTakeFirst();
    if (!row) return [null, null];
    const session: Session = {
      idHash, personId: row.person_id, createdAt: row.created_at, expiresAt: row.expires_at,
      secondFactorAt: row.second_factor_at, reauthenticatedAt: row.reauthenticated_at,
    };
    const expiresAt = new Date(systemClock().getTime() + ABSOLUTE_MS);
    return [{ id: sessionId, userId: row.person_id, expiresAt, attributes: { session } }, { id: row.person_id, attributes: {} }];
  }

  // Only hashes are stored: a list of ids that could be used cannot be given, and nobody asks for one.
  getUserSessions(): Promise<DatabaseSession[]> {
    return Promise.resolve([]);
  }

  async setSession(session: DatabaseSession): Promise<void> {
    await this.#db.insertInto("session").values({
      id_hash: hashOf(session.id), person_id: session.userId,
      created_at: instantOf(this.#now), expires_at: instantOf(endOf(this.#now, this.#now)),
      second_factor_at: null, reauthenticated_at: null,
    }).execute();
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    await this.#db.updateTable("session").set({ expires_at: instantOf(expiresAt) })
      .where("id_hash", "=", hashOf(sessionId)).execute();
  }

  async deleteSession(sessionId: string): Promise<void> {
    await this.#db.deleteFrom("session").where("id_hash", "=", hashOf(sessionId)).execute();
  }

  async deleteUserSessions(personId: string): Promise<void> {
    await this.#db.deleteFrom("session").where("person_id", "=", personId).execute();
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.#db.deleteFrom("session").where("expires_at", "<=", instantOf(this.#now)).execute();
  }
}

function luciaOver(db: Reader, now: Date, isSecure = true) {
  return new Lucia(new SessionAdapter(db, now), {
    sessionExpiresIn: new TimeSpan(ABSOLUTE_HOURS, "h"),
    sessionCookie: { name: SESSION_COOKIE, attributes: { secure: isSecure, sameSite: "lax", path: "/" } },
    getSessionAttributes: ({ session }) => ({ stored: session }),
  });
}

/** Starts a sign-in and returns its id, for the cookie only; nothing else may keep it. */
export async function startSession(trx: Trx, personId: string, now: Date): Promise<string> {
  const blank = { idHash: "", personId, createdAt: "", expiresAt: "", secondFactorAt: null, reauthenticatedAt: null };
  return (await luciaOver(trx, now).createSession(personId, { session: blank })).id;
}

// Lucia's own reader throws for a cookie, anybody's, that does not decode.
function idIn(cookies: string): string | null {
  const sent = cookies.split(";").map((cookie) => cookie.trim()).find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
  return sent?.slice(SESSION_COOKIE.length + 1) ?? null;
}

/** The living sign-in that the request's cookie names, read afresh and its idle time started anew; else null. */
export async function readSession(database: Database, request: Request, now: Date): Promise<Session | null> {
  const lucia = luciaOver(database.reader, now);
  const id = idIn(request.headers.get("cookie") ?? "");
  const found = id ? (await lucia.validateSession(id)).session : null;
  if (!id || !found) return null;
  const end = endOf(new Date(found.stored.createdAt), now);
  if (end.getTime() - Date.parse(found.stored.expiresAt) >= RENEWAL_STEP_MS) {
    await database.inTransaction((trx) => new SessionAdapter(trx, now).updateSessionExpiration(id, end));
  }
  return found.stored;
}

/** Ends one sign-in. */
export async function endSession(trx: Trx, session: Pick<Session, "idHash">): Promise<void> {
  await trx.deleteFrom("session").where("id_hash", "=", session.idHash).execute();
}

/** Ends every sign-in of a person, or every one but the one that is acting. */
export async function endAllSessions(trx: Trx, personId: string, but?: Pick<Session, "idHash">): Promise<void> {
  if (!but) return luciaOver(trx, new Date(0)).invalidateUserSessions(personId);
  await trx.deleteFrom("session").where("person_id", "=", personId).where("id_hash", "!=", but.idHash).execute();
}

/** Ends every sign-in of the person, and carries this one on under a new id with the times that it has. Returns the id, for the cookie only. */
export async function renewAlone(trx: Trx, session: Session, now: Date): Promise<string> {
  await endAllSessions(trx, session.personId);
  const sessionId = await startSession(trx, session.personId, now);
  await trx.updateTable("session").set({
    created_at: session.createdAt, expires_at: session.expiresAt, second_factor_at: session.secondFactorAt, reauthenticated_at: session.reauthenticatedAt,
  }).where("id_hash", "=", hashOf(sessionId)).execute();
  return sessionId;
}

/** Notes that this sign-in proved the password (and second factor) again just now. */
export async function markReauthenticated(trx: Trx, session: Pick<Session, "idHash">, now: Date): Promise<void> {
  await trx.updateTable("session").set({ reauthenticated_at: instantOf(now) }).where("id_hash", "=", session.idHash).execute();
}

/** Notes that this sign-in gave its second factor; null takes it back, when the second factor is removed. */
export async function markSecondFactor(trx: Trx, session: Pick<Session, "idHash">, at: Date | null): Promise<void> {
  await trx.updateTable("session").set({ second_factor_at: at && instantOf(at) }).where("id_hash", "=", session.idHash).execute();
}

/** Clears away the sign-ins that are over. */
export async function deleteExpired(trx: Trx, now: Date): Promise<void> {
  await luciaOver(trx, now).deleteExpiredSessions();
}

function isSecure(environment: Pick<Environment, "origin">): boolean {
  return environment.origin.startsWith("https:");
}

/** The `Set-Cookie` that carries a sign-in: out of reach of scripts, and sent over TLS only where the portal has it. */
export function sessionCookie(database: Database, environment: Pick<Environment, "origin">, sessionId: string): string {
  return luciaOver(database.reader, systemClock(), isSecure(environment)).createSessionCookie(sessionId).serialize();
}

/** The `Set-Cookie` that takes it away. */
export function blankSessionCookie(database: Database, environment: Pick<Environment, "origin">): string {
  return luciaOver(database.reader, systemClock(), isSecure(environment)).createBlankSessionCookie().serialize();
}
