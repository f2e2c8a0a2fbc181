import { expect, test } from "vitest";

import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as grants from "./route.tsx";

const NOW = new Date("2026-03-12T08:00:00.000Z");

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
  const wrong = await send({});
  expect("init" in wrong && [wrong.init?.status, wrong.data.lastResult.initialValue]).toMatchObject([400, { startsOnDay: "31", role: "supervisor" }]);
  const right = await send({ startsOnDay: "28" });
  expect(right instanceof Response && right.headers.get("location")).toBe(`/people/${trainee.id}?done=role`);
});
