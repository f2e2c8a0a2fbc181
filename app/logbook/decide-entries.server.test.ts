import { describe, expect, it } from "vitest";

import { addDays, type Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makeSupervisor } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedPeer, loggedSupervision, loggedTraining, makeWorld, NOON, supervisionContent, type World } from "#tests/support/logbook.ts";
import { countStatements } from "#tests/support/statements.ts";

import { changeEntry } from "./change-entry.server.ts";
import { decideEntries } from "./decide-entries.server.ts";
import { findEntry, listDecisions } from "./queries.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";
import { listWaitingFor } from "./waiting.server.ts";
import { insertEntry } from "./writes.server.ts";

const seen = (...ids: string[]) => ids.map((entryId) => ({ entryId, version: 1 }));

async function confirmAs(world: World, person: { id: string }, ...ids: string[]) {
  return decideEntries(world.db, await actorFor(world.db, person), { entries: seen(...ids), decision: "confirmed", note: null }, NOON);
}

describe("who decides", () => {
  const table: readonly (readonly [who: keyof Pick<World, "trainee" | "peer" | "supervisor" | "lead" | "stranger">, supervision: boolean, peer: boolean, training: boolean])[] = [
    ["trainee", false, false, false], ["peer", false, true, false], ["supervisor", true, true, false], ["lead", false, false, true], ["stranger", false, false, false],
  ];
  it.each(table)("%s", async (who, supervision, peer, training) => {
    const world = await makeWorld(await freshDatabase());
    const ids = [await loggedSupervision(world), await loggedPeer(world), await loggedTraining(world)] as const;
    const results = [await confirmAs(world, world[who], ids[0]), await confirmAs(world, world[who], ids[1]), await confirmAs(world, world[who], ids[2])];
    expect(results.map((r) => r.ok)).toEqual([supervision, peer, training]);
    for (const result of results) if (!result.ok) expect(result.code).toBe("not_there");
  });

  it("the supervisor named in the entry, and no other one of the same trainee", async () => {
    const world = await makeWorld(await freshDatabase());
    const other = await makeSupervisor(world.db, { programmeId: world.programmeId });
    await makeAssignment(world.db, { traineeId: world.trainee.id, supervisorId: other.id });
    expect(await confirmAs(world, other, await loggedSupervision(world))).toMatchObject({ ok: false, code: "not_there" });
  });

  it("a supervisor whose role ended yesterday no longer, though their request was read before that", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    const actor = await actorFor(world.db, world.supervisor);
    const grant = await world.db.reader.selectFrom("current_role_grant").selectAll().where("person_id", "=", world.supervisor.id).executeTakeFirstOrThrow();
    await world.db.reader.insertInto("role_grant").values({ ...grant, version: 2, ends_on: "2026-11-20" }).execute();
    expect(await decideEntries(world.db, actor, { entries: seen(entryId), decision: "confirmed", note: null }, NOON)).toMatchObject({ ok: false, code: "not_there" });
  });

  it("nobody decides on a cycle", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await confirmAs(world, world.supervisor, await loggedCycle(world))).toMatchObject({ ok: false, code: "not_there" });
  });
});

describe("several at once", () => {
  it("moves the count and tells the chain once", async () => {
    const world = await makeWorld(await freshDatabase());
    const ids = [await loggedSupervision(world), await loggedSupervision(world, { heldOn: "2026-11-12", minutes: 90 })];
    const before = await world.db.reader.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow();
    expect(await confirmAs(world, world.supervisor, ...ids)).toEqual({ ok: true, value: { entryIds: ids } });
    const count = await countTrainee(world.db.reader, world.trainee.id, NOON);
    expect(count?.overall.find((r) => r.requirement.key === "supervision")?.count).toBe(150);
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
    expect((await world.db.reader.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq).toBe(before.seq + 1);
  });

  it("is all or nothing, and names what was changed meanwhile", async () => {
    const world = await makeWorld(await freshDatabase());
    const [first, second] = [await loggedSupervision(world), await loggedSupervision(world, { heldOn: "2026-11-12" })];
    await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId: second, fromVersion: 1, content: supervisionContent(world.supervisor.id, { minutes: 120 }), reason: null }, NOON);
    expect(await confirmAs(world, world.supervisor, first, second)).toEqual({ ok: false, code: "changed_meanwhile", entryIds: [second] });
    expect(await listDecisions(world.db.reader, first)).toEqual([]);
  });

  it("pressed twice at the same time, decides once", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world);
    const results = await Promise.all([confirmAs(world, world.supervisor, entryId), confirmAs(world, world.supervisor, entryId)]);
    expect(results.map((r) => r.ok)).toEqual([true, true]);
    expect(await listDecisions(world.db.reader, entryId)).toHaveLength(1);
  });
});

