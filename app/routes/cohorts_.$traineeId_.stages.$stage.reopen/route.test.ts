import { expect, test } from "vitest";

import { findRecord } from "#app/pathway/queries.server.ts";
import { hashPassword, storePassword } from "#app/people/passwords.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { MadePerson } from "#tests/support/factories.ts";
import { makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { closedBefore } from "#tests/support/signing.ts";

import * as page from "./route.tsx";

const PASSWORD = "four plain words here";

async function argsFor({ db, trainee }: World, who: MadePerson, form?: Readonly<Record<string, string>>, stage = "1") {
  const { cookie } = await signIn(db, who.id, NOON);
  const request = requestOf(`/cohorts/${trainee.id}/stages/${stage}/reopen`, { cookie, ...(form ? { form } : {}) });
  return { request, context: contextFor(db, NOON), params: { traineeId: trainee.id, stage } };
}

async function closedWorld(): Promise<World> {
  const world = await makeWorld(await freshDatabase());
  await closedBefore(world, 2);
  const hashed = await hashPassword(PASSWORD);
  await world.db.inTransaction((trx) => storePassword(trx, world.lead.id, hashed, NOON));
  return world;
}

async function send(world: World, reason: string, password = PASSWORD) {
  const answer = await page.action(await argsFor(world, world.lead, { reason, password }));
  return "data" in answer ? { ...answer.data.lastResult, status: answer.init?.status } : { status: answer.status, error: null, initialValue: null };
}

test("a lead reads who signed it and when; everybody else, and a stage that is not there, get a 404", async () => {
  const world = await closedWorld();
  expect(await page.loader(await argsFor(world, world.lead))).toMatchObject({ stage: "Stage 1", signed: { by: world.supervisor.name, on: "2026-11-01" }, proof: "password" });
  expect(await page.loader(await argsFor(world, world.lead, undefined, "2"))).toMatchObject({ signed: null });
  for (const who of [world.trainee, world.supervisor, world.peer, world.stranger]) await expect(page.loader(await argsFor(world, who))).rejects.toMatchObject({ status: 404 });
  await expect(page.loader(await argsFor(world, world.lead, undefined, "9"))).rejects.toMatchObject({ status: 404 });
});

test("a reason that is missing, too long or names somebody is refused with its field and stays typed; what is reopened already is said", async () => {
  const world = await closedWorld();
  for (const reason of ["", "x".repeat(501), "Ring 07700 900123"]) {
    const { status, error, initialValue } = await send(world, reason);
    expect([status, Object.keys(error ?? {}), initialValue?.reason ?? ""]).toEqual([400, ["reason"], reason]);
  }
  expect((await send(world, "A session was held with somebody else.")).status).toBe(302);
  expect((await findRecord(world.db.reader, world.trainee.id))?.closings).toMatchObject([{ stage: 1, reopened: true, reopening: { byName: world.lead.name, reason: "A session was held with somebody else." } }]);
  expect(await send(world, "Once more.")).toMatchObject({ status: 409, initialValue: { reason: "Once more." } });
});

test("without the password nothing is reopened, and the reason stays in the form that asks for it", async () => {
  const world = await closedWorld();
  for (const [password, at] of [["", "password"], ["another guess of mine", ""]] as const) {
    expect(await send(world, "A session was held with somebody else.", password)).toMatchObject({
      status: 400, error: { [at]: [expect.any(String)] }, initialValue: { reason: "A session was held with somebody else." },
    });
  }
  expect((await findRecord(world.db.reader, world.trainee.id))?.closings).toMatchObject([{ reopened: false }]);
});
