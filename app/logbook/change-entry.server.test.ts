import { describe, expect, it } from "vitest";

import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, cycleContent, loggedCycle, loggedPeer, loggedSupervision, loggedTraining, makeWorld, NOON, peerContent, supervisionContent, trainingContent, type World } from "#tests/support/logbook.ts";

import { changeEntry, voidEntry } from "./change-entry.server.ts";
import type { Content } from "./content.ts";
import { decideEntries } from "./decide-entries.server.ts";
import { findEntry, listEntries, listVersions } from "./queries.server.ts";
import { compareProjection } from "./recount.server.ts";

async function cycleOf(world: World, entryId: string): Promise<{ clientId: string }> {
  const entry = await findEntry(world.db.reader, await actorFor(world.db, world.trainee), entryId);
  if (entry?.kind !== "cycle") throw new Error("no cycle");
  return { clientId: entry.clientId };
}

async function confirm(world: World, person: { id: string }, entryId: string, version = 1): Promise<void> {
  const result = await decideEntries(world.db, await actorFor(world.db, person), { entries: [{ entryId, version }], decision: "confirmed", note: null }, NOON);
  expect(result).toMatchObject({ ok: true });
}

async function closeFirstStage({ db, trainee, supervisor }: World, closedOn: string, reopened: 0 | 1 = 0): Promise<void> {
  await db.reader.insertInto("stage_closing").values({
    id: newId(), version: 1, recorded_at: NOON.toISOString(), recorded_by: supervisor.id, voided: 0, reason: null,
    trainee_id: trainee.id, stage: 1, closed_on: closedOn, decided_by: supervisor.id, reopened,
  }).execute();
}

const entryOf = async (world: World, entryId: string, actor?: Actor) => findEntry(world.db.reader, actor ?? await actorFor(world.db, world.trainee), entryId);

describe("changing an entry", () => {
  it("adds a version with who, when, why and what", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world, { reviewedOn: null });
    const content = { ...cycleContent({ reviewedOn: "2026-11-12", note: "She waited." }), ...await cycleOf(world, entryId) };
    const result = await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, content, reason: "The review took place" }, NOON);
    expect(result).toEqual({ ok: true, value: { entryId, version: 2, lapsed: false } });
    expect(await listVersions(world.db.reader, entryId)).toMatchObject([
      { version: 2, recordedBy: "Ailsa Rutherglen", reason: "The review took place", changes: [{ field: "reviewedOn", from: null, to: "2026-11-12" }, { field: "note", from: null, to: "She waited." }] },
      { version: 1, changes: [] },
    ]);
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
  });

  it("writes nothing where nothing is different", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedPeer(world);
    const result = await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, content: peerContent([world.peer.id]), reason: null }, NOON);
    expect(result).toEqual({ ok: true, value: { entryId, version: 1, lapsed: false } });
    expect(await listVersions(world.db.reader, entryId)).toHaveLength(1);
  });

  it("takes the first of two changes made from the same version; the second is told", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    const actor = await actorFor(world.db, world.trainee);
    const change = (minutes: number) =>
      changeEntry(world.db, actor, { entryId, fromVersion: 1, content: supervisionContent(world.supervisor.id, { minutes }), reason: null }, NOON);
    const results = await Promise.all([change(75), change(90)]);
    expect(results).toEqual([{ ok: true, value: { entryId, version: 2, lapsed: false } }, { ok: false, code: "changed_meanwhile" }]);
    expect(await entryOf(world, entryId)).toMatchObject({ version: 2, minutes: 75 });
  });

  it("takes the same change sent twice as one", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    const actor = await actorFor(world.db, world.trainee);
    const change = () => changeEntry(world.db, actor, { entryId, fromVersion: 1, content: supervisionContent(world.supervisor.id, { minutes: 75 }), reason: null }, NOON);
    const results = await Promise.all([change(), change()]);
    expect(results.map((r) => r.ok && r.value.version)).toEqual([2, 2]);
  });

  it("does not find another trainee's entry, nor one of another kind", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    const content = supervisionContent(world.supervisor.id);
    expect(await changeEntry(world.db, await actorFor(world.db, world.peer), { entryId, fromVersion: 1, content, reason: null }, NOON)).toEqual({ ok: false, code: "not_there" });
    expect(await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, content: trainingContent(), reason: null }, NOON)).toEqual({ ok: false, code: "not_there" });
    expect(await changeEntry(world.db, await actorFor(world.db, world.supervisor), { entryId, fromVersion: 1, content, reason: null }, NOON)).toEqual({ ok: false, code: "not_allowed" });
  });
});

