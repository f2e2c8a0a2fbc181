import { expect, test } from "vitest";

import { markReauthenticated, readSession } from "#app/people/sessions.server.ts";
import type { Database } from "#db/database.server.ts";
import { givePassword, NOW, PASSWORD } from "#tests/support/account.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as endGrant from "../people_.$personId_.grants_.$grantId.end/route.tsx";
import * as grants from "./route.tsx";

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

test("outside the demonstration a role is granted only with the password again; in it nothing is asked", async () => {
  const db = await freshDatabase();
  const here = await makeProgramme(db);
  const [admin, trainee] = [await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: admin.id, programmeId: here.id, role: "administrator" });
  await makeGrant(db, { personId: trainee.id, programmeId: here.id, role: "trainee" });
  const { cookie } = await signIn(db, admin.id, NOW);
  const form = { role: "administrator", programmeId: here.id, startsOnDay: "12", startsOnMonth: "3", startsOnYear: "2026" };
  const send = (isDemo: boolean) => grants.action({
    request: requestOf("/people/x/grants", { cookie, form }), context: contextFor(db, NOW, { isDemo }), params: { personId: trainee.id },
  });
  const look = (isDemo: boolean) => grants.loader({ request: requestOf("/people/x/grants", { cookie }), context: contextFor(db, NOW, { isDemo }), params: { personId: trainee.id } });
  expect([(await look(false)).proof, (await look(true)).proof]).toEqual(["password", "none"]);
  const refused = await send(false);
  expect("init" in refused && [refused.init?.status, refused.data.lastResult]).toMatchObject([400, { error: { password: [expect.any(String)] }, initialValue: form }]);
  expect(await db.reader.selectFrom("audit_entry").select("seq").execute()).toEqual([]);
  const inDemo = await send(true);
  expect(inDemo instanceof Response && inDemo.headers.get("location")).toBe(`/people/${trainee.id}?done=role`);
});

test("so it is where a role is ended", async () => {
  const db = await freshDatabase();
  const here = await makeProgramme(db);
  const [admin, other] = [await makePerson(db), await makePerson(db)];
  await makeGrant(db, { personId: admin.id, programmeId: here.id, role: "administrator" });
  const held = await makeGrant(db, { personId: other.id, programmeId: here.id, role: "lead" });
  await givePassword(db, admin.id);
  const { cookie } = await signIn(db, admin.id, NOW);
  const form = { version: "1", endsOnDay: "12", endsOnMonth: "3", endsOnYear: "2026" };
  const asked = (over?: Record<string, string>) =>
    ({ request: requestOf("/people/x/grants/y/end", { cookie, ...(over ? { form: { ...form, ...over } } : {}) }), context: contextFor(db, NOW), params: { personId: other.id, grantId: held.id } });
  expect((await endGrant.loader(asked())).proof).toBe("password");
  for (const over of [{}, { password: "another guess of mine" }]) {
    const refused = await endGrant.action(asked(over));
    expect("init" in refused && [refused.init?.status, refused.data.lastResult.initialValue]).toMatchObject([400, form]);
  }
  const ended = await endGrant.action(asked({ password: PASSWORD }));
  expect(ended instanceof Response && ended.headers.get("location")).toBe(`/people/${other.id}?done=role`);
});
