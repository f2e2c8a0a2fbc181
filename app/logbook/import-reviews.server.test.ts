import { describe, expect, it } from "vitest";

import { imported, type ImportWorld, makeImportWorld } from "#tests/support/importing.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";

import { changeClient } from "./clients.server.ts";
import { changeEntry } from "./change-entry.server.ts";
import { closeCase } from "./close-case.server.ts";
import { contentOf } from "./content.ts";
import type { Cycle } from "./model.ts";
import { listClients, listEntries } from "./queries.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";
import { findUndoing, listImports, undoImport } from "./undo-import.server.ts";

const file = (...rows: readonly string[]): Buffer => Buffer.from(["Client,Date filmed,Shared review,Film minutes,Notes", ...rows].join("\n"));
const FILMED = file("Kirsty,2026-03-02,,8,He waited", "Kirsty,2026-02-02,2026-02-09,,");
const REVIEWED = file("Kirsty,2026-03-02,2026-03-10,9,She laughed", "Kirsty,2026-02-02,2026-02-09,,");

async function cyclesOf({ db, trainee }: ImportWorld): Promise<Cycle[]> {
  return (await listEntries(db.reader, trainee.id)).flatMap((e) => (e.kind === "cycle" && !e.voided ? [e] : [])).sort((a, b) => (a.filmedOn < b.filmedOn ? -1 : 1));
}

const days = (cycles: readonly Cycle[]): string[] => cycles.map((c) => `${c.filmedOn} ${c.reviewedOn ?? "-"}`);

async function caseOf({ db, trainee }: ImportWorld) {
  const [client] = await listClients(db.reader, trainee.id);
  if (!client) throw new Error("there is no client");
  return client;
}

async function cyclesCounted({ db, trainee }: ImportWorld): Promise<number | undefined> {
  return (await countTrainee(db.reader, trainee.id, NOON))?.overall.find((r) => r.requirement.key === "cycles")?.count;
}

async function undoLast({ db, trainee }: ImportWorld): Promise<number | string> {
  const [last] = (await listImports(db.reader, trainee.id)).filter((batch) => batch.undoneAt === null).sort((a, b) => a.entries - b.entries);
  const result = await undoImport(db, await actorFor(db, trainee), { importId: last?.id ?? "" }, NOON);
  return result.ok ? result.value.entries : result.code;
}

describe("a film that was imported before its shared review was held", () => {
  it("gets the review from the grown file, and nothing else that the log says itself; a second time nothing is added", async () => {
    const world = await makeImportWorld();
    await imported(world, FILMED);
    expect(await cyclesCounted(world)).toBe(1);
    expect((await imported(world, REVIEWED)).entries).toBe(1);
    const cycles = await cyclesOf(world);
    expect(days(cycles)).toEqual(["2026-02-02 2026-02-09", "2026-03-02 2026-03-10"]);
    expect(cycles[1]).toMatchObject({ version: 2, filmMinutes: 8, note: "He waited" });
    expect([await cyclesCounted(world), await compareProjection(world.db.reader, world.trainee.id, NOON)]).toEqual([2, undefined]);
    expect([(await imported(world, REVIEWED)).entries, (await imported(world, FILMED)).entries]).toEqual([0, 0]);
  });

  it("is known by its film alone, where its label has no other row", async () => {
    const world = await makeImportWorld();
    await imported(world, file("Kirsty,2026-03-02,,,"));
    expect((await imported(world, file("Kirsty,2026-03-02,2026-03-10,,"))).entries).toBe(1);
    expect((await imported(world, file("Kirsty,2026-03-02,2026-03-10,,"))).entries).toBe(0);
    expect([days(await cyclesOf(world)), (await listClients(world.db.reader, world.trainee.id)).length]).toEqual([["2026-03-02 2026-03-10"], 1]);
  });

  it("stands as before once that import is undone, and the file can come in again", async () => {
    const world = await makeImportWorld();
    await imported(world, FILMED);
    const [, before] = await cyclesOf(world);
    await imported(world, REVIEWED);
    expect(await undoLast(world)).toBe(1);
    const [, after] = await cyclesOf(world);
    expect(before && after && [contentOf(after), after.version]).toEqual(before && [contentOf(before), 3]);
    expect(await cyclesCounted(world)).toBe(1);
    expect((await imported(world, REVIEWED)).entries).toBe(1);
  });

  it("keeps its review where it was changed since", async () => {
    const world = await makeImportWorld();
    await imported(world, FILMED);
    await imported(world, REVIEWED);
    const [, cycle] = await cyclesOf(world);
    if (!cycle) throw new Error("there is no cycle");
    const changed = await changeEntry(world.db, await actorFor(world.db, world.trainee), { entryId: cycle.id, fromVersion: 2, content: { ...contentOf(cycle), note: "He laughed" }, reason: null }, NOON);
    expect(changed.ok).toBe(true);
    expect(await undoLast(world)).toBe("nothing_to_undo");
    const batch = (await listImports(world.db.reader, world.trainee.id)).find((b) => b.entries === 1);
    expect((await findUndoing(world.db.reader, world.trainee.id, batch?.id ?? "", "2026-11-21"))?.stays.map((s) => s.because)).toEqual(["changed"]);
  });
});

describe("a row for a case that is there already", () => {
  const earlier = file("Kirsty,2026-01-20,2026-01-27,,", "Kirsty,2026-02-02,2026-02-09,,");

  it("takes the opening back where nobody told that day", async () => {
    const world = await makeImportWorld();
    await imported(world, FILMED);
    expect((await caseOf(world)).openedOn).toBe("2026-02-02");
    expect((await imported(world, earlier)).entries).toBe(1);
    expect((await caseOf(world)).openedOn).toBe("2026-01-20");
    expect(await undoLast(world)).toBe(1);
    expect((await caseOf(world)).openedOn).toBe("2026-02-02");
  });

  it("is refused before the day of opening that its trainee told", async () => {
    const world = await makeImportWorld();
    await imported(world, FILMED);
    const client = await caseOf(world);
    const told = await changeClient(world.db, await actorFor(world.db, world.trainee), { clientId: client.id, fromVersion: client.version, told: { ageBand: null, openedOn: "2026-01-26" } }, NOON);
    expect(told.ok).toBe(true);
    expect((await imported(world, earlier)).entries).toBe(0);
  });

  it("opens it again after its closing, and undone it is closed as before", async () => {
    const world = await makeImportWorld();
    await imported(world, FILMED);
    const client = await caseOf(world);
    const closing = { closedOn: "2026-03-20", closedBecause: "work_done", copies: "given", originals: "gone", nextSteps: null } as const;
    expect((await closeCase(world.db, await actorFor(world.db, world.trainee), { clientId: client.id, fromVersion: client.version, ...closing }, NOON)).ok).toBe(true);
    expect((await imported(world, file("Kirsty,2026-02-02,2026-02-09,,", "Kirsty,2026-05-05,2026-05-12,,"))).entries).toBe(1);
    expect(await caseOf(world)).toMatchObject({ closedOn: null, reopenedOn: "2026-05-05" });
    expect(await undoLast(world)).toBe(1);
    expect(await caseOf(world)).toMatchObject({ closedOn: "2026-03-20", closedBecause: "work_done", reopenedOn: null });
  });
});
