import { expect, test } from "vitest";

import { currentActor } from "#app/people/request.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as out from "./route.tsx";

const NOW = new Date("2026-03-12T08:00:00.000Z");

test("signing out ends the session and takes the cookie; without one it is no fault", async () => {
  const db = await freshDatabase();
  const person = await makePerson(db);
  await makeGrant(db, { personId: person.id, programmeId: (await makeProgramme(db)).id, role: "trainee" });
  const { cookie } = await signIn(db, person.id, NOW);
  for (const over of [{ cookie }, { cookie }, {}]) {
    const bye = await out.action({ request: requestOf("/sign-out", { ...over, form: {} }), context: contextFor(db, NOW), params: {} });
    expect([bye.status, bye.headers.get("location")]).toEqual([302, "/sign-in?done=signed-out"]);
    expect(bye.headers.get("set-cookie")).toMatch(/^attune_session=; .*Max-Age=0/);
  }
  expect(await currentActor(requestOf("/log", { cookie }), contextFor(db, NOW))).toBeNull();
});
