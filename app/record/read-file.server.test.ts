import { strToU8, zipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";

import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { logCycle } from "#app/logbook/log-entry.server.ts";
import { listEntries } from "#app/logbook/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, cycleContent, loggedCycle, loggedSupervision, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { exported, readIn } from "#tests/support/record.ts";

import { findBroughtEntry } from "./brought.server.ts";
import { readRecordBytes, readRecordFile, sayProblem } from "./read-file.server.ts";

let world: World;
let text: string;

beforeEach(async () => {
  world = await makeWorld(await freshDatabase());
  await loggedCycle(world, { note: "=1+1" });
  await loggedSupervision(world);
  const gone = await loggedCycle(world, { filmedOn: "2026-10-01", reviewedOn: null });
  await voidEntry(world.db, await actorFor(world.db, world.trainee), { entryId: gone, fromVersion: 1, reason: "Twice" }, NOON);
  text = await exported(world.db, world.trainee.id, NOON);
});

type Changed = Record<string, unknown>;

/** The file with something in it changed by hand. */
function tampered(change: (file: Changed) => unknown): Uint8Array {
  const file = JSON.parse(text) as Changed;
  change(file);
  return strToU8(JSON.stringify(file));
}

const rows = (file: Changed, list: string): Changed[] => file[list] as Changed[];
const first = (file: Changed, list: string): Changed => rows(file, list)[0] ?? {};

test.each<[why: string, bytes: () => Uint8Array, code: string]>([
  ["nothing in it", () => strToU8(""), "unreadable"],
  ["cut short", () => strToU8(text.slice(0, text.length / 2)), "unreadable"],
  ["something else altogether", () => strToU8('{"entries":[]}'), "not_a_record"],
  ["a list", () => strToU8("[]"), "not_a_record"],
  ["another version", () => tampered((f) => { f.version = 2; }), "other_version"],
  ["a version that is no number", () => tampered((f) => { f.version = "1"; }), "other_version"],
  ["a field too many", () => tampered((f) => { first(f, "entries").approved = true; }), "wrong_structure"],
  ["a field too few", () => tampered((f) => { delete first(f, "cycles").filmedOn; }), "wrong_structure"],
  ["a day that never was", () => tampered((f) => { first(f, "cycles").filmedOn = "2026-02-30"; }), "wrong_structure"],
  ["a NUL", () => tampered((f) => { first(f, "cycles").note = "a\0b"; }), "wrong_structure"],
  ["half of a character", () => tampered((f) => { first(f, "cycles").note = "\ud800"; }), "wrong_structure"],
  ["minutes below nought", () => tampered((f) => { first(f, "supervision").minutes = -60; }), "wrong_structure"],
  ["a list that is not there", () => tampered((f) => { delete f.confirmations; }), "wrong_structure"],
  ["somebody else's client", () => tampered((f) => { first(f, "cycles").clientId = "0123456789abcdefghjk"; }), "names_others"],
  ["a supervisor who is not in it", () => tampered((f) => { f.people = []; }), "names_others"],
  ["an archive without a record", () => zipSync({ "cycles.csv": strToU8("a") }), "no_record_inside"],
  ["an archive that is cut short", () => zipSync({ "attune-record.json": strToU8(text) }).subarray(0, 300), "unreadable"],
  ["an archive that swells", () => zipSync({ "attune-record.json": new Uint8Array(50_000_001) }), "too_large"],
  ["a huge file", () => new Uint8Array(50_000_001).fill(32), "too_large"],
])("%s gets a sentence", (_why, bytes, code) => {
  const read = readRecordBytes(bytes());
  expect(read).toMatchObject({ ok: false, code });
  if (!read.ok) expect(sayProblem(read)).toMatch(/^[A-Z].*\.$/);
});

test("what is wrong says where", () => {
  const read = readRecordBytes(tampered((f) => { first(f, "cycles").filmedOn = "soon"; }));
  expect(!read.ok && sayProblem(read)).toMatch(/ cycles\.0\.filmedOn\.$/);
});

test("a file that is not there gets one too", () => {
  expect(readRecordFile("/no/such/record.zip")).toEqual({ ok: false, code: "not_there" });
});

test("the record is taken from an archive as it is", () => {
  expect(readRecordBytes(zipSync({ "attune-record.json": strToU8(text), "logbook.pdf": strToU8("x") }))).toMatchObject({ ok: true, value: { text } });
});

/** How much stands in a database. */
async function amountsIn({ reader }: Database): Promise<number[]> {
  const tables = ["person", "entry", "client", "enrolment", "role_grant", "programme", "brought_record", "audit_entry"] as const;
  return Promise.all(tables.map(async (table) => (await reader.selectFrom(table).selectAll().execute()).length));
}

test.each<[why: string, change: (file: Changed) => unknown, code: string]>([
  ["numbers that were raised", (f) => { first(f, "counts").count = 99; }, "counts_differ"],
  ["an entry that was added to what counts", (f) => { (first(f, "counts").entries as string[]).push("0123456789abcdefghjk"); }, "counts_differ"],
  ["a confirmation made up", (f) => {
    const { entryId, supervisorId } = first(f, "supervision");
    rows(f, "confirmations").push({ entryId, number: 1, entryVersion: 1, decision: "confirmed", note: null, decidedBy: supervisorId, recordedAt: "2026-11-20T10:00:00.000Z" });
  }, "counts_differ"],
  ["the same entry twice", (f) => { rows(f, "entries").push(first(f, "entries")); }, "here_already"],
  ["an amount that no rule takes", (f) => { first(f, "supervision").materialVersion = 5; first(f, "supervision").minutes = 0; }, "does_not_fit"],
])("%s is not read in, and nothing of it stands", async (_why, change, code) => {
  const empty = await freshDatabase();
  const before = await amountsIn(empty);
  expect(await readIn(empty, Buffer.from(tampered(change)).toString("utf8"), NOON)).toEqual({ ok: false, code });
  expect(await amountsIn(empty)).toEqual(before);
});

test("read in twice it is refused, as it is where it was made", async () => {
  const empty = await freshDatabase();
  expect(await readIn(empty, text, NOON)).toMatchObject({ ok: true, value: { name: "Ailsa Rutherglen", entries: 3 } });
  expect(await readIn(empty, text, NOON)).toEqual({ ok: false, code: "not_empty" });
  expect(await readIn(world.db, text, NOON)).toEqual({ ok: false, code: "not_empty" });
});

test("nothing is read in in the name of somebody who can sign in here, nor over somebody of another name", async () => {
  const stands = { email: null, is_external: 0, verified_on: null, recorded_at: "2026-01-01T00:00:00.000Z" } as const;
  const mine = await freshDatabase();
  await mine.reader.insertInto("person").values({ ...stands, id: world.supervisor.id, name: world.supervisor.name, email: "a@example.org", email_key: "a@example.org" }).execute();
  expect(await readIn(mine, text, NOON)).toEqual({ ok: false, code: "has_account" });
  const theirs = await freshDatabase();
  await theirs.reader.insertInto("person").values({ ...stands, id: world.supervisor.id, name: "Somebody Else", email_key: null }).execute();
  expect(await readIn(theirs, text, NOON)).toEqual({ ok: false, code: "name_differs" });
});

test("whose address is taken is asked for another", async () => {
  const empty = await freshDatabase();
  await empty.reader.insertInto("person").values({ id: "0123456789abcdefghjk", name: "Other", email: "x@example.org", email_key: "x@example.org", is_external: 0, verified_on: null, recorded_at: "2026-01-01T00:00:00.000Z" }).execute();
  expect(await readIn(empty, text, NOON, "X@example.org")).toEqual({ ok: false, code: "email_taken" });
  expect(await readIn(empty, text, NOON, "y@example.org")).toMatchObject({ ok: true });
});

test("what was brought along says from where; what is logged afterwards does not", async () => {
  const empty = await freshDatabase();
  await readIn(empty, text, NOON);
  const later = new Date("2026-11-22T12:00:00.000Z");
  const actor = await actorFor(empty, world.trainee, later);
  const logged = await logCycle(empty, actor, { requestId: newId(), client: { newClient: { ageBand: null } }, content: cycleContent() }, later);
  const entries = await listEntries(empty.reader, world.trainee.id);
  expect(logged.ok && entries.length).toBe(4);
  for (const entry of entries) {
    const isNew = logged.ok && entry.id === logged.value.entryId;
    expect(await findBroughtEntry(empty.reader, entry)).toBe(isNew ? null : "Brought along from https://attune.example.org, as it stood there on 21 November 2026.");
  }
});
