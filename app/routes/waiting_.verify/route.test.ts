import { expect, test } from "vitest";

import { compareProjection, countTrainee } from "#app/logbook/recount.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAccreditation, makeGrant, makePerson } from "#tests/support/factories.ts";
import { loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

async function worldWithExternal() {
  const world = await makeWorld(await freshDatabase());
  const external = await makePerson(world.db, { name: "Hanneke de Vries", isExternal: true });
  await makeGrant(world.db, { personId: external.id, programmeId: world.programmeId, role: "supervisor" });
  await makeAccreditation(world.db, external.id);
  return { world, external };
}

async function post(world: World, who: "lead" | "supervisor", form: Record<string, string>) {
  const { cookie } = await signIn(world.db, world[who].id, NOON);
  return page.action({ request: requestOf("/waiting/verify", { cookie, form }), context: contextFor(world.db, NOON), params: {} });
}

async function supervisionOf({ db, trainee }: World) {
  const supervision = (await countTrainee(db.reader, trainee.id, NOON))?.overall.find((r) => r.requirement.key === "supervision");
  return { minutes: supervision?.count, reasons: supervision?.leftOut.flatMap((l) => l.reasons.map((r) => r.code)) };
}

test("once a lead has verified the person, their minutes count: nobody outside the programme can confirm anything", async () => {
  const { world, external } = await worldWithExternal();
  await loggedSupervision(world, { supervisorId: external.id });
  expect(await supervisionOf(world)).toEqual({ minutes: 0, reasons: ["supervisor_not_verified"] });
  const answer = await post(world, "lead", { personId: external.id, reached: "on" });
  expect(answer instanceof Response && answer.headers.get("location")).toBe("/waiting?done=verified");
  expect(await supervisionOf(world)).toEqual({ minutes: 60, reasons: [] });
  expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
  const again = await post(world, "lead", { personId: external.id, reached: "on" });
  expect(again instanceof Response && again.headers.get("location")).toBe("/waiting?done=gone");
});

test("without the lead's word nothing is verified", async () => {
  const { world, external } = await worldWithExternal();
  const answer = await post(world, "lead", { personId: external.id });
  expect("init" in answer && answer.init?.status).toBe(400);
  expect("data" in answer && answer.data.lastResult.error).toEqual({ reached: ["Tick this once you have reached them yourself"] });
});

test("nobody but a lead of the programme verifies, and only somebody external", async () => {
  const { world, external } = await worldWithExternal();
  await expect(post(world, "supervisor", { personId: external.id, reached: "on" })).rejects.toMatchObject({ status: 404 });
  await expect(post(world, "lead", { personId: world.supervisor.id, reached: "on" })).rejects.toMatchObject({ status: 404 });
});
