import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { requestOf } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makePerson } from "#tests/support/factories.ts";

import {
  blankSessionCookie, deleteExpired, endAllSessions, endSession, markReauthenticated, readSession, SESSION_COOKIE, sessionCookie, startSession,
} from "./sessions.server.ts";

const START = new Date("2026-03-12T08:00:00.000Z");
const after = (hours: number, minutes = 0, ms = 0): Date => new Date(START.getTime() + (hours * 60 + minutes) * 60_000 + ms);
const withCookie = (id: string): Request => requestOf("/", { cookie: `${SESSION_COOKIE}=${id}` });

async function started() {
  const db = await freshDatabase();
  const person = await makePerson(db);
  const id = await db.inTransaction((trx) => startSession(trx, person.id, START));
  return { db, person, id };
}

test("only the hash of a session's id is stored", async () => {
  const { db, id, person } = await started();
  const rows = await db.reader.selectFrom("session").selectAll().execute();
  expect(rows).toMatchObject([{ id_hash: createHash("sha256").update(id).digest("hex"), person_id: person.id, second_factor_at: null }]);
  expect(JSON.stringify(rows)).not.toContain(id);
});

test("another service's cookie that cannot be decoded stands in nobody's way", async () => {
  const { db, id, person } = await started();
  const beside = requestOf("/", { cookie: `other=%zz; ${SESSION_COOKIE}=${id}; last=%` });
  expect(await readSession(db, beside, START)).toMatchObject({ personId: person.id });
  expect(await readSession(db, requestOf("/", { cookie: `${SESSION_COOKIE}=%` }), START)).toBeNull();
});

test.each([
  { at: after(1, 59), lives: true, why: "a minute before the idle time is over" },
  { at: after(2, 0, -1), lives: true, why: "a millisecond before" },
  { at: after(2), lives: false, why: "two hours without a page" },
])("after being idle: $why", async ({ at, lives }) => {
  const { db, id } = await started();
  expect((await readSession(db, withCookie(id), at)) !== null).toBe(lives);
});

test("each page starts the idle time anew, until twelve hours are over", async () => {
  const { db, id } = await started();
  for (let hour = 1; hour < 12; hour += 1) expect(await readSession(db, withCookie(id), after(hour, 30))).not.toBeNull();
  expect(await readSession(db, withCookie(id), after(12, 0, -1))).not.toBeNull();
  expect(await readSession(db, withCookie(id), after(12))).toBeNull();
});

test("pages within a minute of each other write nothing", async () => {
  const { db, id } = await started();
  await readSession(db, withCookie(id), after(0, 0, 59_999));
  expect(await db.reader.selectFrom("session").select("expires_at").execute()).toEqual([{ expires_at: after(2).toISOString() }]);
  await readSession(db, withCookie(id), after(0, 1));
  expect(await db.reader.selectFrom("session").select("expires_at").execute()).toEqual([{ expires_at: after(2, 1).toISOString() }]);
});

test("an ended session, another's id, a hash and no cookie let nobody in", async () => {
  const { db, id } = await started();
  const session = await readSession(db, withCookie(id), START);
  expect(await readSession(db, withCookie("x".repeat(40)), START)).toBeNull();
  expect(await readSession(db, withCookie(session?.idHash ?? ""), START)).toBeNull();
  expect(await readSession(db, requestOf("/"), START)).toBeNull();
  await db.inTransaction((trx) => endSession(trx, { idHash: session?.idHash ?? "" }));
  expect(await readSession(db, withCookie(id), START)).toBeNull();
});

test("all of a person's sessions end, or all but the one that acts; nobody else's", async () => {
  const { db, id, person } = await started();
  const other = await makePerson(db);
  const [second, others] = await db.inTransaction(async (trx) => [await startSession(trx, person.id, START), await startSession(trx, other.id, START)] as const);
  const acting = await readSession(db, withCookie(id), START);
  await db.inTransaction((trx) => endAllSessions(trx, person.id, acting ?? { idHash: "" }));
  expect([await readSession(db, withCookie(id), START), await readSession(db, withCookie(second), START)]).toEqual([acting, null]);
  await db.inTransaction((trx) => endAllSessions(trx, person.id));
  expect(await readSession(db, withCookie(id), START)).toBeNull();
  expect(await readSession(db, withCookie(others), START)).not.toBeNull();
});

test("proving oneself again is noted, and what is over is cleared away", async () => {
  const { db, id } = await started();
  const session = await readSession(db, withCookie(id), START);
  await db.inTransaction((trx) => markReauthenticated(trx, { idHash: session?.idHash ?? "" }, after(0, 5)));
  expect((await readSession(db, withCookie(id), START))?.reauthenticatedAt).toBe(after(0, 5).toISOString());
  await db.inTransaction((trx) => deleteExpired(trx, after(2, 0, -1)));
  expect(await db.reader.selectFrom("session").select("person_id").execute()).toHaveLength(1);
  await db.inTransaction((trx) => deleteExpired(trx, after(2)));
  expect(await db.reader.selectFrom("session").select("person_id").execute()).toEqual([]);
});

test("the cookie is out of reach of scripts and other sites, and of plain http where the portal has https", async () => {
  const { db, id } = await started();
  const secure = sessionCookie(db, { origin: "https://attune.test" }, id).split("; ");
  expect(secure).toEqual(expect.arrayContaining([`${SESSION_COOKIE}=${id}`, "HttpOnly", "Path=/", "SameSite=Lax", "Secure"]));
  expect(secure.some((part) => part.startsWith("Domain"))).toBe(false);
  expect(sessionCookie(db, { origin: "http://localhost:3000" }, id).split("; ")).not.toContain("Secure");
  expect(blankSessionCookie(db, { origin: "https://attune.test" }).split("; ")).toEqual(expect.arrayContaining([`${SESSION_COOKIE}=`, "Max-Age=0"]));
});
