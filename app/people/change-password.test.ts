import { expect, test } from "vitest";

import * as page from "#app/routes/account_.password/route.tsx";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { account, NOW, PASSWORD } from "#tests/support/account.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { readSession } from "./sessions.server.ts";

test("a new password renews the sign-in: a new cookie, and the old value answers nothing", async () => {
  const { db, person } = await account(await freshDatabase());
  const { cookie } = await signIn(db, person.id, NOW);
  const before = await readSession(db, requestOf("/", { cookie }), NOW);
  const request = requestOf("/account/password", { cookie, form: { currentPassword: PASSWORD, newPassword: "another four plain words" } });
  const answer = await page.action({ request, context: contextFor(db, NOW), params: {} });
  if (!(answer instanceof Response)) throw new Error("it was not taken");
  const renewed = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect([answer.headers.get("location"), renewed.startsWith("attune_session="), renewed === cookie]).toEqual(["/account?done=password", true, false]);
  expect(await readSession(db, requestOf("/", { cookie }), NOW)).toBeNull();
  const after = await readSession(db, requestOf("/", { cookie: renewed }), NOW);
  expect(after).toEqual({ ...before, idHash: after?.idHash });
});
