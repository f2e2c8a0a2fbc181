import { describe, expect, test } from "vitest";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { addDays, londonDay } from "#app/platform/clock.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { plainDefinition } from "#tests/support/counts.ts";
import { makeAssignment, makeGrant, makePathwayVersion, makePerson, makeSupervisor, makeTrainee } from "#tests/support/factories.ts";
import { actorFor, loggedPeer, loggedSupervision, loggedTraining, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { submitted } from "#tests/support/review.ts";
import { asked, makeSigningWorld } from "#tests/support/signing.ts";
import { countStatements, traceStatements } from "#tests/support/statements.ts";

import { countWaiting, findExternal, findWaiting, getWorklist } from "./queries.server.ts";

const today = londonDay(NOON);

type Who = keyof Pick<World, "trainee" | "peer" | "supervisor" | "lead" | "stranger">;

async function queueFor(world: World, who: Who) {
  return (await getWorklist(world.db.reader, await actorFor(world.db, world[who]))).queue;
}

async function external(world: World, over: { verifiedOn?: string } = {}) {
  const person = await makePerson(world.db, { name: "Hanneke de Vries", isExternal: true, ...over });
  await makeGrant(world.db, { personId: person.id, programmeId: world.programmeId, role: "supervisor" });
  return person;
}

describe("what waits for whom", () => {
  test.each<[who: Who, kinds: string[]]>([
    ["trainee", []], ["peer", ["peer_supervision"]], ["supervisor", ["supervision", "peer_supervision"]], ["lead", ["training", "external"]], ["stranger", []],
  ])("of sessions, attendance and people: %s", async (who, kinds) => {
    const world = await makeWorld(await freshDatabase());
    await loggedSupervision(world); await loggedPeer(world); await loggedTraining(world); await external(world);
    const queue = await queueFor(world, who);
    expect(queue.map((line) => line.kind).sort()).toEqual([...kinds].sort());
  });

  test("a decided, a voided and a planned session wait for nobody", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    await loggedSupervision(world, { heldOn: addDays(today, 1) });
    await decideEntries(world.db, await actorFor(world.db, world.supervisor), { entries: [{ entryId, version: 1 }], decision: "questioned", note: "Was it an hour?" }, NOON);
    expect(await queueFor(world, "supervisor")).toEqual([]);
  });

  test("an external supervisor who is verified, or of another programme, is not asked about", async () => {
    const world = await makeWorld(await freshDatabase());
    await external(world, { verifiedOn: "2026-01-01" });
    const elsewhere = await makePerson(world.db, { isExternal: true });
    expect(await queueFor(world, "lead")).toEqual([]);
    expect(await findExternal(world.db.reader, await actorFor(world.db, world.lead), elsewhere.id)).toBeUndefined();
  });

  test("only a lead is shown whom to verify", async () => {
    const world = await makeWorld(await freshDatabase());
    const person = await external(world);
    expect(await findExternal(world.db.reader, await actorFor(world.db, world.lead), person.id)).toEqual({ id: person.id, name: "Hanneke de Vries" });
    expect(await findExternal(world.db.reader, await actorFor(world.db, world.supervisor), person.id)).toBeUndefined();
  });
});

describe("what the queue says of an entry", () => {
  test("whose it is, how long it has waited, and that the record may be looked at", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedSupervision(world, { note: "C-45B2, the third cycle" });
    const entryId = (await queueFor(world, "supervisor"))[0]?.id ?? "";
    expect(await queueFor(world, "supervisor")).toMatchObject([{
      title: "1\u00a0h, 5 November: Ailsa Rutherglen", detail: ["C-45B2, the third cycle"], doesNotCount: [], ageDays: 0,
      to: `/log/entries/${entryId}`, act: `/waiting/question?entry=${entryId}`, confirm: { reference: `${entryId} 1`, minutes: 60 },
    }]);
  });

  test("what would not count even when it is confirmed", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedSupervision(world, { heldOn: "2025-08-31" });
    expect((await queueFor(world, "supervisor"))[0]?.doesNotCount).toEqual(["31 August 2025 was before the first day on the pathway, 1 September 2025"]);
  });

  test("a peer sees neither the note nor the record", async () => {
    const world = await makeWorld(await freshDatabase());
    await loggedPeer(world, { note: "What I take with me" });
    expect(await queueFor(world, "peer")).toMatchObject([{ kind: "peer_supervision", detail: [], to: null, doesNotCount: [] }]);
  });

  test("a past supervisor still confirms their own session, and does not see the record", async () => {
    const world = await makeWorld(await freshDatabase());
    const past = await makeSupervisor(world.db, { programmeId: world.programmeId });
    await loggedSupervision(world, { supervisorId: past.id });
    const { queue, supervised } = await getWorklist(world.db.reader, await actorFor(world.db, past));
    expect(queue).toMatchObject([{ kind: "supervision", to: null }]);
    expect(supervised).toEqual([]);
  });
});

