import { expect, test } from "vitest";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { newId } from "#app/platform/ids.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

type Who = "trainee" | "peer" | "supervisor" | "lead" | "stranger";

async function load({ db, ...people }: World, who: Who, entryId: string) {
  const { cookie } = await signIn(db, people[who].id, NOON);
  return page.loader({ request: requestOf(`/log/entries/${entryId}`, { cookie }), context: contextFor(db, NOON), params: { entryId } });
}

test("an entry says what it counts towards, or every reason why not", async () => {
  const world = await makeWorld(await freshDatabase());
  const [counts, waits] = [await loggedCycle(world), await loggedSupervision(world)];
  expect((await load(world, "trainee", counts)).count).toMatchObject({ counts: true, towards: ["Clients", "Cycles"], reasons: [] });
  expect((await load(world, "trainee", waits)).count).toMatchObject({ counts: false, towards: [], reasons: [{ sameAs: null }] });
});

test("the trainee may change it, the supervisor reads it", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedSupervision(world, { note: "Looked at waiting." });
  expect(await load(world, "trainee", entryId)).toMatchObject({ owner: null, may: { change: true } });
  expect(await load(world, "supervisor", entryId)).toMatchObject({ owner: "Ailsa Rutherglen", may: { change: false }, entry: { note: "Looked at waiting." } });
});

test.each<Who>(["peer", "lead", "stranger"])("it is not there for the %s", async (who) => {
  const world = await makeWorld(await freshDatabase());
  await expect(load(world, who, await loggedCycle(world))).rejects.toMatchObject({ status: 404 });
});

test.each(["x", "../../etc/passwd", "0".repeat(200)])("nor is %j for anybody", async (entryId) => {
  await expect(load(await makeWorld(await freshDatabase()), "trainee", entryId)).rejects.toMatchObject({ status: 404 });
});

test("a question stands with who asked it; a signed stage locks", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedSupervision(world);
  await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId, version: 1 }], decision: "questioned", note: "Was it not 45 minutes?" }, NOON);
  await world.db.reader.insertInto("stage_closing").values({
    id: newId(), version: 1, recorded_at: NOON.toISOString(), recorded_by: null, voided: 0, reason: null,
    trainee_id: world.trainee.id, stage: 1, closed_on: "2026-11-20", decided_by: world.supervisor.id, reopened: 0,
  }).execute();
  expect(await load(world, "trainee", entryId)).toMatchObject({
    decisions: [{ decision: "questioned", note: "Was it not 45 minutes?", decidedBy: "Agnieszka Wiśniewska-Reid" }], lock: { stage: 1, day: "2026-11-20" }, may: { change: false },
  });
});
