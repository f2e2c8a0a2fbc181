import { hashPassword, storePassword } from "#app/people/passwords.server.ts";
import { readSession } from "#app/people/sessions.server.ts";
import type { Database } from "#db/database.server.ts";

import { requestOf } from "./actors.ts";
import { makeGrant, makePerson, makeProgramme } from "./factories.ts";

/** The instant at which these tests begin. */
export const NOW = new Date("2026-03-12T08:00:00.000Z");
/** So many minutes later, and milliseconds. */
export const later = (minutes: number, ms = 0): Date => new Date(NOW.getTime() + minutes * 60_000 + ms);
/** The password of the account. */
export const PASSWORD = "four plain words here";
const hashed = hashPassword(PASSWORD);

/** Gives the person that password. */
export async function givePassword(db: Database, personId: string): Promise<void> {
  const passwordHash = await hashed;
  await db.inTransaction((trx) => storePassword(trx, personId, passwordHash, NOW));
}

/** An account with that password and a trainee's role. */
export async function account(db: Database, over: { endsOn?: string; email?: string } = {}) {
  const programme = await makeProgramme(db);
  const person = await makePerson(db, { email: over.email ?? "Ash@Example.org" });
  await makeGrant(db, { personId: person.id, programmeId: programme.id, role: "trainee", endsOn: over.endsOn ?? null });
  await givePassword(db, person.id);
  return { db, person };
}

/** The session of that cookie, which has to live. */
export async function sessionOf(db: Database, cookie: string, now = NOW) {
  const session = await readSession(db, requestOf("/", { cookie }), now);
  if (!session) throw new Error("signed out");
  return session;
}

/** Every act on the record, the first first. */
export const actsOf = (db: Database) => db.reader.selectFrom("audit_entry").select(["act", "actor_id", "subjects"]).orderBy("seq").execute();
