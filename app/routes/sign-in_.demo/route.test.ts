import { expect, test } from "vitest";

import { contextFor, requestOf } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import * as demo from "./route.tsx";

const NOW = new Date("2026-03-12T08:00:00.000Z");
const params = {};

test("one press exists in the demonstration only", async () => {
  const db = await freshDatabase();
  const person = await makePerson(db, { email: "trainee@example.org" });
  await makeGrant(db, { personId: person.id, programmeId: (await makeProgramme(db)).id, role: "trainee" });
  const request = () => requestOf("/sign-in/demo", { form: { email: "trainee@example.org" } });
  const missing: unknown = await demo.action({ request: request(), context: contextFor(db, NOW), params }).catch((thrown: unknown) => thrown);
  expect(missing instanceof Response && missing.status).toBe(404);
  const pressed = await demo.action({ request: request(), context: contextFor(db, NOW, { isDemo: true }), params });
  expect([pressed.status, pressed.headers.get("location")]).toEqual([302, "/"]);
});
