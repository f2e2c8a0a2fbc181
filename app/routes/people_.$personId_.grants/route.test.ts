import { expect, test } from "vitest";

import { markReauthenticated, readSession } from "#app/people/sessions.server.ts";
import type { Database } from "#db/database.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as endGrant from "../people_.$personId_.grants_.$grantId.end/route.tsx";
import * as newPerson from "../people_.new/route.tsx";
import * as grants from "./route.tsx";

const NOW = new Date("2026-03-12T08:00:00.000Z");

async function prove(db: Database, cookie: string): Promise<void> {
  const session = await readSession(db, requestOf("/", { cookie }), NOW);
  await db.inTransaction((trx) => markReauthenticated(trx, { idHash: session?.idHash ?? "" }, NOW));
}

test("a role is granted by a form; a wrong day keeps what was typed", async () => {
  const db = await freshDatabase();
  const here = await makeProgramme(db);
  const [admin, trainee] = [await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: admin.id, programmeId: here.id, role: "administrator" });
  await makeGrant(db, { personId: trainee.id, programmeId: here.id, role: "trainee" });
  const { cookie } = await signIn(db, admin.id, NOW);
  const form = { role: "supervisor", programmeId: here.id, startsOnDay: "31", startsOnMonth: "2", startsOnYear: "2026", endsOnDay: "", endsOnMonth: "", endsOnYear: "" };
  const send = (over: Partial<typeof form>) => grants.action({
    request: requestOf("/people/x/grants", { cookie, form: { ...form, ...over } }), context: contextFor(db, NOW), params: { personId: trainee.id },
  });
  await prove(db, cookie);
  const wrong = await send({});
  expect("init" in wrong && [wrong.init?.status, wrong.data.lastResult.initialValue]).toMatchObject([400, { startsOnDay: "31", role: "supervisor" }]);
  const right = await send({ startsOnDay: "28" });
  expect(right instanceof Response && right.headers.get("location")).toBe(`/people/${trainee.id}?done=role`);
});

test("outside the demonstration a role is changed only after a recent proof, and a page without one leads to it", async () => {
  const db = await freshDatabase();
  const here = await makeProgramme(db);
  const [admin, trainee] = [await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: admin.id, programmeId: here.id, role: "administrator" });
  await makeGrant(db, { personId: trainee.id, programmeId: here.id, role: "trainee" });
  const { cookie } = await signIn(db, admin.id, NOW);
  const form = { role: "administrator", programmeId: here.id, startsOnDay: "12", startsOnMonth: "3", startsOnYear: "2026" };
  const send = (isDemo: boolean) => grants.action({
    request: requestOf("/people/x/grants", { cookie, form }), context: contextFor(db, NOW, { isDemo }), params: { personId: trainee.id },
  }).catch((thrown: unknown) => thrown);
  const proof = `/reauthenticate?redirectTo=${encodeURIComponent(`/people/${trainee.id}/grants`)}`;
  const looked: unknown = await grants.loader({ request: requestOf("/people/x/grants", { cookie }), context: contextFor(db, NOW), params: { personId: trainee.id } }).catch((thrown: unknown) => thrown);
  for (const answer of [looked, await send(false)]) expect(answer instanceof Response && answer.headers.get("location")).toBe(proof);
  expect(await db.reader.selectFrom("audit_entry").select("seq").execute()).toEqual([]);
  const inDemo = await send(true);
  expect(inDemo instanceof Response && inDemo.headers.get("location")).toBe(`/people/${trainee.id}?done=role`);
});

test("so it is where a role is ended, and where somebody new is given one", async () => {
  const db = await freshDatabase();
  const here = await makeProgramme(db);
  const admin = await makePerson(db);
  const held = await makeGrant(db, { personId: admin.id, programmeId: here.id, role: "administrator" });
  const { cookie } = await signIn(db, admin.id, NOW);
  const [endAt, newAt] = [`/people/${admin.id}/grants/${held.id}/end`, "/people/new"];
  const asked = (path: string, form?: Record<string, string>) =>
    ({ request: requestOf(path, { cookie, ...(form ? { form } : {}) }), context: contextFor(db, NOW), params: { personId: admin.id, grantId: held.id } });
  const answers = [
    [endAt, endGrant.loader(asked(endAt))], [endAt, endGrant.action(asked(endAt, { version: "1" }))],
    [newAt, newPerson.loader(asked(newAt))], [newAt, newPerson.action(asked(newAt, { name: "New" }))],
  ] as const;
  for (const [path, answer] of answers) {
    const thrown: unknown = await answer.then(() => null, (reason: unknown) => reason);
    expect(thrown instanceof Response && thrown.headers.get("location")).toBe(`/reauthenticate?redirectTo=${encodeURIComponent(path)}`);
  }
});
