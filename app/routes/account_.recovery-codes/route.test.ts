import { expect, test } from "vitest";

import { givePassword, NOW, PASSWORD } from "#tests/support/account.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as removal from "../account_.second-factor_.remove/route.tsx";
import * as codes from "./route.tsx";

test.each([["new recovery codes", codes], ["removing the second step", removal]] as const)("%s: only with the password in the form itself", async (_, route) => {
  const db = await freshDatabase();
  const person = await makePerson(db);
  await makeGrant(db, { personId: person.id, programmeId: (await makeProgramme(db)).id, role: "lead" });
  await givePassword(db, person.id);
  const { cookie } = await signIn(db, person.id, NOW);
  const asked = (form?: Record<string, string>) => ({ request: requestOf("/account/x", { cookie, ...(form ? { form } : {}) }), context: contextFor(db, NOW), params: {} });
  expect(await route.loader(asked())).toEqual({ proof: "password" });
  for (const form of [{}, { password: "another guess of mine" }]) expect(await route.action(asked(form))).toMatchObject({ init: { status: 400 } });
  const passed = await route.action(asked({ password: PASSWORD }));
  expect(passed instanceof Response && passed.headers.get("location"), "nothing to remove or renew: to the set-up").toBe("/account/second-factor");
});
