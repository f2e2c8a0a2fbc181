import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { imported, type ImportWorld, makeImportWorld } from "#tests/support/importing.ts";
import { messyFile, tidyFile } from "#tests/support/logbook-files.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";

import { decideEntries } from "./decide-entries.server.ts";
import { logCycle } from "./log-entry.server.ts";
import { listClients, listEntries } from "./queries.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";
import { findUndoing, listImports, undoImport } from "./undo-import.server.ts";

/** What stands: entries and clients that are not voided, what counts, and what the projection holds. */
async function standing({ db, trainee }: ImportWorld) {
  const entries = (await listEntries(db.reader, trainee.id)).filter((e) => !e.voided);
  const count = await countTrainee(db.reader, trainee.id, NOON);
  return {
    entries: entries.map((e) => e.id).sort(), clients: (await listClients(db.reader, trainee.id)).map((c) => [c.id, c.version, c.cycles]).sort(),
    counts: count?.overall.map((r) => [r.requirement.key, r.count]), difference: await compareProjection(db.reader, trainee.id, NOON),
  };
}

async function undone(world: ImportWorld, importId: string): Promise<number | string> {
  const result = await undoImport(world.db, await actorFor(world.db, world.trainee), { importId }, NOON);
  return result.ok ? result.value.entries : result.code;
}

async function lastImport({ db, trainee }: ImportWorld): Promise<string> {
  return (await listImports(db.reader, trainee.id)).find((batch) => batch.undoneAt === null)?.id ?? "";
}

async function confirmOne({ db, trainee, supervisors }: ImportWorld): Promise<string> {
  const entry = (await listEntries(db.reader, trainee.id)).find((e) => e.kind === "supervision");
  const supervisor = supervisors.find((s) => entry?.kind === "supervision" && s.id === entry.supervisorId);
  if (!entry || !supervisor) throw new Error("there is no session to confirm");
  expect(await decideEntries(db, await actorFor(db, supervisor), { entries: [{ entryId: entry.id, version: 1 }], decision: "confirmed", note: null }, NOON)).toMatchObject({ ok: true });
  return entry.id;
}

describe("undoing an import", () => {
  it("restores exactly what stood before, and the same file can come in again", async () => {
    const world = await makeImportWorld();
    await imported(world, tidyFile("cycles"));
    const before = await standing(world);
    const answers = { "who-0-all": { choice: world.supervisors[0]?.id ?? "" }, ...Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`client-${String(n)}`, { choice: "new" }])) };
    expect((await imported(world, messyFile("comma.csv"), answers)).entries).toBe(38);
    expect(await standing(world)).not.toEqual(before);
    const importId = await lastImport(world);
    const [, second] = (await listImports(world.db.reader, world.trainee.id)).map((batch) => batch.id);
    const messy = (await findUndoing(world.db.reader, world.trainee.id, importId, "2026-11-21"))?.goes.length === 38 ? importId : (second ?? "");
    expect(await undone(world, messy)).toBe(38);
    expect(await standing(world)).toEqual(before);
    expect(await undone(world, messy)).toBe("nothing_to_undo");
    expect((await imported(world, messyFile("comma.csv"), answers)).entries).toBe(38);
  });

  it("leaves what was confirmed since, lists it, and leaves a client that has another cycle", async () => {
    const world = await makeImportWorld();
    await imported(world, tidyFile("supervision"));
    const importId = await lastImport(world);
    const confirmedId = await confirmOne(world);
    const undoing = await findUndoing(world.db.reader, world.trainee.id, importId, "2026-11-21");
    expect([undoing?.goes.length, undoing?.stays.map(({ entry, because }) => [entry.id, because])]).toEqual([16, [[confirmedId, "confirmed"]]]);
    expect(await undone(world, importId)).toBe(16);
    expect((await standing(world)).entries).toEqual([confirmedId]);

    await imported(world, tidyFile("cycles"));
    const client = (await listClients(world.db.reader, world.trainee.id)).find((c) => c.closedOn === null);
    const content = { kind: "cycle", filmedOn: "2026-11-18", filmMinutes: null, mode: null, clipsChosen: null, reviewedOn: null, reviewMinutes: null, goalRating: null, nextStep: null, note: null } as const;
    expect(await logCycle(world.db, await actorFor(world.db, world.trainee), { requestId: "a-cycle-of-its-own", client: { clientId: client?.id ?? "" }, content }, NOON)).toMatchObject({ ok: true });
    await undone(world, await lastImport(world));
    expect((await listClients(world.db.reader, world.trainee.id)).map((c) => [c.id, c.cycles])).toEqual([[client?.id, 1]]);
  });

  it("is for the trainee alone whose import it is", async () => {
    const world = await makeImportWorld();
    await imported(world, tidyFile("cycles"));
    const importId = await lastImport(world);
    const peer = world.peers[0] ?? world.trainee;
    expect(await undoImport(world.db, await actorFor(world.db, peer), { importId }, NOON)).toEqual({ ok: false, code: "not_there" });
    expect(await findUndoing(world.db.reader, peer.id, importId, "2026-11-21")).toBeUndefined();
  });
});

test("import then undo restores exactly, whatever the rows", async () => {
  const world = await makeImportWorld();
  await imported(world, Buffer.from("Client,Date filmed,Shared review\nmine,2026-01-05,2026-01-12\n"));
  const before = await standing(world);
  const row = fc.record({ client: fc.constantFrom("a1", "b2"), filmed: fc.constantFrom("2026-01-13", "2026-02-13", "13 Mar 26", "soon"), reviewed: fc.constantFrom("", "2026-02-20", "20/03/2026") });
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
    const text = ["Client,Date filmed,Shared review", ...rows.map((r) => `${r.client},${r.filmed},${r.reviewed}`)].join("\n");
    const { entries } = await imported(world, Buffer.from(text), { "client-0": { choice: "new" }, "client-1": { choice: "new" } });
    if (entries > 0) expect(await undone(world, await lastStanding(world))).toBe(entries);
    expect(await standing(world)).toEqual(before);
  }), { numRuns: 8 });
});

/** The import that was not undone and is not the first. */
async function lastStanding({ db, trainee }: ImportWorld): Promise<string> {
  const batches = (await listImports(db.reader, trainee.id)).filter((batch) => batch.undoneAt === null);
  for (const batch of batches) {
    const undoing = await findUndoing(db.reader, trainee.id, batch.id, "2026-11-21");
    if (undoing?.clients.every((client) => client.openedOn !== "2026-01-05")) return batch.id;
  }
  throw new Error("there is no import to undo");
}
