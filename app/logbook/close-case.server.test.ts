import { describe, expect, it } from "vitest";

import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, cycleContent, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import type { Closing } from "./case-model.ts";
import { listCaseVersions } from "./case-rows.server.ts";
import { caseStory } from "./case-story.ts";
import { changeEntry } from "./change-entry.server.ts";
import { changeClient, openClient } from "./clients.server.ts";
import { closeCase, reopenCase } from "./close-case.server.ts";
import { logCycle } from "./log-entry.server.ts";
import { findClient, listClients } from "./queries.server.ts";
import { compareProjection } from "./recount.server.ts";

const CLOSING: Closing = { closedOn: "2026-11-12", closedBecause: "work_done", copies: "given", originals: "not_yet", nextSteps: "Film again in spring" };

/** A client filmed on 3 and reviewed on 10 November, whose case is open. */
async function opened(world: World): Promise<{ readonly clientId: string; readonly entryId: string }> {
  const entryId = await loggedCycle(world, { filmedOn: "2026-11-03", reviewedOn: "2026-11-10" });
  return { entryId, clientId: (await listClients(world.db.reader, world.trainee.id))[0]?.id ?? "" };
}

async function closing(world: World, clientId: string, fromVersion: number, over: Partial<Closing> = {}) {
  return closeCase(world.db, await actorFor(world.db, world.trainee), { clientId, fromVersion, ...CLOSING, ...over }, NOON);
}

const clientIn = async (world: World, clientId: string) => findClient(world.db.reader, world.trainee.id, clientId);

describe("closing a case", () => {
  const days: readonly (readonly [why: string, closedOn: string, code: string | null])[] = [
    ["today", "2026-11-21", null], ["the day of the last shared review", "2026-11-10", null],
    ["a day before it: the work went on", "2026-11-09", "closed_before_last_cycle"], ["before the case was opened", "2026-11-02", "closed_before_opening"],
    ["a day to come", "2026-11-22", "closed_in_future"],
  ];
  it.each(days)("%s", async (_why, closedOn, code) => {
    const world = await makeWorld(await freshDatabase());
    const { clientId } = await opened(world);
    expect(await closing(world, clientId, 1, { closedOn })).toEqual(code === null ? { ok: true, value: { clientId } } : { ok: false, code });
  });

  it("keeps the reason, the two answers and the next steps; put right, it is a version more", async () => {
    const world = await makeWorld(await freshDatabase());
    const { clientId } = await opened(world);
    await closing(world, clientId, 1);
    expect(await clientIn(world, clientId)).toMatchObject(CLOSING);
    expect(await closing(world, clientId, 2, { originals: "gone" })).toMatchObject({ ok: true });
    expect(await clientIn(world, clientId)).toMatchObject({ ...CLOSING, originals: "gone", version: 3 });
  });

  it("is for the trainee alone, and from the version that was seen", async () => {
    const world = await makeWorld(await freshDatabase());
    const { clientId } = await opened(world);
    const by = async (who: keyof Pick<World, "peer" | "supervisor" | "lead">) => closeCase(world.db, await actorFor(world.db, world[who]), { clientId, fromVersion: 1, ...CLOSING }, NOON);
    expect([await by("peer"), await by("supervisor"), await by("lead")].map((r) => !r.ok && r.code)).toEqual(["not_there", "not_allowed", "not_allowed"]);
    expect(await closing(world, clientId, 2)).toEqual({ ok: false, code: "changed_meanwhile" });
  });
});

