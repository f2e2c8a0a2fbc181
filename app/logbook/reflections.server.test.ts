import { expect, it } from "vitest";

import { newId } from "#app/platform/ids.ts";
import { getProgress } from "#app/progress/queries.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, cycleContent, loggedCycle, makeWorld, NOON } from "#tests/support/logbook.ts";

import { changeEntry, voidEntry } from "./change-entry.server.ts";
import { contentOf } from "./content.ts";
import { logCycle } from "./log-entry.server.ts";
import { findEntry, listEntries, listVersions } from "./queries.server.ts";
import { findOwnReflection } from "./reflections.server.ts";

const REFLECTION = "I hurried the last clip.";

async function reflected() {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedCycle(world, { reflection: REFLECTION });
  return { world, entryId, reader: world.db.reader, actor: await actorFor(world.db, world.trainee) };
}

it("is read by its trainee alone; nothing that reads entries holds it", async () => {
  const { world, entryId, reader } = await reflected();
  expect(await findOwnReflection(reader, world.trainee.id, entryId)).toBe(REFLECTION);
  for (const other of [world.supervisor, world.peer, world.lead]) expect(await findOwnReflection(reader, other.id, entryId)).toBeNull();
  const seen = [
    await findEntry(reader, await actorFor(world.db, world.supervisor), entryId), await listEntries(reader, world.trainee.id),
    await getProgress(reader, world.trainee.id, "2026-11-21"), await listVersions(reader, entryId),
  ];
  expect(JSON.stringify(seen)).not.toContain("hurried");
});

it("goes along with every change that does not say otherwise, and with a void", async () => {
  const { world, entryId, reader, actor } = await reflected();
  const [entry] = await listEntries(reader, world.trainee.id);
  if (entry?.kind !== "cycle") throw new Error("no cycle");
  const content = { ...contentOf(entry), note: "Another note" };
  expect(await changeEntry(world.db, actor, { entryId, fromVersion: 1, content, reason: null }, NOON)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await findOwnReflection(reader, world.trainee.id, entryId)).toBe(REFLECTION);
  await voidEntry(world.db, actor, { entryId, fromVersion: 2, reason: "Logged twice" }, NOON);
  expect(await findOwnReflection(reader, world.trainee.id, entryId)).toBe(REFLECTION);
});

it("changed alone it is a version that its trainee is told of and nobody else", async () => {
  const { world, entryId, reader, actor } = await reflected();
  const [entry] = await listEntries(reader, world.trainee.id);
  if (entry?.kind !== "cycle") throw new Error("no cycle");
  const change = (fromVersion: number, reflection: string | null) => changeEntry(world.db, actor, { entryId, fromVersion, content: contentOf(entry, reflection) , reason: null }, NOON);
  expect(await change(1, REFLECTION)).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await change(1, null)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await findOwnReflection(reader, world.trainee.id, entryId)).toBeNull();
  expect((await listVersions(reader, entryId, world.trainee.id)).map((v) => v.changes.map((c) => c.field))).toEqual([["reflection"], []]);
  expect((await listVersions(reader, entryId)).map((v) => v.version)).toEqual([1]);
});

it("the same form sent twice with another reflection is not the same", async () => {
  const { world, actor } = await reflected();
  const input = { requestId: newId(), client: { newClient: { ageBand: null } }, content: cycleContent({ reflection: "One thing" }) };
  const first = await logCycle(world.db, actor, input, NOON);
  expect(await logCycle(world.db, actor, input, NOON)).toMatchObject({ ok: true, value: { repeated: true, entryId: first.ok && first.value.entryId } });
  expect(await logCycle(world.db, actor, { ...input, content: cycleContent({ reflection: "Another" }) }, NOON)).toEqual({ ok: false, code: "sent_before_differently" });
});
