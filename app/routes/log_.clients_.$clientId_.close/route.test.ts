import { expect, test } from "vitest";

import { changeClient } from "#app/logbook/clients.server.ts";
import { closeCase } from "#app/logbook/close-case.server.ts";
import { findClient } from "#app/logbook/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

type Fields = Readonly<Record<string, string>>;
const CLOSING = { closedOnChoice: "today", closedBecause: "work_done", copies: "given", originals: "gone" };

async function send({ db, trainee }: World, clientId: string, form: Fields) {
  const { cookie } = await signIn(db, trainee.id, NOON);
  return page.action({ request: requestOf(`/log/clients/${clientId}/close`, { cookie, form: { ...CLOSING, ...form } }), context: contextFor(db, NOON), params: { clientId } });
}

/** A case to which next steps were written in another tab. */
async function changedMeanwhile() {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const { id: clientId } = await world.db.reader.selectFrom("client").select("id").executeTakeFirstOrThrow();
  await changeClient(world.db, await actorFor(world.db, world.trainee), { clientId, fromVersion: 1, told: { ageBand: "0_2", nextSteps: "Film again in spring" } }, NOON);
  return { world, clientId };
}

async function clashIn(answering: ReturnType<typeof send>) {
  const answer = await answering;
  if (!("data" in answer)) throw new Error("it was taken");
  return { status: answer.init?.status, version: answer.data.clash?.version, fields: answer.data.clash?.fields.map((f) => [f.name, f.mine, f.theirs, f.changedBy]) };
}

test("next steps that were written in another tab are shown beside one's own before anything is written over", async () => {
  const { world, clientId } = await changedMeanwhile();
  expect(await clashIn(send(world, clientId, { fromVersion: "1" }))).toEqual({ status: 409, version: 2, fields: [["nextSteps", "nothing", "Film again in spring", "they"]] });
  expect(await findClient(world.db.reader, world.trainee.id, clientId)).toMatchObject({ version: 2, closedOn: null, nextSteps: "Film again in spring" });
});

test.each([{ choice: "theirs", stands: "Film again in spring" }, { choice: "mine", stands: "Rest for now" }])("sent again, the next steps stand as was chosen: $choice", async ({ choice, stands }) => {
  const { world, clientId } = await changedMeanwhile();
  expect(await send(world, clientId, { fromVersion: "2", nextSteps: "Rest for now", "take-nextSteps": choice }) instanceof Response).toBe(true);
  expect(await findClient(world.db.reader, world.trainee.id, clientId)).toMatchObject({ version: 3, closedOn: "2026-11-21", nextSteps: stands });
});

test("a case that another tab closed differently is shown with all that was told then", async () => {
  const { world, clientId } = await changedMeanwhile();
  const told = { closedOn: "2026-11-21", closedBecause: "work_done", copies: "given", originals: "not_yet", nextSteps: null } as const;
  await closeCase(world.db, await actorFor(world.db, world.trainee), { clientId, fromVersion: 2, ...told }, NOON);
  const { fields } = await clashIn(send(world, clientId, { fromVersion: "2", nextSteps: "Film again in spring" }));
  expect(fields?.map(([name, , , changedBy]) => [name, changedBy])).toEqual([["originals", "both"], ["nextSteps", "they"]]);
  await send(world, clientId, { fromVersion: "3", nextSteps: "Film again in spring", "take-originals": "theirs", "take-nextSteps": "mine" });
  expect(await findClient(world.db.reader, world.trainee.id, clientId)).toMatchObject({ version: 4, originals: "not_yet", nextSteps: "Film again in spring" });
});
