import { expect, test } from "vitest";

import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, cycleContent, makeWorld, NOON, peerContent, supervisionContent, trainingContent, type World } from "#tests/support/logbook.ts";

import { changeEntry, voidEntry } from "./change-entry.server.ts";
import { openClient } from "./clients.server.ts";
import { logCycle, logPeerSupervision, logSupervision, logTraining } from "./log-entry.server.ts";
import { listClients, listEntries } from "./queries.server.ts";

const REFUSED = { ok: false, code: "sent_before_differently" };
const newClient = (ageBand: "0_2" | "5_11" | null) => ({ newClient: { ageBand } });
type Send = (world: World, requestId: string) => Promise<unknown>;

const KINDS: readonly (readonly [kind: string, first: Send, other: Send])[] = [
  ["supervision",
    async (w, requestId) => logSupervision(w.db, await actorFor(w.db, w.trainee), { requestId, content: supervisionContent(w.supervisor.id) }, NOON),
    async (w, requestId) => logSupervision(w.db, await actorFor(w.db, w.trainee), { requestId, content: supervisionContent(w.supervisor.id, { minutes: 95 }) }, NOON)],
  ["peer supervision",
    async (w, requestId) => logPeerSupervision(w.db, await actorFor(w.db, w.trainee), { requestId, content: peerContent([w.peer.id]) }, NOON),
    async (w, requestId) => logPeerSupervision(w.db, await actorFor(w.db, w.trainee), { requestId, content: peerContent([w.peer.id], { note: "Another note" }) }, NOON)],
  ["training",
    async (w, requestId) => logTraining(w.db, await actorFor(w.db, w.trainee), { requestId, content: trainingContent() }, NOON),
    async (w, requestId) => logTraining(w.db, await actorFor(w.db, w.trainee), { requestId, content: trainingContent({ halfDays: 3 }) }, NOON)],
  ["a cycle",
    async (w, requestId) => logCycle(w.db, await actorFor(w.db, w.trainee), { requestId, client: newClient("0_2"), content: cycleContent() }, NOON),
    async (w, requestId) => logCycle(w.db, await actorFor(w.db, w.trainee), { requestId, client: newClient("0_2"), content: cycleContent({ clipsChosen: 7 }) }, NOON)],
  ["a cycle whose new client is of another age",
    async (w, requestId) => logCycle(w.db, await actorFor(w.db, w.trainee), { requestId, client: newClient("0_2"), content: cycleContent() }, NOON),
    async (w, requestId) => logCycle(w.db, await actorFor(w.db, w.trainee), { requestId, client: newClient("5_11"), content: cycleContent() }, NOON)],
];

test.each(KINDS)("%s: the same request with other content is refused, with the same again it is idempotent", async (_kind, first, other) => {
  const world = await makeWorld(await freshDatabase());
  const requestId = newId();
  expect(await first(world, requestId)).toMatchObject({ ok: true, value: { repeated: false } });
  const [stands] = await listEntries(world.db.reader, world.trainee.id);
  expect(await other(world, requestId)).toEqual(REFUSED);
  expect(await first(world, requestId)).toMatchObject({ ok: true, value: { repeated: true } });
  expect(await listEntries(world.db.reader, world.trainee.id)).toEqual([stands]);
  expect((await listClients(world.db.reader, world.trainee.id)).length).toBeLessThanOrEqual(1);
});

test("a request of another kind, and a new client where an old one was chosen, are other content", async () => {
  const world = await makeWorld(await freshDatabase());
  const actor = await actorFor(world.db, world.trainee);
  const opened = await openClient(world.db, actor, { requestId: newId(), ageBand: null, openedOn: "2026-11-01" }, NOON);
  const requestId = newId();
  const clientId = opened.ok ? opened.value.clientId : "";
  await logCycle(world.db, actor, { requestId, client: { clientId }, content: cycleContent() }, new Date(NOON.getTime() + 60_000));
  expect(await logCycle(world.db, actor, { requestId, client: newClient(null), content: cycleContent() }, NOON)).toEqual(REFUSED);
  expect(await logSupervision(world.db, actor, { requestId, content: supervisionContent(world.supervisor.id) }, NOON)).toEqual(REFUSED);
  expect(await listClients(world.db.reader, world.trainee.id)).toHaveLength(1);
});

test("what was changed or voided since is not said to be saved again", async () => {
  const world = await makeWorld(await freshDatabase());
  const actor = await actorFor(world.db, world.trainee);
  const input = { requestId: newId(), content: supervisionContent(world.supervisor.id) };
  const logged = await logSupervision(world.db, actor, input, NOON);
  const entryId = logged.ok ? logged.value.entryId : "";
  await changeEntry(world.db, actor, { entryId, fromVersion: 1, content: supervisionContent(world.supervisor.id, { minutes: 90 }), reason: null }, NOON);
  expect(await logSupervision(world.db, actor, input, NOON)).toEqual(REFUSED);
  await changeEntry(world.db, actor, { entryId, fromVersion: 2, content: input.content, reason: null }, NOON);
  expect(await logSupervision(world.db, actor, input, NOON)).toMatchObject({ ok: true });
  await voidEntry(world.db, actor, { entryId, fromVersion: 3, reason: "Never held" }, NOON);
  expect(await logSupervision(world.db, actor, input, NOON)).toEqual(REFUSED);
});

test("opening a client: what the form calls its request is no id, and another age band is other content", async () => {
  const world = await makeWorld(await freshDatabase());
  const actor = await actorFor(world.db, world.trainee);
  for (const requestId of ["morag-sinclair", "0101190003", "new"]) {
    const opened = await openClient(world.db, actor, { requestId, ageBand: null }, NOON);
    expect(opened.ok && opened.value.clientId).toMatch(/^[0-9a-z]{20}$/);
    expect(await openClient(world.db, actor, { requestId, ageBand: null }, NOON)).toEqual(opened);
    expect(await openClient(world.db, actor, { requestId, ageBand: "2_4" }, NOON)).toEqual(REFUSED);
  }
  const audited = JSON.stringify(await world.db.reader.selectFrom("audit_entry").selectAll().execute());
  expect(audited).not.toMatch(/morag|0101190003/);
  expect(await listClients(world.db.reader, world.trainee.id)).toHaveLength(3);
});
