import { describe, expect, it, test } from "vitest";

import { confirm, imported, type ImportWorld, makeImportWorld, send } from "#tests/support/importing.ts";
import { messyFile, tidyFile } from "#tests/support/logbook-files.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";

import { voidEntry } from "./change-entry.server.ts";
import { decideEntries } from "./decide-entries.server.ts";
import { mapColumns } from "./import-context.server.ts";
import { dropOldDrafts, findDraft, saveDraftState } from "./import-draft.server.ts";
import { listClients, listEntries } from "./queries.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";
import { findOwnReflection } from "./reflections.server.ts";
import { listImports, undoImport } from "./undo-import.server.ts";

const TIDY = ["cycles", "supervision", "peer-supervision"] as const;

async function importTidy(world: ImportWorld): Promise<number> {
  let entries = 0;
  for (const name of TIDY) entries += (await imported(world, tidyFile(name))).entries;
  return entries;
}

async function confirmEverything({ db, trainee, supervisors, peers }: ImportWorld): Promise<void> {
  for (const person of [...supervisors, ...peers]) {
    const entries = (await listEntries(db.reader, trainee.id)).filter((e) => {
      if (e.kind === "supervision") return e.supervisorId === person.id;
      return e.kind === "peer_supervision" && e.confirmation === "waiting" && e.attendees.some((a) => a.id === person.id);
    });
    if (entries.length === 0) continue;
    const input = { entries: entries.map((e) => ({ entryId: e.id, version: e.version })), decision: "confirmed", note: null } as const;
    expect(await decideEntries(db, await actorFor(db, person), input, NOON)).toMatchObject({ ok: true });
  }
}

async function countsOf({ db, trainee }: ImportWorld) {
  return (await countTrainee(db.reader, trainee.id, NOON))?.overall.map((r) => [r.requirement.key, r.count, r.needed]);
}

/** Every value of every table, as text. */
async function everything({ db }: ImportWorld): Promise<string> {
  const tables = await db.reader.introspection.getTables();
  const rows: unknown[] = [];
  // In PostgreSQL the tests keep a table of their own aside.
  for (const { name } of tables.filter((table) => table.schema !== "public")) rows.push(await db.reader.selectFrom(name as "entry").selectAll().execute());
  return JSON.stringify(rows);
}

describe("importing the tidy logbook, a file after the other", () => {
  it("reads 7 of 6 clients, 19 of 18 cycles, 19 h of 15 h and 3 of 2 peer sessions once all is confirmed, and closes nothing", async () => {
    const world = await makeImportWorld();
    expect(await importTidy(world)).toBe(40);
    await confirmEverything(world);
    expect(await countsOf(world)).toEqual([["clients", 7, 6], ["cycles", 19, 18], ["supervision", 1140, 900], ["peer_supervision", 3, 2]]);
    const count = await countTrainee(world.db.reader, world.trainee.id, NOON);
    expect(count?.stages.map((s) => s.state)).toEqual(["under_way", "ahead", "ahead"]);
    expect(count?.stages.flatMap((s) => s.gates.map((g) => g.state))).not.toContain("open");
  });

  it("adds nothing a second time, and does not bring back what was voided", async () => {
    const world = await makeImportWorld();
    await importTidy(world);
    const [entry] = await listEntries(world.db.reader, world.trainee.id);
    await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: entry?.id ?? "", fromVersion: 1, reason: "Not mine" }, NOON);
    expect(await importTidy(world)).toBe(0);
    expect(await world.db.reader.selectFrom("import_batch").select("id").execute()).toHaveLength(3);
  });
});

