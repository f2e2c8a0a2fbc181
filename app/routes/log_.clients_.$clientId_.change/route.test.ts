import { expect, test } from "vitest";

import { changeClient } from "#app/logbook/clients.server.ts";
import { findClient } from "#app/logbook/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

type Fields = Readonly<Record<string, string>>;
const OPENED = { openedOnDay: "3", openedOnMonth: "11", openedOnYear: "2026" };

async function args({ db, trainee }: World, clientId: string, form: Fields) {
  const { cookie } = await signIn(db, trainee.id, NOON);
  return { request: requestOf(`/log/clients/${clientId}/change`, { cookie, form }), context: contextFor(db, NOON), params: { clientId } };
}

/** A case whose setting was told in another tab. */
async function changedMeanwhile() {
  const world = await makeWorld(await freshDatabase());
  await loggedCycle(world);
  const { id: clientId } = await world.db.reader.selectFrom("client").select("id").executeTakeFirstOrThrow();
  await changeClient(world.db, await actorFor(world.db, world.trainee), { clientId, fromVersion: 1, told: { ageBand: "0_2", setting: "home", helpingQuestion: "How can we play together?" } }, NOON);
  return { world, clientId };
}

test("a case that was changed in another tab is a 409 that shows, field by field, what was typed and what stands now", async () => {
  const { world, clientId } = await changedMeanwhile();
  const answer = await page.action(await args(world, clientId, { ...OPENED, fromVersion: "1", ageBand: "2_4", setting: "clinic" }));
  if (!("data" in answer)) throw new Error("it was taken");
  expect([answer.init?.status, answer.data.clash?.version, answer.data.clash?.by]).toEqual([409, 2, "Ailsa Rutherglen"]);
  expect(answer.data.clash?.fields.map((f) => [f.name, f.mine, f.theirs, f.changedBy])).toEqual([
    ["ageBand", "2 to 4 years", "0 to 2 years", "you"], ["setting", "In a clinic", "At home", "both"], ["helpingQuestion", "nothing", "How can we play together?", "they"],
  ]);
});

test("sent again with a choice, each field stands as it was chosen", async () => {
  const { world, clientId } = await changedMeanwhile();
  const form = { ...OPENED, fromVersion: "2", ageBand: "2_4", setting: "clinic", "take-ageBand": "mine", "take-setting": "theirs", "take-helpingQuestion": "theirs" };
  expect((await page.action(await args(world, clientId, form))) instanceof Response).toBe(true);
  expect(await findClient(world.db.reader, world.trainee.id, clientId)).toMatchObject({ version: 3, ageBand: "2_4", setting: "home", helpingQuestion: "How can we play together?" });
});
