import { expect, test, vi } from "vitest";

import { readSession, SESSION_COOKIE } from "./sessions.server.ts";
import { contextFor, requestOf, signIn as signedIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";
import type { Letter } from "#app/platform/mail.server.ts";
import type { Database } from "#db/database.server.ts";

import { changePassword } from "./change-password.server.ts";
import { hashPassword, storePassword } from "./passwords.server.ts";
import { refusePassword } from "./passwords.ts";
import { reauthenticate } from "./reauthenticate.server.ts";
import { currentActor, hasRecentProof, requireActor } from "./request.server.ts";
import { askReset, findLivingReset, makeResetLink, resetPassword } from "./reset.server.ts";
import { signIn, signInDemo, signOut } from "./sign-in.server.ts";

const NOW = new Date("2026-03-12T08:00:00.000Z");
const later = (minutes: number, ms = 0): Date => new Date(NOW.getTime() + minutes * 60_000 + ms);
const PASSWORD = "four plain words here";
const hashed = hashPassword(PASSWORD);

async function account(over: { endsOn?: string; email?: string } = {}) {
  const db = await freshDatabase();
  const programme = await makeProgramme(db);
  const person = await makePerson(db, { email: over.email ?? "Ash@Example.org" });
  await makeGrant(db, { personId: person.id, programmeId: programme.id, role: "trainee", endsOn: over.endsOn ?? null });
  await db.inTransaction(async (trx) => storePassword(trx, person.id, await hashed, NOW));
  return { db, person };
}

async function sessionOf(db: Database, cookie: string, now = NOW) {
  const session = await readSession(db, requestOf("/", { cookie }), now);
  if (!session) throw new Error("signed out");
  return session;
}

const actsOf = (db: Database) => db.reader.selectFrom("audit_entry").select(["act", "actor_id", "subjects"]).orderBy("seq").execute();

test("the right password signs in, however the e-mail is written", async () => {
  const { db, person } = await account();
  const result = await signIn(contextFor(db, NOW), { email: " ash@EXAMPLE.org ", password: PASSWORD }, null);
  const id = result.ok ? result.value.sessionId : "";
  expect(await sessionOf(db, `${SESSION_COOKIE}=${id}`)).toMatchObject({ personId: person.id, secondFactorAt: null });
  expect(await db.reader.selectFrom("audit_entry").select(["act", "actor_id"]).execute()).toEqual([{ act: "session.started", actor_id: person.id }]);
});

test("a wrong password, an unknown account and one without a password get the same answer, and the same wait", async () => {
  const { db } = await account();
  await makePerson(db, { email: "new@example.org" });
  for (const email of ["ash@example.org", "nobody@example.org", "new@example.org"]) {
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await signIn(contextFor(db, NOW), { email, password: "not the password" }, null));
    expect(answers).toEqual([...Array.from({ length: 5 }, () => ({ ok: false, code: "wrong_sign_in" })), { ok: false, code: "too_many_tries", waitSeconds: 1 }]);
  }
  expect(await db.reader.selectFrom("session").selectAll().execute()).toEqual([]);
});

test("a slowed account still opens to the right password after its wait", async () => {
  const { db } = await account();
  for (let i = 0; i < 5; i += 1) await signIn(contextFor(db, NOW), { email: "ash@example.org", password: "not the password" }, null);
  expect(await signIn(contextFor(db, NOW), { email: "ash@example.org", password: PASSWORD }, null)).toMatchObject({ code: "too_many_tries" });
  expect(await signIn(contextFor(db, later(0, 1000)), { email: "ash@example.org", password: PASSWORD }, null)).toMatchObject({ ok: true });
});

/** Tries that account every second from one address for so many minutes; the answers that were not a wait. */
async function hammer(db: Database, email: string, minutes: number): Promise<unknown[]> {
  const heard = [];
  for (let second = 0; second < minutes * 60; second += 1) {
    const answer = await signIn(contextFor(db, later(0, second * 1000), { address: "203.0.113.9" }), { email, password: "not the password" }, null);
    if (!("waitSeconds" in answer)) heard.push(answer);
  }
  return heard;
}

test("the owner gets in from elsewhere while somebody hammers at the account; who hammers stays slowed, before and after", async () => {
  const { db, person } = await account();
  const heard = await hammer(db, person.email, 5);
  expect(heard.length).toBeLessThan(25);
  const at = later(5);
  expect(await signIn(contextFor(db, at, { address: "192.0.2.50" }), { email: person.email, password: PASSWORD }, null)).toMatchObject({ ok: true });
  expect(await signIn(contextFor(db, at, { address: "203.0.113.9" }), { email: person.email, password: PASSWORD }, null)).toMatchObject({ code: "too_many_tries" });
});

