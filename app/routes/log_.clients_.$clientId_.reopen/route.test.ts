import { expect, test } from "vitest";

import { changeClient } from "#app/logbook/clients.server.ts";
import { closeCase } from "#app/logbook/close-case.server.ts";
import { findClient } from "#app/logbook/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

const CLOSING = { closedOn: "2026-11-21", closedBecause: "work_done", copies: "given", originals: "gone", nextSteps: null } as const;

async function send({ db, trainee }: World, clientId: string, fromVersion: string) {
  const { cookie } = await signIn(db, trainee.id, NOON);
  const request = requestOf(`/log/clients/${clientId}/reopen`, { cookie, form: { fromVersion, reopenedOnChoice: "today" } });
  return page.action({ request, context: contextFor(db, NOON), params: { clientId } });
}

test("a closed case that was changed in another tab is opened again once what stands now was shown; its next steps stay", async () => {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const { id: clientId } = await world.db.reader.selectFrom("client").select("id").executeTakeFirstOrThrow();
  const actor = await actorFor(world.db, world.trainee);
  await closeCase(world.db, actor, { clientId, fromVersion: 1, ...CLOSING }, NOON);
  await changeClient(world.db, actor, { clientId, fromVersion: 2, told: { ageBand: "0_2", nextSteps: "Film again in spring" } }, NOON);
  const answer = await send(world, clientId, "2");
  if (!("data" in answer)) throw new Error("it was taken");
  expect([answer.init?.status, answer.data.fresh?.version, answer.data.fresh?.values.map((v) => v.value)]).toEqual([409, 3, ["21 November 2026", "The work is done", "Film again in spring"]]);
  expect(await send(world, clientId, "3") instanceof Response).toBe(true);
  expect(await findClient(world.db.reader, world.trainee.id, clientId)).toMatchObject({ version: 4, closedOn: null, nextSteps: "Film again in spring" });
});
