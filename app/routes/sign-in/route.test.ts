import { expect, test } from "vitest";

import { hashPassword, storePassword } from "#app/people/passwords.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as page from "./route.tsx";

const NOW = new Date("2026-03-12T08:00:00.000Z");
const PASSWORD = "four plain words here";
const params = {};

async function portal() {
  const db = await freshDatabase();
  const person = await makePerson(db, { email: "trainee@example.org" });
  await makeGrant(db, { personId: person.id, programmeId: (await makeProgramme(db)).id, role: "trainee" });
  const passwordHash = await hashPassword(PASSWORD);
  await db.inTransaction((trx) => storePassword(trx, person.id, passwordHash, NOW));
  return { db, person };
}

const post = (db: Awaited<ReturnType<typeof freshDatabase>>, path: string, form: Record<string, string>) =>
  page.action({ request: requestOf(path, { form }), context: contextFor(db, NOW), params });

test("signing in leads back to the page asked for, with the cookie; never to another site", async () => {
  const { db, person } = await portal();
  const form = { email: person.email, password: PASSWORD };
  const back = await post(db, "/sign-in?redirectTo=%2Flog%3Fkind%3Dcycle", form);
  expect(back).toBeInstanceOf(Response);
  expect(back instanceof Response && [back.status, back.headers.get("location")]).toEqual([302, "/log?kind=cycle"]);
  expect(back instanceof Response && back.headers.get("set-cookie")).toMatch(/^attune_session=[a-z0-9]{40}; .*HttpOnly; .*Secure/);
  const away = await post(db, "/sign-in?redirectTo=%2F%2Fevil.example", form);
  expect(away instanceof Response && away.headers.get("location")).toBe("/");
});

test("what was typed is kept, the password is not; a wrong one is 400, the sixth try 429", async () => {
  const { db } = await portal();
  const answers = [];
  for (let i = 0; i < 6; i += 1) answers.push(await post(db, "/sign-in", { email: "nobody@example.org", password: "not the password" }));
  const [first, last] = [answers[0], answers[5]];
  expect(first && "init" in first && first.init?.status).toBe(400);
  expect(last && "init" in last && last.init?.status).toBe(429);
  expect(last && "init" in last && new Headers(last.init?.headers).get("Retry-After")).toMatch(/^[1-9]\d*$/);
  expect(last && "data" in last && last.data.lastResult).toMatchObject({ initialValue: { email: "nobody@example.org" }, error: { "": ["That was tried too often. Wait 1 second, then try again."] } });
  expect(JSON.stringify(answers)).not.toContain("not the password");
});

test("while somebody hammers at an account from elsewhere, its owner's own form signs them in", async () => {
  const { db, person } = await portal();
  const postFrom = (address: string, password: string) =>
    page.action({ request: requestOf("/sign-in", { form: { email: person.email, password } }), context: contextFor(db, NOW, { address }), params });
  for (let i = 0; i < 50; i += 1) await postFrom("2001:db8:1:2::bad", "not the password");
  const neighbour = await postFrom("2001:db8:1:2::cafe", PASSWORD);
  expect("init" in neighbour && neighbour.init?.status).toBe(429);
  const owner = await postFrom("192.0.2.50", PASSWORD);
  expect(owner instanceof Response && [owner.status, owner.headers.get("location")]).toEqual([302, "/"]);
});

const UNREADABLE: Record<string, string>[] = [
  {}, { email: "x" }, { email: "a@b.c", password: "x".repeat(201) }, { email: `${"a".repeat(300)}@example.org`, password: "x" }, { "email[0]": "x", password: "y" },
];

test.each(UNREADABLE)(
  "%j is a 400 with errors", async (form) => {
    const { db } = await portal();
    const answer = await post(db, "/sign-in", form);
    expect("init" in answer && answer.init?.status).toBe(400);
  });

test("whoever is signed in is led home", async () => {
  const { db, person } = await portal();
  const { cookie } = await signIn(db, person.id, NOW);
  const home = await page.loader({ request: requestOf("/sign-in", { cookie }), context: contextFor(db, NOW), params });
  expect(home instanceof Response && home.headers.get("location")).toBe("/progress");
  expect(await page.loader({ request: requestOf("/sign-in"), context: contextFor(db, NOW), params })).toEqual({ isDemo: false, hasNoRole: false, done: null, isUnsaved: false });
  expect(await page.loader({ request: requestOf("/sign-in?redirectTo=%2Flog&unsaved=1"), context: contextFor(db, NOW), params })).toMatchObject({ isUnsaved: true });
});
