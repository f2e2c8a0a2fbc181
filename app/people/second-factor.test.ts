import { expect, test, vi } from "vitest";

import { keyringOf } from "#app/platform/keyring.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { codeAt } from "#tests/support/authenticator.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import { hashPassword, storePassword } from "./passwords.server.ts";
import { reauthenticate } from "./reauthenticate.server.ts";
import { currentActor, readSignIn, requireSignIn } from "./request.server.ts";
import { countRecoveryCodes } from "./recovery-codes.server.ts";
import { beginSetUp, confirmSetUp, giveSecondFactor, removeSecondFactor, removeSecondFactorFromConsole, renewRecoveryCodes } from "./second-factor.server.ts";
import { readSession, SESSION_COOKIE, startSession } from "./sessions.server.ts";
import { acceptedStep, newTotpSecret } from "./totp.server.ts";

const NOW = new Date("2026-03-12T08:00:00.000Z");
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
/** The secret of RFC 6238, appendix B ("12345678901234567890"), in base 32. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([[59, "287082"], [1_111_111_109, "081804"], [1_234_567_890, "005924"], [2_000_000_000, "279037"], [20_000_000_000, "353130"]])(
  "RFC 6238, appendix B: at %i seconds the last six digits are %s", (seconds, code) => {
    const at = new Date(seconds * 1000);
    expect(acceptedStep(RFC_SECRET, code, null, at)).toBe(Math.floor(seconds / 30));
  });

test.each([
  { from: -31, accepted: false, why: "two steps ago" },
  { from: -30, accepted: true, why: "the step before, for a phone that is slow" },
  { from: 30, accepted: true, why: "the step after, for a phone that is fast" },
  { from: 60, accepted: false, why: "two steps ahead" },
])("a code from $from seconds is accepted ($accepted): $why", ({ from, accepted }) => {
  const secret = newTotpSecret();
  expect(acceptedStep(secret, codeAt(secret, later(from)), null, NOW) !== null).toBe(accepted);
});

test("a code works once, and none before it afterwards", () => {
  const step = acceptedStep(RFC_SECRET, codeAt(RFC_SECRET, NOW), null, NOW);
  expect(acceptedStep(RFC_SECRET, codeAt(RFC_SECRET, NOW), step, NOW)).toBeNull();
  expect(acceptedStep(RFC_SECRET, codeAt(RFC_SECRET, later(-30)), step, NOW)).toBeNull();
  expect(acceptedStep(RFC_SECRET, codeAt(RFC_SECRET, later(30)), step, NOW)).toBe((step ?? 0) + 1);
});

async function halfSignedIn(db: Awaited<ReturnType<typeof freshDatabase>>, personId: string, now = NOW) {
  const id = await db.inTransaction((trx) => startSession(trx, personId, now));
  const cookie = `${SESSION_COOKIE}=${id}`;
  const session = await readSession(db, requestOf("/", { cookie }), now);
  if (!session) throw new Error("signed out");
  return { cookie, session };
}

async function trainee() {
  const db = await freshDatabase();
  const person = await makePerson(db);
  await makeGrant(db, { personId: person.id, programmeId: (await makeProgramme(db)).id, role: "trainee" });
  return { db, person };
}

async function withSecondFactor() {
  const { db, person } = await trainee();
  const { session, cookie } = await halfSignedIn(db, person.id);
  const setUp = beginSetUp(contextFor(db, NOW), person.id, person.email);
  const confirmed = await confirmSetUp(contextFor(db, NOW), session, { sealed: setUp.sealed, code: codeAt(setUp.secret, NOW) });
  if (!confirmed.ok) throw new Error(confirmed.code);
  return { db, person, session, cookie, secret: setUp.secret, codes: confirmed.value.recoveryCodes };
}

test("without a second factor nobody gets further than setting one up; in the demonstration everybody does", async () => {
  const { db, person } = await trainee();
  const { cookie } = await halfSignedIn(db, person.id);
  expect((await readSignIn(requestOf("/log", { cookie }), contextFor(db, NOW)))?.step).toBe("set_up");
  expect(await currentActor(requestOf("/log", { cookie }), contextFor(db, NOW))).toBeNull();
  const away = await requireSignIn(requestOf("/log", { cookie }), contextFor(db, NOW)).catch((thrown: unknown) => thrown);
  expect(away).toBeInstanceOf(Response);
  expect((away as Response).headers.get("location")).toBe("/account/second-factor");
  expect((await readSignIn(requestOf("/log", { cookie }), contextFor(db, NOW, { isDemo: true })))?.step).toBe("complete");
});

test("a set-up is stored sealed, once a code proves it, and opens this session; others end", async () => {
  const { db, person } = await trainee();
  const { session, cookie } = await halfSignedIn(db, person.id);
  const elsewhere = await halfSignedIn(db, person.id);
  const setUp = beginSetUp(contextFor(db, NOW), person.id, person.email);
  expect(await confirmSetUp(contextFor(db, NOW), session, { sealed: setUp.sealed, code: "000000" })).toEqual({ ok: false, code: "wrong_code" });
  expect(await db.reader.selectFrom("totp_credential").selectAll().execute()).toEqual([]);
  const confirmed = await confirmSetUp(contextFor(db, NOW), session, { sealed: setUp.sealed, code: codeAt(setUp.secret, NOW) });
  expect(confirmed).toMatchObject({ ok: true });
  expect(JSON.stringify(await db.reader.selectFrom("totp_credential").selectAll().execute())).not.toContain(setUp.secret);
  expect((await readSignIn(requestOf("/", { cookie }), contextFor(db, NOW)))?.step).toBe("complete");
  expect(await readSignIn(requestOf("/", { cookie: elsewhere.cookie }), contextFor(db, NOW))).toBeNull();
  expect(await confirmSetUp(contextFor(db, NOW), session, { sealed: setUp.sealed, code: codeAt(setUp.secret, NOW) })).toEqual({ ok: false, code: "already_done" });
});

test("another's set-up, one that was tampered with and one that stood open for half an hour are refused", async () => {
  const { db, person } = await trainee();
  const { session } = await halfSignedIn(db, person.id);
  const setUp = beginSetUp(contextFor(db, NOW), person.id, person.email);
  const others = beginSetUp(contextFor(db, NOW), "somebody-else", person.email);
  const code = codeAt(setUp.secret, NOW);
  for (const sealed of [others.sealed, `${setUp.sealed.startsWith("A") ? "B" : "A"}${setUp.sealed.slice(1)}`, "", "x"]) {
    expect(await confirmSetUp(contextFor(db, NOW), session, { sealed, code })).toMatchObject({ ok: false, code: "set_up_too_old" });
  }
  const late = later(30 * 60);
  expect(await confirmSetUp(contextFor(db, late), session, { sealed: setUp.sealed, code: codeAt(setUp.secret, late) })).toEqual({ ok: false, code: "set_up_too_old" });
});

test("the next sign-in reaches nothing before the code, and a code that was used is refused", async () => {
  const { db, person, secret } = await withSecondFactor();
  const { cookie, session } = await halfSignedIn(db, person.id);
  expect((await readSignIn(requestOf("/", { cookie }), contextFor(db, NOW)))?.step).toBe("second_factor");
  const away = await requireSignIn(requestOf("/log", { cookie }), contextFor(db, NOW)).catch((thrown: unknown) => thrown);
  expect((away as Response).headers.get("location")).toBe("/sign-in/second-factor?redirectTo=%2Flog");
  expect(await giveSecondFactor(contextFor(db, NOW), session, codeAt(secret, NOW))).toEqual({ ok: false, code: "wrong_code" });
  expect(await giveSecondFactor(contextFor(db, later(30)), session, codeAt(secret, later(30)))).toEqual({ ok: true, value: null });
  expect((await readSignIn(requestOf("/", { cookie }), contextFor(db, later(30))))?.step).toBe("complete");
});

const actsOf = async (db: Awaited<ReturnType<typeof freshDatabase>>, personId: string): Promise<string[]> =>
  (await db.reader.selectFrom("audit_entry").select("act").where("actor_id", "=", personId).orderBy("seq").execute()).map(({ act }) => act);

test("a sign-in with password and code leaves both steps on the record; a wrong code leaves nothing", async () => {
  const { db, person, secret } = await withSecondFactor();
  const { session } = await halfSignedIn(db, person.id);
  const before = await actsOf(db, person.id);
  await giveSecondFactor(contextFor(db, later(60)), session, "000000");
  expect(await actsOf(db, person.id)).toEqual(before);
  expect(await giveSecondFactor(contextFor(db, later(60)), session, codeAt(secret, later(60)))).toEqual({ ok: true, value: null });
  expect(await actsOf(db, person.id)).toEqual([...before, "second_factor.given"]);
});

test("a recovery code that is spent is on the record, at signing in and at proving oneself again", async () => {
  const { db, person, codes } = await withSecondFactor();
  const passwordHash = await hashPassword("four plain words here");
  await db.inTransaction((trx) => storePassword(trx, person.id, passwordHash, NOW));
  const { session } = await halfSignedIn(db, person.id);
  const before = await actsOf(db, person.id);
  await giveSecondFactor(contextFor(db, NOW), session, codes[0] ?? "");
  expect(await actsOf(db, person.id)).toEqual([...before, "recovery_code.used", "second_factor.given"]);
  expect(await reauthenticate(contextFor(db, NOW), session, { password: "four plain words here", code: codes[1] ?? "" })).toEqual({ ok: true, value: null });
  expect(await actsOf(db, person.id)).toEqual([...before, "recovery_code.used", "second_factor.given", "recovery_code.used", "session.proved"]);
});

test("of two who send one code at once, one is refused", async () => {
  const { db, person, secret } = await withSecondFactor();
  const { session } = await halfSignedIn(db, person.id);
  const now = later(60);
  const answers = await Promise.all([1, 2].map(() => giveSecondFactor(contextFor(db, now), session, codeAt(secret, now))));
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
});

test("guessing codes is slowed down", async () => {
  const { db, person } = await withSecondFactor();
  const { session } = await halfSignedIn(db, person.id);
  const answers = [];
  for (let i = 0; i < 6; i += 1) answers.push(await giveSecondFactor(contextFor(db, later(60)), session, "000000"));
  expect(answers.at(-1)).toMatchObject({ code: "too_many_tries" });
});

test("the owner gives their code elsewhere while somebody with the password hammers at the second step", async () => {
  const { db, person, secret } = await withSecondFactor();
  const [own, others] = [(await halfSignedIn(db, person.id)).session, (await halfSignedIn(db, person.id)).session];
  for (let second = 60; second < 360; second += 1) await giveSecondFactor(contextFor(db, later(second), { address: "203.0.113.9" }), others, "000000");
  const at = later(360);
  expect(await giveSecondFactor(contextFor(db, at, { address: "203.0.113.9" }), others, codeAt(secret, at))).toMatchObject({ code: "too_many_tries" });
  expect(await giveSecondFactor(contextFor(db, at, { address: "192.0.2.50" }), own, codeAt(secret, at))).toEqual({ ok: true, value: null });
});

test("a recovery code works once, in capitals and with o for 0 too; only fingerprints are stored", async () => {
  const { db, person, codes } = await withSecondFactor();
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  const stored = JSON.stringify(await db.reader.selectFrom("recovery_code").selectAll().execute());
  expect(codes.some((code) => stored.includes(code))).toBe(false);
  const { session } = await halfSignedIn(db, person.id);
  const typed = (codes[0] ?? "").toUpperCase().replaceAll("0", "O").replaceAll("1", "I").replace("-", " ");
  expect(await giveSecondFactor(contextFor(db, NOW), session, typed)).toEqual({ ok: true, value: null });
  expect(await giveSecondFactor(contextFor(db, NOW), session, codes[0] ?? "")).toEqual({ ok: false, code: "wrong_code" });
  expect(await countRecoveryCodes(db.reader, person.id)).toBe(9);
});

test("new recovery codes replace the old ones; another's codes open nothing", async () => {
  const { db, person, codes } = await withSecondFactor();
  const renewed = await renewRecoveryCodes(contextFor(db, NOW), person.id);
  const { session } = await halfSignedIn(db, person.id);
  expect(await giveSecondFactor(contextFor(db, NOW), session, codes[1] ?? "")).toEqual({ ok: false, code: "wrong_code" });
  const stranger = await makePerson(db);
  expect(await renewRecoveryCodes(contextFor(db, NOW), stranger.id)).toEqual({ ok: false, code: "no_second_factor" });
  const theirs = await halfSignedIn(db, stranger.id);
  const [code = ""] = renewed.ok ? renewed.value.recoveryCodes : [];
  expect(await giveSecondFactor(contextFor(db, NOW), theirs.session, code)).toEqual({ ok: false, code: "wrong_code" });
});

test("removing it takes the recovery codes along, ends other sessions and leaves this one at the set-up", async () => {
  const { db, person, session, cookie } = await withSecondFactor();
  const elsewhere = await signIn(db, person.id, NOW);
  expect(await removeSecondFactor(contextFor(db, NOW), session)).toEqual({ ok: true, value: null });
  expect(await countRecoveryCodes(db.reader, person.id)).toBe(0);
  expect((await readSignIn(requestOf("/", { cookie }), contextFor(db, NOW)))?.step).toBe("set_up");
  expect(await readSignIn(requestOf("/", elsewhere), contextFor(db, NOW))).toBeNull();
  expect(await removeSecondFactor(contextFor(db, NOW), session)).toEqual({ ok: false, code: "already_done" });
});

test("the console removes a lost one: every sign-in ends, the next has to set up a new one, and it is recorded as done by nobody", async () => {
  const { db, person, cookie } = await withSecondFactor();
  expect(await removeSecondFactorFromConsole(db, ` ${person.email.toUpperCase()} `, NOW)).toEqual({ ok: true, value: null });
  expect(await readSignIn(requestOf("/", { cookie }), contextFor(db, NOW))).toBeNull();
  expect(await countRecoveryCodes(db.reader, person.id)).toBe(0);
  const next = await halfSignedIn(db, person.id);
  expect((await readSignIn(requestOf("/", { cookie: next.cookie }), contextFor(db, NOW)))?.step).toBe("set_up");
  const last = await db.reader.selectFrom("audit_entry").select(["act", "actor_id", "subjects"]).orderBy("seq", "desc").executeTakeFirstOrThrow();
  expect(last).toEqual({ act: "second_factor.removed", actor_id: null, subjects: JSON.stringify({ person: person.id }) });
});

test("the console removes nothing from somebody who has none, and nothing of nobody; sign-ins stay", async () => {
  const { db, person } = await trainee();
  const { cookie } = await halfSignedIn(db, person.id);
  expect(await removeSecondFactorFromConsole(db, person.email, NOW)).toEqual({ ok: false, code: "no_second_factor" });
  expect(await removeSecondFactorFromConsole(db, "nobody@example.org", NOW)).toEqual({ ok: false, code: "not_there" });
  expect(await readSignIn(requestOf("/", { cookie }), contextFor(db, NOW))).not.toBeNull();
  expect(await db.reader.selectFrom("audit_entry").select("seq").execute()).toEqual([]);
});

test("a second factor sealed with a key that is gone is answered like a wrong code, and one line says so of nobody", async () => {
  const { db, person, secret } = await withSecondFactor();
  const { session } = await halfSignedIn(db, person.id);
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
  const other = { ...contextFor(db, later(60)), keyring: keyringOf(Buffer.alloc(32, 8)) };
  expect(await giveSecondFactor(other, session, codeAt(secret, later(60)))).toEqual({ ok: false, code: "wrong_code" });
  vi.mocked(console.error).mockClear();
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ level: "error", event: "second_factor_unreadable", requestId: "test" }]);
});
