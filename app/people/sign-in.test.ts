import { expect, test } from "vitest";

import { account, actsOf, later, NOW, PASSWORD, sessionOf } from "#tests/support/account.ts";
import { contextFor, requestOf, signIn as signedIn } from "#tests/support/actors.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { Database } from "#db/database.server.ts";

import { changePassword } from "./change-password.server.ts";
import { refusePassword } from "./passwords.ts";
import { reauthenticate } from "./reauthenticate.server.ts";
import { currentActor } from "./request.server.ts";
import { makeResetLink, resetPassword } from "./reset.server.ts";
import { readSession, SESSION_COOKIE } from "./sessions.server.ts";
import { signIn, signInDemo, signOut } from "./sign-in.server.ts";


test("the right password signs in, however the e-mail is written", async () => {
  const { db, person } = await account(await freshDatabase());
  const result = await signIn(contextFor(db, NOW), { email: " ash@EXAMPLE.org ", password: PASSWORD }, null);
  const id = result.ok ? result.value.sessionId : "";
  expect(await sessionOf(db, `${SESSION_COOKIE}=${id}`)).toMatchObject({ personId: person.id, secondFactorAt: null });
  expect(await db.reader.selectFrom("audit_entry").select(["act", "actor_id"]).execute()).toEqual([{ act: "session.started", actor_id: person.id }]);
});

test("a wrong password, an unknown account and one without a password get the same answer, and the same wait", async () => {
  const { db } = await account(await freshDatabase());
  await makePerson(db, { email: "new@example.org" });
  for (const email of ["ash@example.org", "nobody@example.org", "new@example.org"]) {
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await signIn(contextFor(db, NOW), { email, password: "not the password" }, null));
    expect(answers).toEqual([...Array.from({ length: 5 }, () => ({ ok: false, code: "wrong_sign_in" })), { ok: false, code: "too_many_tries", waitSeconds: 1 }]);
  }
  expect(await db.reader.selectFrom("session").selectAll().execute()).toEqual([]);
});

test("a slowed account still opens to the right password after its wait", async () => {
  const { db } = await account(await freshDatabase());
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
  const { db, person } = await account(await freshDatabase());
  const heard = await hammer(db, person.email, 5);
  expect(heard.length).toBeLessThan(25);
  const at = later(5);
  expect(await signIn(contextFor(db, at, { address: "192.0.2.50" }), { email: person.email, password: PASSWORD }, null)).toMatchObject({ ok: true });
  expect(await signIn(contextFor(db, at, { address: "203.0.113.9" }), { email: person.email, password: PASSWORD }, null)).toMatchObject({ code: "too_many_tries" });
});

test("hammering at an unknown account is answered, second by second, like hammering at a known one", async () => {
  const answersFor = async (email: string): Promise<unknown[]> => {
    const { db } = await account(await freshDatabase());
    const answers = [];
    for (let second = 0; second < 90; second += 1) answers.push(await signIn(contextFor(db, later(0, second * 1000)), { email, password: "not the password" }, null));
    return answers;
  };
  expect(await answersFor("nobody@example.org")).toEqual(await answersFor("ash@example.org"));
});

test("a reset frees its own address of the account's waits, and nobody else", async () => {
  const { db, person } = await account(await freshDatabase());
  await hammer(db, person.email, 1);
  const before = await db.reader.selectFrom("sign_in_throttle").select(["key", "failures"]).orderBy("key").execute();
  const link = await makeResetLink(db, "https://attune.test", person.email, later(1));
  expect(await resetPassword(contextFor(db, later(1), { address: "192.0.2.50" }), link?.split("/").at(-1) ?? "", "five other plain words here")).toMatchObject({ ok: true });
  expect(await db.reader.selectFrom("sign_in_throttle").select(["key", "failures"]).orderBy("key").execute()).toEqual(before);
});

