import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { keyringOf } from "#app/platform/keyring.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeAssignment, makePathwayVersion, makeProgramme, makeSupervisor, makeTrainee, type MadePerson } from "#tests/support/factories.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import type { Database } from "#db/database.server.ts";
import { NES_PRESET } from "#seeds/reference/pathways.ts";

import { voidEntry } from "./change-entry.server.ts";
import { decideEntries } from "./decide-entries.server.ts";
import type { SentFile } from "./import/judge-files.ts";
import { importLogbook, previewImport } from "./import-logbook.server.ts";
import { listClients, listEntries } from "./queries.server.ts";
import { compareProjection, countTrainee } from "./recount.server.ts";

const keyring = keyringOf(Buffer.alloc(32, 7));

function tidy(name: string): SentFile {
  return { text: readFileSync(new URL(`../../tests/fixtures/logbook-tidy/${name}.csv`, import.meta.url), "utf8"), namesAreFine: [] };
}
const TIDY = [tidy("cycles"), tidy("supervision"), tidy("peer-supervision")];

interface TidyWorld {
  readonly db: Database;
  readonly programmeId: string;
  readonly trainee: MadePerson;
  readonly supervisors: readonly MadePerson[];
  readonly peers: readonly MadePerson[];
}

/** The people whom the sample files name. */
async function makeTidyWorld(): Promise<TidyWorld> {
  const db = await freshDatabase();
  const programmeId = (await makeProgramme(db)).id;
  const at = { programmeId, pathwayVersionId: (await makePathwayVersion(db, NES_PRESET.version.definition)).id, startedOn: "2025-09-01" };
  const trainee = await makeTrainee(db, { ...at, name: "Ailsa Rutherglen" });
  const supervisors = [
    await makeSupervisor(db, { programmeId, name: "Agnieszka Wiśniewska-Reid", email: "agnieszka.wisniewska-reid@example.org" }),
    await makeSupervisor(db, { programmeId, name: "Harpreet Kaur Sandhu", email: "harpreet.sandhu@example.scot" }),
  ];
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisors[0]?.id ?? "" });
  const peers: MadePerson[] = [];
  for (const [name, email] of [["Tomasz Zieliński", "tomasz.zielinski@example.org"], ["Nadia Hussain", "nadia.hussain@example.scot"], ["Eilidh Buchanan", "eilidh.buchanan@example.scot"], ["Rhys Llywelyn", "rhys.llywelyn@example.org"]] as const) {
    peers.push(await makeTrainee(db, { ...at, name, email }));
  }
  return { db, programmeId, trainee, supervisors, peers };
}

const imported = async ({ db, trainee }: TidyWorld, files = TIDY) => importLogbook(db, keyring, await actorFor(db, trainee), files, NOON);