test("one entry is found by whom it waits for, and by nobody else", async () => {
  const world = await makeWorld(await freshDatabase());
  const entryId = await loggedSupervision(world);
  const find = async (who: Who) => (await findWaiting(world.db.reader, await actorFor(world.db, world[who]), entryId))?.id;
  expect(await find("supervisor")).toBe(entryId);
  for (const who of ["trainee", "peer", "lead", "stranger"] as const) expect(await find(who)).toBeUndefined();
});

describe("how much is read", () => {
  async function log(world: World, sessions: number): Promise<void> {
    for (let n = 0; n < sessions; n += 1) { await loggedSupervision(world, { heldOn: addDays("2026-01-05", n) }); await loggedPeer(world, { heldOn: addDays("2026-01-05", n) }); }
  }

  /** Trainees with a session each, supervised still or no longer. */
  async function logOf(world: World, trainees: number, endsOn: string | null): Promise<void> {
    const version = await makePathwayVersion(world.db, plainDefinition);
    for (let n = 0; n < trainees; n += 1) {
      const trainee = await makeTrainee(world.db, { programmeId: world.programmeId, pathwayVersionId: version.id, startedOn: "2025-09-01" });
      await makeAssignment(world.db, { traineeId: trainee.id, supervisorId: world.supervisor.id, endsOn });
      await loggedSupervision({ ...world, trainee });
    }
  }

  test("the page of what waits reads as much for two trainees as for six, with a session or with many", async () => {
    const world = await makeWorld(await freshDatabase());
    const supervisor = await actorFor(world.db, world.supervisor);
    const statements = () => countStatements(world.db, ({ reader }) => getWorklist(reader, supervisor));
    await log(world, 1); await logOf(world, 1, "2026-11-01");
    const before = await statements();
    await log(world, 4); await logOf(world, 2, null); await logOf(world, 2, "2026-11-01");
    expect(await statements()).toBe(before);
  });

  test("one entry that waits is read alone, however many do", async () => {
    const world = await makeWorld(await freshDatabase());
    await log(world, 3);
    const entryId = await loggedSupervision(world);
    const supervisor = await actorFor(world.db, world.supervisor);
    const statements = await traceStatements(world.db, async ({ reader }) => {
      expect((await findWaiting(reader, supervisor, entryId))?.id).toBe(entryId);
    });
    expect(Math.max(...statements.map((s) => s.rows))).toBe(1);
  });

  test.each<[who: Who, most: number]>([["trainee", 3], ["peer", 3], ["supervisor", 4], ["lead", 4]])("the number beside the navigation is counted, not listed, for the %s", async (who, most) => {
    const world = await makeWorld(await freshDatabase());
    const actor = await actorFor(world.db, world[who]);
    const statements = () => countStatements(world.db, ({ reader }) => countWaiting(reader, actor));
    const before = await statements();
    await log(world, 3); await loggedTraining(world); await external(world); await submitted(world); await submitted(world);
    expect(before).toBeLessThanOrEqual(most);
    expect(await statements()).toBe(before);
  });

  test("requests for sign-off cost the same reads for one as for three", async () => {
    const world = await makeSigningWorld(await freshDatabase());
    const supervisor = await actorFor(world.db, world.supervisor);
    const statements = () => countStatements(world.db, ({ reader }) => countWaiting(reader, supervisor));
    await asked(world);
    const before = await statements();
    for (const trainee of [world.peer, world.stranger]) {
      await makeAssignment(world.db, { traineeId: trainee.id, supervisorId: world.supervisor.id });
      await asked({ ...world, trainee });
    }
    expect([await statements(), await countWaiting(world.db.reader, supervisor)]).toEqual([before, 3]);
  });
});