describe.each(["comma.csv", "semicolon.csv", "workbook.xlsx"] as const)("importing the messy logbook as %s, with only the supervisor answered", (name) => {
  const answersFor = ({ supervisors }: ImportWorld) => ({ "who-0-all": { choice: supervisors[0]?.id ?? "" } });

  it("counts 18 cycles of 7 clients; 1,290 min and 3 peer sessions wait, and count once they are confirmed", async () => {
    const world = await makeImportWorld();
    const { entries, pairs } = await imported(world, messyFile(name), answersFor(world), name);
    expect([entries, pairs.map((pair) => pair.label)]).toEqual([19 + 16 + 3, ["Client 1", "Client 2", "J. Kowalczyk", "Client 4", "AB", "Client 6", "Client 7"]]);
    expect((await listClients(world.db.reader, world.trainee.id)).map((c) => c.code).sort()).toEqual(pairs.map((p) => p.code).sort());
    expect(await countsOf(world)).toEqual([["clients", 7, 6], ["cycles", 18, 18], ["supervision", 0, 900], ["peer_supervision", 0, 2]]);
    const waiting = (await listEntries(world.db.reader, world.trainee.id)).filter((e) => "confirmation" in e && e.confirmation === "waiting");
    expect(waiting).toHaveLength(19);
    await confirmEverything(world);
    expect(await countsOf(world)).toEqual([["clients", 7, 6], ["cycles", 18, 18], ["supervision", 1290, 900], ["peer_supervision", 3, 2]]);
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
  });

  it("adds nothing a second time, and answers come in later without doubling anything", async () => {
    const world = await makeImportWorld();
    await imported(world, messyFile(name), answersFor(world), name);
    expect(await imported(world, messyFile(name), answersFor(world), name)).toEqual({ entries: 0, pairs: [] });
    const more = { ...answersFor(world), "cycle-filmed-on-5": { choice: "2025-02-03" }, "supervision-minutes-33": { choice: "45" }, "training-training-42": { choice: "yes" } };
    expect(await imported(world, messyFile(name), more, name)).toEqual({ entries: 3, pairs: [] });
    expect((await imported(world, messyFile(name), more, name)).entries).toBe(0);
  });

  it("keeps no label, no surname and no telephone number anywhere in the database", async () => {
    const world = await makeImportWorld();
    const onItsWay = await send(world, messyFile(name), name);
    for (const moment of ["while it is looked at", "after it came in"]) {
      const kept = await everything(world);
      expect(kept.length, moment).toBeGreaterThan(1_000);
      for (const secret of ["Kowalczyk", "J. K", "07700", "900123", "Client 1", "Client 7", "\"AB\"", "café in Dingwall", "mum's mobile"]) expect(kept.includes(secret), `${secret} ${moment}`).toBe(false);
      await confirm(world, onItsWay, answersFor(world));
    }
  });
});

test("every one of the messy files holds the same rows: each after another adds nothing", async () => {
  const world = await makeImportWorld();
  const answers = { "who-0-all": { choice: world.supervisors[0]?.id ?? "" } };
  expect((await imported(world, messyFile("comma.csv"), answers)).entries).toBe(38);
  expect((await imported(world, messyFile("semicolon.csv"), answers)).entries).toBe(0);
  expect((await imported(world, messyFile("workbook.xlsx"), answers, "log.xlsx")).entries).toBe(0);
});

describe("a file on its way in", () => {
  it("is gone once it is confirmed, and after its hour", async () => {
    const world = await makeImportWorld();
    const first = await send(world, tidyFile("cycles"));
    await confirm(world, first);
    expect(await findDraft(world.db.reader, world.trainee.id, first.draft.id, NOON)).toBeUndefined();
    const second = await send(world, tidyFile("supervision"));
    const [within, after] = [59, 60].map((minutes) => new Date(NOON.getTime() + minutes * 60_000));
    expect(await findDraft(world.db.reader, world.trainee.id, second.draft.id, within ?? NOON)).toBeDefined();
    expect(await findDraft(world.db.reader, world.trainee.id, second.draft.id, after ?? NOON)).toBeUndefined();
    await dropOldDrafts(world.db, within ?? NOON);
    expect(await world.db.reader.selectFrom("import_draft").select("id").execute()).toHaveLength(1);
    await dropOldDrafts(world.db, after ?? NOON);
    expect(await world.db.reader.selectFrom("import_draft").select("id").execute()).toEqual([]);
  });

  it("is nobody else's, and a new one takes its place", async () => {
    const world = await makeImportWorld();
    const first = await send(world, tidyFile("cycles"));
    expect(await findDraft(world.db.reader, world.peers[0]?.id ?? "", first.draft.id, NOON)).toBeUndefined();
    const second = await send(world, tidyFile("cycles"));
    expect([await findDraft(world.db.reader, world.trainee.id, first.draft.id, NOON), (await findDraft(world.db.reader, world.trainee.id, second.draft.id, NOON))?.id]).toEqual([undefined, second.draft.id]);
  });

  it("opens for no other key and no other trainee", async () => {
    const world = await makeImportWorld();
    const sent = await send(world, tidyFile("cycles"));
    for (const seal of [{ ...sent.seal, key: "A".repeat(43) }, { ...sent.seal, owner: "somebody else" }]) await expect(confirm(world, { ...sent, seal })).rejects.toThrow();
  });
});