describe("rules of deciding", () => {
  it("a session to come is not confirmed", async () => {
    const world = await makeWorld(await freshDatabase());
    const entryId = await loggedSupervision(world, { heldOn: "2026-11-22" });
    expect(await confirmAs(world, world.supervisor, entryId)).toEqual({ ok: false, code: "planned_not_held", entryIds: [entryId] });
    expect(await listWaitingFor(world.db.reader, await actorFor(world.db, world.supervisor))).toEqual([]);
  });

  it("a question says what it asks, and takes back an earlier confirmation", async () => {
    const world = await makeWorld(await freshDatabase());
    const [entryId, actor] = [await loggedSupervision(world), await actorFor(world.db, world.supervisor)];
    await confirmAs(world, world.supervisor, entryId);
    const ask = (note: string | null) => decideEntries(world.db, actor, { entries: seen(entryId), decision: "questioned", note }, NOON);
    expect(await ask(null)).toMatchObject({ ok: false, code: "question_without_note" });
    expect(await ask("Was it not 45 minutes?")).toMatchObject({ ok: true });
    expect(await findEntry(world.db.reader, actor, entryId)).toMatchObject({ confirmation: "questioned", confirmationNote: "Was it not 45 minutes?", confirmedBy: world.supervisor.id });
    expect((await listDecisions(world.db.reader, entryId)).map((d) => d.decision)).toEqual(["questioned", "confirmed"]);
  });

  it("nothing at all is not found", async () => {
    const world = await makeWorld(await freshDatabase());
    expect(await confirmAs(world, world.supervisor)).toMatchObject({ ok: false, code: "not_there" });
  });
});

describe("what waits for whom", () => {
  it("goes to those who decide, the oldest day first, and the note to supervisors only", async () => {
    const world = await makeWorld(await freshDatabase());
    const ids = {
      supervision: await loggedSupervision(world, { note: "Looked at waiting." }), peer: await loggedPeer(world, { note: "A reflection." }), training: await loggedTraining(world, { note: "Two days." }),
    };
    const waitingFor = async (person: { id: string }) => (await listWaitingFor(world.db.reader, await actorFor(world.db, person))).map((w) => [w.entry.id, w.entry.note, w.traineeName]);
    expect(await waitingFor(world.supervisor)).toEqual([[ids.supervision, "Looked at waiting.", "Ailsa Rutherglen"], [ids.peer, "A reflection.", "Ailsa Rutherglen"]]);
    expect(await waitingFor(world.peer)).toEqual([[ids.peer, null, "Ailsa Rutherglen"]]);
    expect(await waitingFor(world.lead)).toEqual([[ids.training, null, "Ailsa Rutherglen"]]);
    expect(await waitingFor(world.trainee)).toEqual([]);
    expect(await waitingFor(world.stranger)).toEqual([]);
    await confirmAs(world, world.peer, ids.peer);
    expect(await waitingFor(world.peer)).toEqual([]);
  });
});

it("two hundred are confirmed in as many statements as two", async () => {
  const world = await makeWorld(await freshDatabase());
  const log = async (many: number, from: Day): Promise<string[]> => {
    const ids: string[] = [];
    await world.db.inTransaction(async (trx) => {
      for (let n = 0; n < many; n += 1) {
        const id = newId();
        await insertEntry(trx, { id, traineeId: world.trainee.id }, supervisionContent(world.supervisor.id, { heldOn: addDays(from, n) }), world.trainee.id, NOON);
        ids.push(id);
      }
    });
    return ids;
  };
  const confirming = async (ids: readonly string[]): Promise<number> => countStatements(world.db, async (db) => {
    expect(await confirmAs({ ...world, db }, world.supervisor, ...ids)).toMatchObject({ ok: true });
  });
  const forTwo = await confirming(await log(2, "2025-10-01"));
  expect(await confirming(await log(200, "2026-01-05"))).toBe(forTwo);
  expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
});
