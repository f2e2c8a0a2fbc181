import { describe, expect, it } from "vitest";

import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { traceStatements } from "#tests/support/statements.ts";

import { changeClient, openClient, voidClient } from "./clients.server.ts";
import { voidEntry } from "./change-entry.server.ts";
import { findClient, listClients } from "./queries.server.ts";

async function opened({ db, trainee }: World): Promise<string> {
  const result = await openClient(db, await actorFor(db, trainee), { requestId: newId(), ageBand: "2_4" }, NOON);
  if (!result.ok) throw new Error("not opened");
  return result.value.clientId;
}

const clientsOf = (world: World) => listClients(world.db.reader, world.trainee.id);

describe("opening a client", () => {
  it("gives it a code of its own, on today's day", async () => {
    const world = await makeWorld(await freshDatabase());
    await opened(world);
    await opened(world);
    const clients = await clientsOf(world);
    expect(new Set(clients.map((c) => c.code)).size).toBe(2);
    expect(clients[0]).toMatchObject({ ageBand: "2_4", openedOn: "2026-11-21", lastDay: null, cycles: 0 });
  });

  it("opens one where the same form is sent twice, and another where it is another trainee's", async () => {
    const world = await makeWorld(await freshDatabase());
    const [trainee, peer] = [await actorFor(world.db, world.trainee), await actorFor(world.db, world.peer)];
    const input = { requestId: newId(), ageBand: null };
    const [first, second] = await Promise.all([openClient(world.db, trainee, input, NOON), openClient(world.db, trainee, input, NOON)]);
    expect(second).toEqual(first);
    const others = await openClient(world.db, peer, input, NOON);
    expect(others.ok && others.value.clientId).not.toBe(first.ok && first.value.clientId);
    expect(await clientsOf(world)).toHaveLength(1);
  });

  it("is for trainees only", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await openClient(world.db, await actorFor(world.db, world.lead), { requestId: newId(), ageBand: null }, NOON)).toEqual({ ok: false, code: "not_allowed" });
  });
});

describe("changing a client", () => {
  it("closes and reopens the case, and a closing day can be put right; the day of opening stays", async () => {
    const world = await makeWorld(await freshDatabase());
    const [clientId, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    const later = new Date("2026-12-05T12:00:00.000Z");
    const change = (fromVersion: number, closedOn: string | null) => changeClient(world.db, actor, { clientId, fromVersion, ageBand: "5_11", closedOn }, later);
    for (const [version, day] of ["2026-12-01", "2026-11-21", null, "2026-12-05"].entries()) {
      expect(await change(version + 1, day)).toMatchObject({ ok: true });
      expect((await clientsOf(world))[0]).toMatchObject({ ageBand: "5_11", openedOn: "2026-11-21", closedOn: day, version: version + 2 });
    }
  });

  it.each(["2006-11-21", "2026-11-20"])("never closes it before it was opened: %s", async (closedOn) => {
    const world = await makeWorld(await freshDatabase());
    const [clientId, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    expect(await changeClient(world.db, actor, { clientId, fromVersion: 1, ageBand: null, closedOn }, NOON)).toEqual({ ok: false, code: "closed_before_opening" });
    expect((await clientsOf(world))[0]).toMatchObject({ openedOn: "2026-11-21", closedOn: null, version: 1 });
  });

  it("never closes it before its last cycle; what was closed before is left as it is", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world, { filmedOn: "2026-11-02", reviewedOn: "2026-11-09" });
    const [clientId, actor] = [(await clientsOf(world))[0]?.id ?? "", await actorFor(world.db, world.trainee)];
    const change = (fromVersion: number, closedOn: string, ageBand: "adult" | null = null) => changeClient(world.db, actor, { clientId, fromVersion, ageBand, closedOn }, NOON);
    expect(await change(1, "2026-11-08")).toEqual({ ok: false, code: "closed_before_last_cycle" });
    expect(await change(1, "2026-11-09")).toMatchObject({ ok: true });
    await loggedCycle(world, { filmedOn: "2026-11-16", reviewedOn: "2026-11-17" }, { clientId });
    expect(await change(2, "2026-11-09", "adult")).toMatchObject({ ok: true });
    expect(await change(3, "2026-11-10")).toEqual({ ok: false, code: "closed_before_last_cycle" });
  });

  it("is refused for a day to come, from an older version, and for another's client", async () => {
    const world = await makeWorld(await freshDatabase());
    const [clientId, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    const change = (over: object, by = actor) => changeClient(world.db, by, { clientId, fromVersion: 1, ageBand: null, closedOn: null, ...over }, NOON);
    expect(await change({ closedOn: "2026-11-22" })).toEqual({ ok: false, code: "closed_in_future" });
    expect(await change({ fromVersion: 2 })).toEqual({ ok: false, code: "changed_meanwhile" });
    expect(await change({}, await actorFor(world.db, world.peer))).toEqual({ ok: false, code: "not_there" });
    const results = await Promise.all([change({ ageBand: "adult" }), change({ ageBand: "0_2" })]);
    expect(results).toEqual([{ ok: true, value: { clientId } }, { ok: false, code: "changed_meanwhile" }]);
  });
});

describe("voiding a client", () => {
  it("waits until none of its cycles stands", async () => {
    const world = await makeWorld(await freshDatabase());
    const [clientId, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    const entryId = await loggedCycle(world, {}, { clientId });
    const input = { clientId, fromVersion: 1, reason: "Opened by mistake" };
    expect(await voidClient(world.db, actor, input, NOON)).toEqual({ ok: false, code: "client_has_cycles" });
    await voidEntry(world.db, actor, { entryId, fromVersion: 1, reason: "Wrong client" }, NOON);
    expect(await voidClient(world.db, actor, input, NOON)).toEqual({ ok: true, value: { clientId } });
    expect(await clientsOf(world)).toEqual([]);
    expect(await voidClient(world.db, actor, { ...input, fromVersion: 2 }, NOON)).toEqual({ ok: false, code: "not_there" });
  });
});

it("one client is read alone, however many there are", async () => {
  const world = await makeWorld(await freshDatabase());
  for (let n = 0; n < 3; n += 1) await loggedCycle(world);
  const client = (await clientsOf(world))[1];
  const statements = await traceStatements(world.db, async ({ reader }) => {
    expect(await findClient(reader, world.trainee.id, client?.id ?? "")).toEqual(client);
  });
  expect(statements.map((s) => s.rows)).toEqual([1, 1]);
});