describe("a reflection", () => {
  const FILE = Buffer.from("Client,Date filmed,Shared review,Notes,Reflections\n1,2026-01-13,2026-01-20,He waited,I was too quick\n1,2026-02-13,2026-02-20,,\n");

  it("comes in with its cycle, for its trainee alone: no entry holds it", async () => {
    const world = await makeImportWorld();
    await imported(world, FILE);
    const entries = await listEntries(world.db.reader, world.trainee.id);
    expect(JSON.stringify(entries)).not.toContain("too quick");
    const reflections = await Promise.all(entries.map(async ({ id }) => findOwnReflection(world.db.reader, world.trainee.id, id)));
    expect(reflections.filter((text) => text !== null)).toEqual(["I was too quick"]);
  });

  const UNREVIEWED = "Client,Date filmed,Shared review,Reflections\n1,2026-01-13,,\n1,2026-02-13,2026-02-20,\n";

  it("comes in with the shared review that a row adds, and goes with it", async () => {
    const world = await makeImportWorld();
    await imported(world, Buffer.from(UNREVIEWED));
    await imported(world, Buffer.from(UNREVIEWED.replace("2026-01-13,,", "2026-01-13,2026-01-20,I was too quick")));
    const film = (await listEntries(world.db.reader, world.trainee.id)).find((e) => e.kind === "cycle" && e.filmedOn === "2026-01-13");
    expect(await findOwnReflection(world.db.reader, world.trainee.id, film?.id ?? "")).toBe("I was too quick");
    const [last] = (await listImports(world.db.reader, world.trainee.id)).filter((batch) => batch.entries === 1);
    expect(await undoImport(world.db, await actorFor(world.db, world.trainee), { importId: last?.id ?? "" }, NOON)).toMatchObject({ ok: true });
    expect(await findOwnReflection(world.db.reader, world.trainee.id, film?.id ?? "")).toBeNull();
  });
});

describe("confirming", () => {
  it("twice at once writes once: the second is told that it came in already, not that nothing was new", async () => {
    const world = await makeImportWorld();
    const sent = await send(world, tidyFile("cycles"));
    const results = [await confirm(world, sent), await confirm(world, sent)];
    expect(results).toMatchObject([{ ok: true, value: { entries: 20, pairs: { length: 7 } } }, { ok: false, code: "imported_already" }]);
    expect(await world.db.reader.selectFrom("import_batch").select("id").execute()).toHaveLength(1);
  });

  it("writes nothing where another tab matched or answered the file since it was read, and of two tabs one keeps its answers at a time", async () => {
    const world = await makeImportWorld();
    const sent = await send(world, tidyFile("cycles"));
    expect(await saveDraftState(world.db, world.trainee.id, sent.draft, "sealed anew")).toBe(true);
    expect(await saveDraftState(world.db, world.trainee.id, sent.draft, "sealed by the other tab")).toBe(false);
    expect(await confirm(world, sent)).toEqual({ ok: false, code: "changed_elsewhere" });
    expect((await findDraft(world.db.reader, world.trainee.id, sent.draft.id, NOON))?.sealedState).toBe("sealed anew");
    expect(await world.db.reader.selectFrom("entry").select("id").execute()).toEqual([]);
  });

  it("gives the same row of two trainees fingerprints of their own", async () => {
    const world = await makeImportWorld();
    await imported(world, tidyFile("cycles"));
    const peer = world.peers[0] ?? world.trainee;
    const theirs = { ...world, trainee: peer, importing: { ...world.importing, traineeId: peer.id } };
    expect((await imported(theirs, tidyFile("cycles"))).entries).toBe(20);
  });

  it("remembers what the columns held, without their names", async () => {
    const world = await makeImportWorld();
    const sent = await send(world, Buffer.from("Familie,Date filmed,Shared review\n1,2026-01-13,2026-01-20\n"));
    await confirm(world, { ...sent, choice: { ...sent.choice, columns: ["client", "filmed_on", "reviewed_on"] } });
    expect([...(await mapColumns(world.db.reader, world.trainee.id)).values()].sort()).toEqual(["client", "filmed_on", "reviewed_on"]);
    expect(await everything(world)).not.toContain("amilie");
  });
});
