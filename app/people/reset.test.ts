import { expect, test, vi } from "vitest";

import { account, actsOf, later, NOW, PASSWORD, sessionOf } from "#tests/support/account.ts";
import { actorFor, contextFor, requestOf, signIn as signedIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";
import type { Letter } from "#app/platform/mail.server.ts";
import type { Database } from "#db/database.server.ts";

import { invite } from "./invite.server.ts";
import { reauthenticate } from "./reauthenticate.server.ts";
import { hasRecentProof, requireActor } from "./request.server.ts";
import { askReset, findLivingReset, makeResetLink, resetPassword } from "./reset.server.ts";
import { readSession } from "./sessions.server.ts";
import { signIn } from "./sign-in.server.ts";

async function linkSent(db: Database, email: string, now = NOW): Promise<string> {
  const letters: Letter[] = [];
  const context = contextFor(db, now, { letters });
  await askReset(context, email);
  await context.background.finish();
  return /\/reset\/(\S+)/.exec(letters[0]?.text ?? "")?.[1] ?? "";
}

test("asking for a link answers the same for an unknown e-mail, and writes to nobody", async () => {
  const { db } = await account(await freshDatabase());
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
  const { db, person } = await account(await freshDatabase());
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
  const { db } = await account(await freshDatabase());
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
  const { db } = await account(await freshDatabase());
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
  const { db, person } = await account(await freshDatabase());
  const other = await makePerson(db, { email: "other@example.org" });
  const tokenIn = (link: string | undefined): string => link?.split("/").at(-1) ?? "";
  const kept = tokenIn(await makeResetLink(db, "https://attune.test", other.email, NOW));
  const [fromLetter, fromConsole] = [await linkSent(db, person.email), tokenIn(await makeResetLink(db, "https://attune.test", person.email, NOW))];
  const last = await linkSent(db, person.email, later(1));
  const lives = async (token: string): Promise<boolean> => await findLivingReset(db.reader, token, later(1)) !== undefined;
  expect([await lives(fromLetter), await lives(fromConsole), await lives(last), await lives(kept)]).toEqual([false, false, true, true]);
  expect(await resetPassword(contextFor(db, later(1)), fromLetter, PASSWORD)).toEqual({ ok: false, code: "reset_link_spent" });
});

test("whoever asks for a link, a living invitation stays: it ends by a newer one, or once a password was chosen", async () => {
  const { db } = await account(await freshDatabase());
  const programme = await makeProgramme(db, "Another");
  const [admin, invited] = [await makePerson(db, { email: "admin@example.org" }), await makePerson(db, { email: "new@example.org" })];
  await makeGrant(db, { personId: admin.id, programmeId: programme.id, role: "administrator" });
  const inviteAt = async (now: Date): Promise<string> => {
    const letters: Letter[] = [];
    await invite(contextFor(db, now, { letters }), await actorFor(db, admin.id, "2026-03-12"), invited);
    return /\/reset\/(\S+)/.exec(letters[0]?.text ?? "")?.[1] ?? "";
  };
  const livesAt = async (now: Date, tokens: readonly string[]): Promise<boolean[]> => Promise.all(tokens.map(async (token) => await findLivingReset(db.reader, token, now) !== undefined));
  const invitation = await inviteAt(NOW);
  const [asked, askedAgain] = [await linkSent(db, invited.email, later(1)), await linkSent(db, invited.email, later(2))];
  expect(await livesAt(later(3), [invitation, asked, askedAgain])).toEqual([true, false, true]);
  const invitedAgain = await inviteAt(later(4));
  expect(await livesAt(later(5), [invitation, askedAgain, invitedAgain])).toEqual([false, false, true]);
  const last = await linkSent(db, invited.email, later(6));
  expect(await resetPassword(contextFor(db, later(7)), last, PASSWORD)).toMatchObject({ ok: true });
  expect(await livesAt(later(8), [invitedAgain, last])).toEqual([false, false]);
});

test("of two who use one link at once, one is too late", async () => {
  const { db, person } = await account(await freshDatabase());
  const token = await linkSent(db, person.email);
  const answers = await Promise.all(["first plain words here", "second plain words here"].map((next) => resetPassword(contextFor(db, NOW), token, next)));
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
});

test.each([
  { at: later(60, -1), lives: true, why: "a millisecond before its hour is over" },
  { at: later(60), lives: false, why: "after an hour" },
])("a link is good ($lives) $why", async ({ at, lives }) => {
  const { db, person } = await account(await freshDatabase());
  expect(await findLivingReset(db.reader, await linkSent(db, person.email), at) !== undefined).toBe(lives);
});

test("a link that was made up is no link; the console makes one for a known e-mail only", async () => {
  const { db, person } = await account(await freshDatabase());
  for (const token of ["", "x", "A".repeat(43), "../../etc"]) expect(await resetPassword(contextFor(db, NOW), token, PASSWORD)).toEqual({ ok: false, code: "reset_link_spent" });
  expect(await makeResetLink(db, "https://attune.test", "nobody@example.org", NOW)).toBeUndefined();
  const link = await makeResetLink(db, "https://attune.test", person.email, NOW);
  expect(await findLivingReset(db.reader, link?.split("/").at(-1) ?? "", NOW)).toEqual({ personId: person.id });
});

test("a proof of the password stands for ten minutes", async () => {
  const { db, person } = await account(await freshDatabase());
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
  const { db, person } = await account(await freshDatabase());
  const session = await sessionOf(db, (await signedIn(db, person.id, NOW)).cookie);
  await reauthenticate(contextFor(db, NOW), session, { password: "not the password", code: "" });
  expect(await actsOf(db)).toEqual([]);
  await reauthenticate(contextFor(db, NOW), session, { password: PASSWORD, code: "" });
  expect(await actsOf(db)).toEqual([{ act: "session.proved", actor_id: person.id, subjects: JSON.stringify({ person: person.id }) }]);
});