describe("a confirmation lapses when what counts changes", () => {
  type Case = readonly [what: string, over: Partial<ReturnType<typeof supervisionContent>>, state: "waiting" | "confirmed"];
  const supervision: readonly Case[] = [
    ["minutes", { minutes: 90 }, "waiting"], ["day", { heldOn: "2026-11-04" }, "waiting"], ["time", { startsAt: "14:30" }, "waiting"], ["format", { format: "group" }, "waiting"],
    ["note", { note: "Looked at waiting." }, "confirmed"], ["the way of meeting", { mode: "in_person" }, "confirmed"],
  ];
  it.each(supervision)("supervision: %s", async (_what, over, state) => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    await confirm(world, world.supervisor, entryId);
    const content = supervisionContent(world.supervisor.id, over);
    const result = await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, content, reason: null }, NOON);
    expect(result).toMatchObject({ ok: true, value: { lapsed: state === "waiting" } });
    expect(await entryOf(world, entryId)).toMatchObject({ version: 2, confirmation: state });
  });

  it("stays lapsed through a later change of the note, and stands again once confirmed anew", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    await confirm(world, world.supervisor, entryId);
    const actor = await actorFor(world.db, world.trainee);
    await changeEntry(world.db, actor, { entryId, fromVersion: 1, content: supervisionContent(world.supervisor.id, { minutes: 90 }), reason: null }, NOON);
    await changeEntry(world.db, actor, { entryId, fromVersion: 2, content: supervisionContent(world.supervisor.id, { minutes: 90, note: "A note." }), reason: null }, NOON);
    expect(await entryOf(world, entryId)).toMatchObject({ version: 3, confirmation: "waiting" });
    await confirm(world, world.supervisor, entryId, 3);
    expect(await entryOf(world, entryId)).toMatchObject({ version: 3, confirmation: "confirmed" });
  });

  it("peer supervision: who was there; training: how many half-days", async () => {
    const world = await makeWorld(await freshDatabase());
    const actor = await actorFor(world.db, world.trainee);
    const [peer, training] = [await loggedPeer(world), await loggedTraining(world)];
    await confirm(world, world.peer, peer);
    await confirm(world, world.lead, training);
    await changeEntry(world.db, actor, { entryId: peer, fromVersion: 1, content: peerContent([world.peer.id], { minutes: 75 }), reason: null }, NOON);
    await changeEntry(world.db, actor, { entryId: training, fromVersion: 1, content: trainingContent({ halfDays: 3 }), reason: null }, NOON);
    expect(await entryOf(world, peer)).toMatchObject({ confirmation: "waiting" });
    expect(await entryOf(world, training)).toMatchObject({ confirmation: "waiting" });
  });
});

describe("a signed stage locks its entries", () => {
  const changed = (world: World): Content => supervisionContent(world.supervisor.id, { minutes: 90 });

  it("on the day of the signing, and no longer on the day after", async () => {
    const world = await makeWorld(await freshDatabase());
    const [inside, outside] = [await loggedSupervision(world, { heldOn: "2026-11-05" }), await loggedSupervision(world, { heldOn: "2026-11-06" })];
    await closeFirstStage(world, "2026-11-05");
    const actor = await actorFor(world.db, world.trainee);
    expect(await changeEntry(world.db, actor, { entryId: inside, fromVersion: 1, content: changed(world), reason: null }, NOON)).toEqual({ ok: false, code: "locked_by_stage" });
    expect(await voidEntry(world.db, actor, { entryId: inside, fromVersion: 1, reason: "Wrong" }, NOON)).toEqual({ ok: false, code: "locked_by_stage" });
    expect(await changeEntry(world.db, actor, { entryId: outside, fromVersion: 1, content: changed(world), reason: null }, NOON)).toMatchObject({ ok: true });
  });

  it("not once it was reopened", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    await closeFirstStage(world, "2026-11-05", 1);
    expect(await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, content: changed(world), reason: null }, NOON)).toMatchObject({ ok: true });
  });

  it("not a cycle that still waits for its shared review", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedCycle(world, { reviewedOn: null });
    await closeFirstStage(world, "2026-11-05");
    const content = { ...cycleContent({ reviewedOn: "2026-11-10" }), ...await cycleOf(world, entryId) };
    expect(await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, content, reason: null }, NOON)).toMatchObject({ ok: true });
  });
});

describe("voiding an entry", () => {
  it("keeps it with the reason, counts it no more, and takes no further change", async () => {
    const world = await makeWorld(await freshDatabase());
    const actor = await actorFor(world.db, world.trainee);
    const entryId = await loggedCycle(world);
    expect(await voidEntry(world.db, actor, { entryId, fromVersion: 1, reason: "Logged twice" }, NOON)).toEqual({ ok: true, value: { entryId } });
    expect(await listEntries(world.db.reader, world.trainee.id)).toMatchObject([{ id: entryId, voided: true, reason: "Logged twice", version: 2 }]);
    expect(await world.db.reader.selectFrom("counted_entry").select("id").where("known_until", "is", null).execute()).toEqual([]);
    expect(await voidEntry(world.db, actor, { entryId, fromVersion: 2, reason: "Again" }, NOON)).toEqual({ ok: false, code: "already_voided" });
    const content = { ...cycleContent({ filmMinutes: 9 }), clientId: newId() };
    expect(await changeEntry(world.db, actor, { entryId, fromVersion: 2, content, reason: null }, NOON)).toEqual({ ok: false, code: "already_voided" });
  });

  it("does not take a version that is no longer in force", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    expect(await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 2, reason: "Wrong" }, NOON)).toEqual({ ok: false, code: "changed_meanwhile" });
  });
});