describe("opening a case again", () => {
  const days: readonly (readonly [why: string, reopenedOn: string, code: string | null])[] = [
    ["on the day it was closed", "2026-11-12", null], ["today", "2026-11-21", null], ["before it was closed", "2026-11-11", "reopened_before_closing"],
    ["on a day to come", "2026-11-22", "reopened_in_future"],
  ];
  it.each(days)("by hand: %s", async (_why, reopenedOn, code) => {
    const world = await makeWorld(await freshDatabase());
    const [{ clientId }, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    expect(await reopenCase(world.db, actor, { clientId, fromVersion: 1, reopenedOn }, NOON)).toEqual({ ok: false, code: "case_not_closed" });
    await closing(world, clientId, 1);
    expect(await reopenCase(world.db, actor, { clientId, fromVersion: 2, reopenedOn }, NOON)).toEqual(code === null ? { ok: true, value: { clientId } } : { ok: false, code });
    if (code === null) expect(await clientIn(world, clientId)).toMatchObject({ closedOn: null, closedBecause: null, copies: null, originals: null, reopenedOn });
  });

  const topUps: readonly (readonly [why: string, filmedOn: string, reviewedOn: string | null, reopenedOn: string | null])[] = [
    ["a film after the closing", "2026-11-16", null, "2026-11-16"], ["a shared review after it", "2026-11-12", "2026-11-17", "2026-11-17"],
    ["a film on the day of the closing is not later", "2026-11-12", "2026-11-12", null], ["an earlier cycle logged late leaves it closed", "2026-11-04", "2026-11-09", null],
    ["a film that is planned: the case is open from today, on no day to come", "2026-11-28", null, "2026-11-21"],
  ];
  it.each(topUps)("by a top-up: %s", async (_why, filmedOn, reviewedOn, reopenedOn) => {
    const world = await makeWorld(await freshDatabase());
    const { clientId } = await opened(world);
    await closing(world, clientId, 1);
    const result = await logCycle(world.db, await actorFor(world.db, world.trainee), { requestId: newId(), client: { clientId }, content: cycleContent({ filmedOn, reviewedOn }) }, NOON);
    expect(result.ok && result.value.reopened).toBe(reopenedOn === null ? undefined : true);
    expect(await clientIn(world, clientId)).toMatchObject({ closedOn: reopenedOn === null ? CLOSING.closedOn : null, reopenedOn });
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
  });

  it("by a change of a cycle too; and the case tells both turns", async () => {
    const world = await makeWorld(await freshDatabase());
    const { clientId, entryId } = await opened(world);
    await closing(world, clientId, 1);
    const content = { ...cycleContent({ filmedOn: "2026-11-03", reviewedOn: "2026-11-18" }), clientId };
    const changed = await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId, fromVersion: 1, content, reason: null }, NOON);
    expect(changed).toMatchObject({ ok: true, value: { reopened: true } });
    const story = caseStory({ openedOn: "2026-11-03" }, await listCaseVersions(world.db.reader, clientId), []);
    expect(story).toEqual([{ kind: "opened", day: "2026-11-03" }, { kind: "closed", day: "2026-11-12", because: "work_done" }, { kind: "reopened", day: "2026-11-18" }]);
  });
});

describe("a film before the case was opened", () => {
  const days: readonly (readonly [why: string, filmedOn: string, ok: boolean])[] = [
    ["the day before is refused", "2026-11-20", false], ["the day itself is taken", "2026-11-21", true], ["a day to come is planned", "2026-11-22", true],
  ];
  it.each(days)("%s", async (_why, filmedOn, ok) => {
    const world = await makeWorld(await freshDatabase());
    const actor = await actorFor(world.db, world.trainee);
    const client = await openClient(world.db, actor, { requestId: newId(), ageBand: null }, NOON);
    const clientId = client.ok ? client.value.clientId : "";
    const result = await logCycle(world.db, actor, { requestId: newId(), client: { clientId }, content: cycleContent({ filmedOn, reviewedOn: null }) }, NOON);
    expect(result).toMatchObject(ok ? { ok } : { ok, code: "film_before_case" });
  });

  it("takes the opening back with it where the client was opened with a cycle, until somebody tells that day", async () => {
    const world = await makeWorld(await freshDatabase());
    const [{ clientId }, actor] = [await opened(world), await actorFor(world.db, world.trainee)];
    await loggedCycle(world, { filmedOn: "2026-10-20", reviewedOn: null }, { clientId });
    expect(await clientIn(world, clientId)).toMatchObject({ openedOn: "2026-10-20", closedOn: null, version: 2 });
    await changeClient(world.db, actor, { clientId, fromVersion: 2, told: { ageBand: null, openedOn: "2026-10-12" } }, NOON);
    const earlier = await logCycle(world.db, actor, { requestId: newId(), client: { clientId }, content: cycleContent({ filmedOn: "2026-10-11", reviewedOn: null }) }, NOON);
    expect(earlier).toEqual({ ok: false, code: "film_before_case" });
  });
});