test("whoever is signed in can prove who they are while another device of theirs, taken by somebody, hammers", async () => {
  const { db, person } = await account(await freshDatabase());
  const [own, taken] = [await sessionOf(db, (await signedIn(db, person.id, NOW)).cookie), await sessionOf(db, (await signedIn(db, person.id, NOW)).cookie)];
  for (let second = 0; second < 300; second += 1) {
    await reauthenticate(contextFor(db, later(0, second * 1000), { address: "203.0.113.9" }), taken, { password: "not the password", code: "" });
  }
  const at = later(5);
  expect(await reauthenticate(contextFor(db, at, { address: "203.0.113.9" }), taken, { password: PASSWORD, code: "" })).toMatchObject({ code: "too_many_tries" });
  expect(await reauthenticate(contextFor(db, at, { address: "192.0.2.50" }), own, { password: PASSWORD, code: "" })).toEqual({ ok: true, value: null });
});

test("somebody without a role today is told so, but only with the right password", async () => {
  const { db } = await account(await freshDatabase(), { endsOn: "2026-03-11" });
  expect(await signIn(contextFor(db, NOW), { email: "ash@example.org", password: PASSWORD }, null)).toEqual({ ok: false, code: "no_role" });
  expect(await signIn(contextFor(db, NOW), { email: "ash@example.org", password: "not the password" }, null)).toEqual({ ok: false, code: "wrong_sign_in" });
});

test("a session whose last role ended yesterday lets nobody in", async () => {
  const { db, person } = await account(await freshDatabase(), { endsOn: "2026-03-12" });
  const { cookie } = await signedIn(db, person.id, NOW);
  expect(await currentActor(requestOf("/log", { cookie }), contextFor(db, NOW))).toMatchObject({ personId: person.id });
  const midnight = new Date("2026-03-13T00:00:00.000Z");
  const { cookie: stillOpen } = await signedIn(db, person.id, later(15 * 60));
  expect(await currentActor(requestOf("/log", { cookie: stillOpen }), contextFor(db, midnight))).toBeNull();
});

test("signing in ends the session that the browser held before; signing out ends the present one", async () => {
  const { db, person } = await account(await freshDatabase());
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
  const { db } = await account(await freshDatabase(), { email: "trainee@example.org" });
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
  const { db, person } = await account(await freshDatabase());
  const [here, there] = [await signedIn(db, person.id, NOW), await signedIn(db, person.id, NOW)];
  const session = await sessionOf(db, here.cookie);
  const next = "five other plain words here";
  expect(await changePassword(contextFor(db, NOW), session, { current: "not the password", next })).toEqual({ ok: false, code: "wrong_password" });
  expect(await changePassword(contextFor(db, NOW), session, { current: PASSWORD, next: "short" })).toEqual({ ok: false, code: "password_too_short" });
  expect(await readSession(db, requestOf("/", there), NOW)).not.toBeNull();
  expect(await changePassword(contextFor(db, NOW), session, { current: PASSWORD, next })).toMatchObject({ ok: true });
  expect([await readSession(db, requestOf("/", there), NOW), await readSession(db, requestOf("/", here), NOW)]).toEqual([null, null]);
  expect(await signIn(contextFor(db, NOW), { email: person.email, password: PASSWORD }, null)).toEqual({ ok: false, code: "wrong_sign_in" });
  expect(await signIn(contextFor(db, NOW), { email: person.email, password: next }, null)).toMatchObject({ ok: true });
});

test("the sign-in that a browser held before is ended on the record, as its own person's", async () => {
  const { db, person } = await account(await freshDatabase());
  const before = await makePerson(db);
  const previous = await sessionOf(db, (await signedIn(db, before.id, NOW)).cookie);
  expect(await signIn(contextFor(db, NOW), { email: person.email, password: PASSWORD }, previous)).toMatchObject({ ok: true });
  expect((await actsOf(db)).map(({ act, actor_id }) => [act, actor_id])).toEqual([["session.ended", before.id], ["session.started", person.id]]);
  expect(await db.reader.selectFrom("session").select("person_id").execute()).toEqual([{ person_id: person.id }]);
});
