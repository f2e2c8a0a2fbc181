import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { findActor } from "#app/people/actor.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import { changeEntry } from "#app/logbook/change-entry.server.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { listTrainees, PATIENCE_MS, seededAt } from "#tests/support/demo.ts";
import { actorFor, cycleContent, loggedCycle, loggedSupervision, makeWorld, NOON } from "#tests/support/logbook.ts";
import { sizes } from "#tests/support/record.ts";

import type { ArchiveFacts } from "./archive-facts.ts";
import { csvFiles } from "./csv-files.ts";
import { readArchiveFacts } from "./take-along.server.ts";
import { TABLES } from "./tables/all-tables.ts";

const NOW = new Date("2026-11-21T12:00:00.000Z");
const tableSchema = z.array(z.record(z.string(), z.string()));

type Tables = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

async function factsOf(db: Database, id: string): Promise<ArchiveFacts> {
  const actor = await findActor(db.reader, id, londonDay(NOW));
  const facts = actor && await db.inTransaction((trx) => readArchiveFacts(trx, actor, "https://attune.example.org", NOW));
  if (!facts) throw new Error("no record");
  return facts;
}

/** The tables by their names, row by row under the heads of their columns. */
function tablesOf(facts: ArchiveFacts): Tables {
  return Object.fromEntries(csvFiles(facts).map(({ name, text }) => [name.replace(".csv", ""), tableSchema.parse(parse(text, { bom: true, columns: true }))]));
}

const idsIn = ({ file: { rows } }: ArchiveFacts): Set<string> =>
  new Set([...rows.values()].flatMap((list) => list.flatMap((row) => (typeof row.id === "string" ? [row.id] : []))));

let demo: Database;
let all: readonly { readonly facts: ArchiveFacts; readonly tables: Tables }[];
beforeAll(async () => {
  demo = await seededAt(NOW);
  const trainees = await listTrainees(demo.reader);
  all = await Promise.all(trainees.map(async ({ id }) => {
    const facts = await factsOf(demo, id);
    return { facts, tables: tablesOf(facts) };
  }));
}, PATIENCE_MS * 5);

test("each table has one row for each thing, and the demonstration fills every table and nearly every column", () => {
  const filled = new Set<string>();
  for (const { facts, tables } of all) {
    const size = sizes(facts.file);
    expect([tables.clients?.length, tables.consents?.length, tables.reflections?.length, tables.submissions?.length, tables["skills-records"]?.length, tables.requests?.length, tables.answers?.length])
      .toEqual([size.clients, size.consents, size.reflections, size.submissions, size.skillsRecords, size.signOffRequests, size.replies]);
    expect(["cycles", "supervision", "peer-supervision", "training", "recognised-work"].reduce((sum, name) => sum + (tables[name]?.length ?? 0), 0)).toBe(size.entries);
    for (const [name, rows] of Object.entries(tables)) for (const row of rows) for (const [column, text] of Object.entries(row)) if (text !== "") filled.add(`${name}.${column}`);
  }
  const names = new Set([...filled].map((one) => one.split(".")[0]));
  expect(Object.keys(all[0]?.tables ?? {}).filter((name) => !names.has(name))).toEqual([]);
  expect(filled.size).toBeGreaterThan(200);
});

test("what has days stands in their order", () => {
  for (const { tables } of all) {
    for (const [name, column] of [["cycles", "film_date"], ["supervision", "date"], ["reflections", "date"], ["clients", "case_opened"], ["history", "recorded_at"]] as const) {
      const days = (tables[name] ?? []).map((row) => row[column]);
      expect(days).toEqual(days.toSorted());
    }
  }
});

test("who and what another list names is there in words: no cell holds an id", () => {
  for (const { facts, tables } of all) {
    const ids = idsIn(facts);
    for (const rows of Object.values(tables)) for (const row of rows) for (const text of Object.values(row)) for (const part of text.split(/; |, /)) expect(ids.has(part)).toBe(false);
  }
});

test("the numbers are those of the record, and as many entries say that they count towards each", () => {
  for (const { facts: { file: { head } }, tables } of all) {
    const towards = Object.values(tables).flatMap((rows) => rows.flatMap((row) => (row.counts_towards ?? "").split("; ").filter((text) => text !== "")));
    expect(tables.numbers?.map((row) => [row.count, row.needed])).toEqual(head.counts.map((one) => [String(one.count), String(one.needed)]));
    for (const [i, { entries }] of head.counts.entries()) {
      const row = tables.numbers?.[i];
      expect(towards.filter((text) => text === `Stage ${row?.stage ?? ""}, ${row?.requirement ?? ""}`)).toHaveLength(entries.length);
    }
  }
});

test("a cycle and a session say all that was told of them, and what was changed says what it was before", async () => {
  const world = await makeWorld(await freshDatabase());
  const cycle = await loggedCycle(world, { note: "First." });
  await loggedSupervision(world);
  const actor = await actorFor(world.db, world.trainee);
  const { id: clientId } = await world.db.reader.selectFrom("client").select("id").executeTakeFirstOrThrow();
  const changed = await changeEntry(world.db, actor, { entryId: cycle, fromVersion: 1, reason: "Misheard.", content: { ...cycleContent({ note: "Second." }), clientId } }, NOON);
  expect(changed.ok).toBe(true);
  const tables = tablesOf(await factsOf(world.db, world.trainee.id));
  const code = tables.clients?.[0]?.client_code ?? "";
  const filmed = tables.cycles?.[0]?.film_date ?? "";
  expect(tables.cycles).toMatchObject([{ client_code: code, note: "Second.", entry: `${code} ${filmed}`, voided: "no", why: "Misheard.", logged_by: world.trainee.name }]);
  expect(tables.supervision).toMatchObject([{ supervisor_name: world.supervisor.name, confirmation: "Waiting for confirmation", kind: "One to one" }]);
  expect(tables.history).toEqual([expect.objectContaining({ recorded_by: world.trainee.name, table: "cycles", about: `${code} ${filmed}`, version: "2", column: "note", before: "First.", after: "Second.", why: "Misheard." })]);
});

test("nothing in any table is run by a spreadsheet, whatever was written where", () => {
  for (const start of ["=", "+", "-", "@", "\t=", " =", "\r="]) {
    for (const { facts } of all.slice(0, 3)) {
      const rows = new Map([...facts.file.rows].map(([list, held]) => [list, held.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [
        field, typeof value === "string" && !/Id$|^id$|By$|At$|On$/.test(field) ? `${start}cmd` : value,
      ])))] as const));
      for (const { name, text } of csvFiles({ ...facts, file: { ...facts.file, rows } })) {
        for (const row of z.array(z.array(z.string())).parse(parse(text, { bom: true }))) for (const cell of row) expect([name, /^\s*[=+\-@]/.test(cell)]).toEqual([name, false]);
      }
    }
  }
});

test("an empty record has every table with its heads alone, but for what it is", async () => {
  const world = await makeWorld(await freshDatabase());
  const tables = tablesOf(await factsOf(world.db, world.trainee.id));
  expect(Object.keys(tables)).toHaveLength(TABLES.length + 1);
  expect(tables.cycles).toEqual([]);
  expect(tables.record).toMatchObject([{ trainee_name: world.trainee.name }]);
});