test("hammering at an unknown account is answered, second by second, like hammering at a known one", async () => {
  const answersFor = async (email: string): Promise<unknown[]> => {
    const { db } = await account();
    const answers = [];
    for (let second = 0; second < 90; second += 1) answers.push(await signIn(contextFor(db, later(0, second * 1000)), { email, password: "not the password" }, null));
    return answers;
  };
  expect(await answersFor("nobody@example.org")).toEqual(await answersFor("ash@example.org"));
});

test("a reset frees its own address of the account's waits, and nobody else", async () => {
  const { db, person } = await account();
  await hammer(db, person.email, 1);
  const before = await db.reader.selectFrom("sign_in_throttle").select(["key", "failures"]).orderBy("key").execute();
  const link = await makeResetLink(db, "https://attune.test", person.email, later(1));
  expect(await resetPassword(contextFor(db, later(1), { address: "192.0.2.50" }), link?.split("/").at(-1) ?? "", "five other plain words here")).toMatchObject({ ok: true });
  expect(await db.reader.selectFrom("sign_in_throttle").select(["key", "failures"]).orderBy("key").execute()).toEqual(before);
});

test("whoever is signed in can prove who they are while another device of theirs, taken by somebody, hammers", async () => {
  const { db, person } = await account();
  const [own, taken] = [await sessionOf(db, (await signedIn(db, person.id, NOW)).cookie), await sessionOf(db, (await signedIn(db, person.id, NOW)).cookie)];
  for (let second = 0; second < 300; second += 1) {
    await reauthenticate(contextFor(db, later(0, second * 1000), { address: "203.0.113.9" }), taken, { password: "not the password", code: "" });
  }
  const at = later(5);
  expect(await reauthenticate(contextFor(db, at, { address: "203.0.113.9" }), taken, { password: PASSWORD, code: "" })).toMatchObject({ code: "too_many_tries" });
  expect(await reauthenticate(contextFor(db, at, { address: "192.0.2.50" }), own, { password: PASSWORD, code: "" })).toEqual({ ok: true, value: null });
});

test("somebody without a role today is told so, but only with the right password", async () => {
  const { db } = await account({ endsOn: "2026-03-11" });
  expect(await signIn(contextFor(db, NOW), { email: "ash@example.org", password: PASSWORD }, null)).toEqual({ ok: false, code: "no_role" });
  expect(await signIn(contextFor(db, NOW), { email: "ash@example.org", password: "not the password" }, null)).toEqual({ ok: false, code: "wrong_sign_in" });
});

test("a session whose last role ended yesterday lets nobody in", async () => {
  const { db, person } = await account({ endsOn: "2026-03-12" });
  const { cookie } = await signedIn(db, person.id, NOW);
  expect(await currentActor(requestOf("/log", { cookie }), contextFor(db, NOW))).toMatchObject({ personId: person.id });
  const midnight = new Date("2026-03-13T00:00:00.000Z");
  const { cookie: stillOpen } = await signedIn(db, person.id, later(15 * 60));
  expect(await currentActor(requestOf("/log", { cookie: stillOpen }), contextFor(db, midnight))).toBeNull();
});

test("signing in ends the session that the browser held before; signing out ends the present one", async () => {
  const { db, person } = await account();
  const { cookie } = await signedIn(db, person.id, NOW);
  const previous = await sessionOf(db, cookie);
  await signIn(contextFor(db, NOW), { email: "ash@example.org", password: PASSWORD }, previous);
  const rows = await db.reader.selectFrom("session").select("id_hash").execute();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.id_hash).not.toBe(previous.idHash);
  await signOut(contextFor(db, NOW), { ...previous, idHash: rows[0]?.id_hash ?? "" });
  expect(await db.reader.selectFrom("session").select("id_hash").execute()).toEqual([]);
});

test("one press signs in demo people in the demonstration, and nobody anywhere else", async () => {
  const { db } = await account({ email: "trainee@example.org" });
  const programme = await makeProgramme(db, "Other");
  const other = await makePerson(db, { email: "other@example.org" });
  await makeGrant(db, { personId: other.id, programmeId: programme.id, role: "lead" });
  expect(await signInDemo(contextFor(db, NOW, { isDemo: true }), "trainee@example.org", null)).toMatchObject({ ok: true });
  expect(await signInDemo(contextFor(db, NOW, { isDemo: true }), "other@example.org", null)).toEqual({ ok: false, code: "wrong_sign_in" });
  expect(await signInDemo(contextFor(db, NOW), "trainee@example.org", null)).toEqual({ ok: false, code: "wrong_sign_in" });
});

