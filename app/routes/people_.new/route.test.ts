import { expect, test } from "vitest";

import { readSession } from "#app/people/sessions.server.ts";
import type { Database } from "#db/database.server.ts";
import { givePassword, later, NOW, PASSWORD } from "#tests/support/account.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as page from "./route.tsx";

async function administration() {
  const db = await freshDatabase();
  const here = await makeProgramme(db);
  const admin = await makePerson(db);
  await makeGrant(db, { personId: admin.id, programmeId: here.id, role: "administrator" });
  await givePassword(db, admin.id);
  const { cookie } = await signIn(db, admin.id, NOW);
  const typed = { name: "Morven Laird", email: "morven.laird@example.org", role: "supervisor", programmeId: here.id, startsOnDay: "12", startsOnMonth: "3", startsOnYear: "2026" };
  return { db, cookie, typed };
}

async function send({ db, cookie, typed }: Awaited<ReturnType<typeof administration>>, over: Readonly<Record<string, string>> = {}, now = NOW) {
  const answer = await page.action({ request: requestOf("/people/new", { cookie, form: { ...typed, ...over } }), context: contextFor(db, now), params: {} });
  if (!("init" in answer)) return { status: answer.status };
  return { status: answer.init?.status, error: answer.data.lastResult.error, typed: answer.data.lastResult.initialValue };
}

const isThere = async (db: Database) => (await db.reader.selectFrom("person").select("id").where("name", "=", "Morven Laird").execute()).length === 1;

test("somebody new is not lost where the password is missing or wrong: what was typed stands in the form, and the same form adds them", async () => {
  const a = await administration();
  expect(await send(a)).toMatchObject({ status: 400, error: { password: ["Enter your password"] }, typed: a.typed });
  expect(await send(a, { password: "another guess of mine" })).toMatchObject({ status: 400, error: { "": [expect.any(String)] }, typed: a.typed });
  expect(await isThere(a.db)).toBe(false);
  expect(await send(a, { password: PASSWORD })).toEqual({ status: 302 });
  expect(await isThere(a.db)).toBe(true);
});

test("the password once proved holds for ten minutes, also where a rule then says no, and never comes back into the page", async () => {
  const a = await administration();
  const refused = await send(a, { role: "trainee", isExternal: "on", password: PASSWORD });
  expect([refused.status, refused.error, refused.typed?.password]).toEqual([400, { role: [expect.any(String)] }, undefined]);
  expect((await readSession(a.db, requestOf("/", { cookie: a.cookie }), NOW))?.reauthenticatedAt).toBe(NOW.toISOString());
  expect(await send(a, {}, later(10))).toMatchObject({ status: 400, error: { password: [expect.any(String)] } });
  expect(await send(a)).toEqual({ status: 302 });
});