async function confirmEverything({ db, trainee, supervisors, peers }: TidyWorld): Promise<void> {
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

describe("importing the tidy logbook", () => {
  it("brings seven clients under codes of the portal, and every row once", async () => {
    const world = await makeTidyWorld();
    const result = await imported(world);
    expect(result).toMatchObject({ ok: true, value: { entries: 40 } });
    const pairs = result.ok ? result.value.pairs : [];
    expect(pairs.map((p) => p.label)).toEqual(["C-7KQ4", "C-M2XD", "C-9TRW", "C-H6VP", "C-3NZF", "C-XB8J", "C-D5GY"]);
    expect((await listClients(world.db.reader, world.trainee.id)).map((c) => c.code).sort()).toEqual(pairs.map((p) => p.code).sort());
    expect(await compareProjection(world.db.reader, world.trainee.id, NOON)).toBeUndefined();
  });

  it("reads 7 of 6 clients, 19 of 18 cycles, 19 h of 15 h and 3 of 2 peer sessions once all is confirmed, and closes nothing", async () => {
    const world = await makeTidyWorld();
    await imported(world);
    await confirmEverything(world);
    const count = await countTrainee(world.db.reader, world.trainee.id, NOON);
    expect(count?.overall.map((r) => [r.requirement.key, r.count, r.needed])).toEqual([["clients", 7, 6], ["cycles", 19, 18], ["supervision", 1140, 900], ["peer_supervision", 3, 2]]);
    expect(count?.stages.map((s) => s.state)).toEqual(["under_way", "ahead", "ahead"]);
    expect(count?.stages.flatMap((s) => s.gates.map((g) => g.state))).not.toContain("open");
    const leftOut = (key: string) => count?.overall.find((r) => r.requirement.key === key)?.leftOut.map((l) => l.reasons.map((r) => r.code));
    expect(leftOut("cycles")).toEqual([["no_shared_review"]]);
    expect(leftOut("supervision")).toEqual([["format_does_not_count"]]);
  });

  it("adds nothing a second time, nor when two confirm at once", async () => {
    const world = await makeTidyWorld();
    const results = await Promise.all([imported(world), imported(world)]);
    expect(results.map((r) => r.ok && r.value.entries)).toEqual([40, 0]);
    expect(await imported(world)).toMatchObject({ ok: true, value: { entries: 0, pairs: [] } });
    expect(await listEntries(world.db.reader, world.trainee.id)).toHaveLength(40);
    expect(await world.db.reader.selectFrom("import_batch").select("id").execute()).toHaveLength(1);
  });

  it("stores no label, anywhere", async () => {
    const world = await makeTidyWorld();
    const files = TIDY.map((file) => ({ ...file, text: file.text.replaceAll("C-7KQ4", "Kowalczyk family") }));
    const result = await imported(world, files);
    expect(result.ok && result.value.pairs[0]?.label).toBe("Kowalczyk family");
    for (const table of ["client", "client_version", "entry", "cycle_version", "audit_entry", "import_batch"] as const) {
      expect(JSON.stringify(await world.db.reader.selectFrom(table).selectAll().execute())).not.toContain("Kowalczyk");
    }
  });

  it("does not bring back what was voided since", async () => {
    const world = await makeTidyWorld();
    await imported(world);
    const [entry] = await listEntries(world.db.reader, world.trainee.id);
    await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: entry?.id ?? "", fromVersion: 1, reason: "Not mine" }, NOON);
    expect(await imported(world)).toMatchObject({ ok: true, value: { entries: 0 } });
  });

  it("gives the same row of two trainees fingerprints of their own", async () => {
    const world = await makeTidyWorld();
    await imported(world);
    const peer = world.peers[0] ?? world.trainee;
    expect(await importLogbook(world.db, keyring, await actorFor(world.db, peer), [tidy("cycles")], NOON)).toMatchObject({ ok: true, value: { entries: 20 } });
  });
});

describe("a preview", () => {
  it("writes nothing and says of each row what the import does", async () => {
    const world = await makeTidyWorld();
    const before = await world.db.reader.selectFrom("trainee_record").selectAll().execute();
    const judged = await previewImport(world.db.reader, keyring, { traineeId: world.trainee.id, programmeId: world.programmeId, startedOn: "2025-09-01", today: "2026-11-21" }, TIDY);
    expect(judged.map((j) => j.ok && [j.verdicts.kind, j.verdicts.counts.accept + j.verdicts.counts.warn])).toEqual([["cycles", 20], ["supervision", 17], ["peer_supervision", 3]]);
    expect(await world.db.reader.selectFrom("trainee_record").selectAll().execute()).toEqual(before);
    expect(await listEntries(world.db.reader, world.trainee.id)).toEqual([]);
  });

  it("takes one file of each kind", async () => {
    const world = await makeTidyWorld();
    const judged = await previewImport(world.db.reader, keyring, { traineeId: world.trainee.id, programmeId: world.programmeId, startedOn: "2025-09-01", today: "2026-11-21" }, [tidy("cycles"), tidy("cycles")]);
    expect(judged[1]).toEqual({ ok: false, problem: { code: "same_kind_twice" } });
    expect(await imported(world, [tidy("cycles"), tidy("cycles")])).toEqual({ ok: false, code: "import_unreadable" });
    expect(await listEntries(world.db.reader, world.trainee.id)).toEqual([]);
  });
});