test.each([
  ["eleven sign", "password_too_short"],
  ["twelve signs", null],
  ["attune-demo-only", null],
  ["ÀÀÀÀÀÀÀÀÀÀÀÀ", "password_too_common"],
  ["PasswordPassword", "password_too_common"],
  ["🙂🙃🙂🙃🙂🙃", "password_too_short"],
])("as a new password %j is answered %j", (password, answer) => {
  expect(refusePassword(password)).toBe(answer);
});

test("changing the password takes the present one, and signs out every other device", async () => {
  const { db, person } = await account();
  const [here, there] = [await signedIn(db, person.id, NOW), await signedIn(db, person.id, NOW)];
  const session = await sessionOf(db, here.cookie);
  const next = "five other plain words here";
  expect(await changePassword(contextFor(db, NOW), session, { current: "not the password", next })).toEqual({ ok: false, code: "wrong_password" });
  expect(await changePassword(contextFor(db, NOW), session, { current: PASSWORD, next: "short" })).toEqual({ ok: false, code: "password_too_short" });
  expect(await readSession(db, requestOf("/", there), NOW)).not.toBeNull();
  expect(await changePassword(contextFor(db, NOW), session, { current: PASSWORD, next })).toEqual({ ok: true, value: null });
  expect([await readSession(db, requestOf("/", there), NOW), (await readSession(db, requestOf("/", here), NOW))?.personId]).toEqual([null, person.id]);
  expect(await signIn(contextFor(db, NOW), { email: person.email, password: PASSWORD }, null)).toEqual({ ok: false, code: "wrong_sign_in" });
  expect(await signIn(contextFor(db, NOW), { email: person.email, password: next }, null)).toMatchObject({ ok: true });
});

async function linkSent(db: Database, email: string, now = NOW): Promise<string> {
  const letters: Letter[] = [];
  const context = contextFor(db, now, { letters });
  await askReset(context, email);
  await context.background.finish();
  return /\/reset\/(\S+)/.exec(letters[0]?.text ?? "")?.[1] ?? "";
}

test("asking for a link answers the same for an unknown e-mail, and writes to nobody", async () => {
  const { db } = await account();
  const letters: Letter[] = [];
  for (const email of ["nobody@example.org", "ash@example.org"]) {
    const context = contextFor(db, NOW, { letters });
    expect(await askReset(context, email)).toBeNull();
    expect(letters).toEqual([]);
    await context.background.finish();
  }
  expect(letters.map((letter) => letter.to)).toEqual(["Ash@Example.org"]);
  expect(letters[0]?.text).toMatch(/https:\/\/attune\.test\/reset\/[A-Za-z0-9_-]{43}\n/);
});

test("a link works once, signs every device out, and only its hash is stored", async () => {
  const { db, person } = await account();
  const { cookie } = await signedIn(db, person.id, NOW);
  const token = await linkSent(db, person.email);
  expect(JSON.stringify(await db.reader.selectFrom("password_reset").selectAll().execute())).not.toContain(token);
  const next = "five other plain words here";
  expect(await resetPassword(contextFor(db, NOW), token, "short")).toEqual({ ok: false, code: "password_too_short" });
  expect(await resetPassword(contextFor(db, NOW), token, next)).toEqual({ ok: true, value: { personId: person.id } });
  expect(await resetPassword(contextFor(db, NOW), token, next)).toEqual({ ok: false, code: "reset_link_spent" });
  expect(await readSession(db, requestOf("/", { cookie }), NOW)).toBeNull();
  expect(await signIn(contextFor(db, NOW), { email: person.email, password: next }, null)).toMatchObject({ ok: true });
});

/** Counts what is asked of the database, by the table of each question. */
function counting(db: Database): { readonly db: Database; readonly asked: string[] } {
  const asked: string[] = [];
  const watched = <T extends object>(kysely: T): T => new Proxy(kysely, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...args: unknown[]): unknown => {
        if (typeof args[0] === "string") asked.push(`${String(name)} ${args[0]}`);
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { asked, db: { ...db, reader: watched(db.reader), inTransaction: (work) => db.inTransaction((trx) => work(watched(trx))) } };
}

test("before the answer nothing is asked but how often it was tried: the same for a known e-mail as for an unknown one", async () => {
  const { db } = await account();
  const askedFor = async (email: string): Promise<string[]> => {
    const watched = counting(db);
    const context = contextFor(watched.db, NOW);
    await askReset(context, email);
    const asked = [...watched.asked];
    await context.background.finish();
    return asked;
  };
  const unknown = await askedFor("nobody@example.org");
  expect(unknown.length).toBeGreaterThan(0);
  expect(unknown.filter((question) => !question.endsWith(" sign_in_throttle"))).toEqual([]);
  expect(await askedFor("ash@example.org")).toEqual(unknown);
});

test("a letter that cannot be sent is logged without the address, and the answer was the same", async () => {
  const { db } = await account();
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
  const context = { ...contextFor(db, NOW), mail: { send: () => Promise.reject(new Error("nobody takes letters to ash@example.org")) } };
  expect(await askReset(context, "ash@example.org")).toBeNull();
  await context.background.finish();
  vi.mocked(console.error).mockClear();
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: "error", requestId: "test", path: "send-reset-link" }]);
  expect(lines.join()).not.toContain("ash@");
});

