import { describe, expect, it } from "vitest";

import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { traceStatements } from "#tests/support/statements.ts";

import { closeCase } from "./close-case.server.ts";
import { changeClient, openClient, voidClient } from "./clients.server.ts";
import { voidEntry } from "./change-entry.server.ts";
import { findClient, listClients } from "./queries.server.ts";

async function opened({ db, trainee }: World, openedOn = "2026-11-21"): Promise<string> {
  const result = await openClient(db, await actorFor(db, trainee), { requestId: newId(), ageBand: "2_4", openedOn }, NOON);
  if (!result.ok) throw new Error("not opened");
  return result.value.clientId;
}

const CLOSING = { closedOn: "2026-11-21", closedBecause: "work_done", copies: "given", originals: "gone", nextSteps: null } as const;

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
  it("writes all that is told of the case in the next version, and keeps what it is not told", async () => {
    const world = await makeWorld(await freshDatabase());
    const [clientId, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    const told = {
      ageBand: "5_11", openedOn: "2026-11-02", relation: "kinship_carer", setting: "home", helpingQuestion: "How do I know what she likes?",
      goals: [{ place: 1, text: "Calm evenings", atStart: 3 }, { place: 3, text: null, atStart: 0 }], measuredInDcs: true, nextSteps: "A walk together",
    } as const;
    expect(await changeClient(world.db, actor, { clientId, fromVersion: 1, told }, NOON)).toEqual({ ok: true, value: { clientId } });
    expect((await clientsOf(world))[0]).toMatchObject({ ...told, closedOn: null, version: 2 });
    expect(await changeClient(world.db, actor, { clientId, fromVersion: 2, told: { ageBand: null } }, NOON)).toMatchObject({ ok: true });
    expect((await clientsOf(world))[0]).toMatchObject({ ...told, ageBand: null, version: 3 });
  });

  const days: readonly (readonly [why: string, openedOn: string, code: string | null])[] = [
    ["the first film may be on the day of opening", "2026-11-03", null], ["a day before it", "2026-11-02", null],
    ["a day after the first film is too late", "2026-11-04", "opened_after_first_film"], ["tomorrow is no opening", "2026-11-22", "opened_in_future"],
    ["nor is a day after the closing", "2026-11-12", "opened_after_closing"],
  ];
  it.each(days)("the day of opening: %s", async (_why, openedOn, code) => {
    const world = await makeWorld(await freshDatabase());
    await loggedCycle(world, { filmedOn: "2026-11-03", reviewedOn: "2026-11-10" });
    const [client, actor] = [(await clientsOf(world))[0], await actorFor(world.db, world.trainee)];
    const clientId = client?.id ?? "";
    if (code === "opened_after_closing") await closeCase(world.db, actor, { clientId, fromVersion: 1, ...CLOSING, closedOn: "2026-11-10" }, NOON);
    const result = await changeClient(world.db, actor, { clientId, fromVersion: code === "opened_after_closing" ? 2 : 1, told: { ageBand: null, openedOn } }, NOON);
    expect(result).toEqual(code === null ? { ok: true, value: { clientId } } : { ok: false, code });
  });

  it("is refused from an older version, and for another's client; of two at once one is taken", async () => {
    const world = await makeWorld(await freshDatabase());
    const [clientId, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    const change = (over: object, by = actor) => changeClient(world.db, by, { clientId, fromVersion: 1, told: { ageBand: null }, ...over }, NOON);
    expect(await change({ fromVersion: 2 })).toEqual({ ok: false, code: "changed_meanwhile" });
    expect(await change({}, await actorFor(world.db, world.peer))).toEqual({ ok: false, code: "not_there" });
    expect(await Promise.all([change({ told: { ageBand: "adult" } }), change({ told: { ageBand: "0_2" } })])).toEqual([{ ok: true, value: { clientId } }, { ok: false, code: "changed_meanwhile" }]);
  });
});

describe("voiding a client", () => {
  it("waits until none of its cycles stands", async () => {
    const world = await makeWorld(await freshDatabase());
    const [clientId, actor] = [await opened(world, "2026-11-01"), await actorFor(world.db, world.trainee)];
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