test("a new link ends every earlier one of that person, however it was made, and nobody else's", async () => {
  const { db, person } = await account();
  const other = await makePerson(db, { email: "other@example.org" });
  const tokenIn = (link: string | undefined): string => link?.split("/").at(-1) ?? "";
  const kept = tokenIn(await makeResetLink(db, "https://attune.test", other.email, NOW));
  const [fromLetter, fromConsole] = [await linkSent(db, person.email), tokenIn(await makeResetLink(db, "https://attune.test", person.email, NOW))];
  const last = await linkSent(db, person.email, later(1));
  const lives = async (token: string): Promise<boolean> => await findLivingReset(db.reader, token, later(1)) !== undefined;
  expect([await lives(fromLetter), await lives(fromConsole), await lives(last), await lives(kept)]).toEqual([false, false, true, true]);
  expect(await resetPassword(contextFor(db, later(1)), fromLetter, PASSWORD)).toEqual({ ok: false, code: "reset_link_spent" });
});

test("of two who use one link at once, one is too late", async () => {
  const { db, person } = await account();
  const token = await linkSent(db, person.email);
  const answers = await Promise.all(["first plain words here", "second plain words here"].map((next) => resetPassword(contextFor(db, NOW), token, next)));
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
});

test.each([
  { at: later(60, -1), lives: true, why: "a millisecond before its hour is over" },
  { at: later(60), lives: false, why: "after an hour" },
])("a link is good ($lives) $why", async ({ at, lives }) => {
  const { db, person } = await account();
  expect(await findLivingReset(db.reader, await linkSent(db, person.email), at) !== undefined).toBe(lives);
});

test("a link that was made up is no link; the console makes one for a known e-mail only", async () => {
  const { db, person } = await account();
  for (const token of ["", "x", "A".repeat(43), "../../etc"]) expect(await resetPassword(contextFor(db, NOW), token, PASSWORD)).toEqual({ ok: false, code: "reset_link_spent" });
  expect(await makeResetLink(db, "https://attune.test", "nobody@example.org", NOW)).toBeUndefined();
  const link = await makeResetLink(db, "https://attune.test", person.email, NOW);
  expect(await findLivingReset(db.reader, link?.split("/").at(-1) ?? "", NOW)).toEqual({ personId: person.id });
});

test("a proof of the password stands for ten minutes", async () => {
  const { db, person } = await account();
  const { cookie } = await signedIn(db, person.id, NOW);
  const session = await sessionOf(db, cookie);
  const proof = async (now: Date) => hasRecentProof(await requireActor(requestOf("/", { cookie }), contextFor(db, now)), now);
  expect(await proof(NOW)).toBe(false);
  expect(await reauthenticate(contextFor(db, NOW), session, { password: "not the password", code: "" })).toEqual({ ok: false, code: "wrong_proof" });
  expect(await proof(NOW)).toBe(false);
  expect(await reauthenticate(contextFor(db, NOW), session, { password: PASSWORD, code: "" })).toEqual({ ok: true, value: null });
  expect([await proof(later(10, -1)), await proof(later(10))]).toEqual([true, false]);
});

test("proving the password again is in the record; a wrong one is not", async () => {
  const { db, person } = await account();
  const session = await sessionOf(db, (await signedIn(db, person.id, NOW)).cookie);
  await reauthenticate(contextFor(db, NOW), session, { password: "not the password", code: "" });
  expect(await actsOf(db)).toEqual([]);
  await reauthenticate(contextFor(db, NOW), session, { password: PASSWORD, code: "" });
  expect(await actsOf(db)).toEqual([{ act: "session.proved", actor_id: person.id, subjects: JSON.stringify({ person: person.id }) }]);
});

test("the sign-in that a browser held before is ended on the record, as its own person's", async () => {
  const { db, person } = await account();
  const before = await makePerson(db);
  const previous = await sessionOf(db, (await signedIn(db, before.id, NOW)).cookie);
  expect(await signIn(contextFor(db, NOW), { email: person.email, password: PASSWORD }, previous)).toMatchObject({ ok: true });
  expect((await actsOf(db)).map(({ act, actor_id }) => [act, actor_id])).toEqual([["session.ended", before.id], ["session.started", person.id]]);
  expect(await db.reader.selectFrom("session").select("person_id").execute()).toEqual([{ person_id: person.id }]);
});
