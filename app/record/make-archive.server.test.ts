import { strFromU8, unzipSync } from "fflate";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";

import { findActor } from "#app/people/actor.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Database } from "#db/database.server.ts";
import { contextFor } from "#tests/support/actors.ts";
import { listTrainees, PATIENCE_MS, see, seededAt } from "#tests/support/demo.ts";
import { readPdf } from "#tests/support/pdf.ts";
import { exported } from "#tests/support/record.ts";

import { makeArchive } from "./make-archive.server.ts";
import { readRecordBytes } from "./read-file.server.ts";
import { readArchiveFacts, takeAlong } from "./take-along.server.ts";

const NOW = new Date("2026-11-21T12:00:00.000Z");
let demo: Database;
beforeAll(async () => { demo = await seededAt(NOW); }, PATIENCE_MS * 5);

async function actorOf(id: string) {
  const actor = await findActor(demo.reader, id, londonDay(NOW));
  if (!actor) throw new Error("nobody");
  return actor;
}

/** The files of that trainee's archive, put together here and not in a thread. */
async function filesOf(id: string) {
  const actor = await actorOf(id);
  const facts = await demo.inTransaction((trx) => readArchiveFacts(trx, actor, "https://attune.example.org", NOW));
  if (!facts) throw new Error("no record");
  const made = await makeArchive(facts);
  if (!made.ok) throw new Error(made.code);
  return unzipSync(made.value);
}

async function ailsa() {
  const { id } = await demo.reader.selectFrom("person").select("id").where("email", "=", "trainee@example.org").executeTakeFirstOrThrow();
  return id;
}

test("the archive holds the record, a table for each kind and the logbook, made in a thread, and its taking is recorded", async () => {
  const id = await ailsa();
  const taken = await takeAlong(contextFor(demo, NOW), await actorOf(id), NOW);
  if (!taken.ok) throw new Error(taken.code);
  expect(Object.keys(unzipSync(taken.value)).sort()).toEqual([
    "accreditations.csv", "answers.csv", "attune-record.json", "clients.csv", "confirmations.csv", "consents.csv", "cycles.csv", "decisions.csv", "enrolments.csv", "feedback.csv", "history.csv",
    "logbook.pdf", "moments.csv", "numbers.csv", "pathways.csv", "pauses.csv", "peer-supervision.csv", "people.csv", "recognised-work.csv", "record.csv", "reflection-shares.csv", "reflections.csv",
    "requests.csv", "reviewers.csv", "skills-records.csv", "stages.csv", "submission-steps.csv", "submissions.csv", "supervision.csv", "supervisors.csv", "training.csv",
  ]);
  const read = readRecordBytes(taken.value);
  expect(read.ok && read.value.file.head.trainee.id).toBe(id);
  const last = await demo.reader.selectFrom("audit_entry").select(["act", "subjects"]).orderBy("seq", "desc").executeTakeFirstOrThrow();
  expect(last).toEqual({ act: "record.taken_along", subjects: JSON.stringify({ trainee: id }) });
});

test("each table has a row for each entry of its kind", async () => {
  const id = await ailsa();
  const files = await filesOf(id);
  const { name } = await demo.reader.selectFrom("person").select("name").where("id", "=", id).executeTakeFirstOrThrow();
  const { entries } = await see(demo.reader, name, NOW);
  for (const [kind, file] of [["cycle", "cycles"], ["supervision", "supervision"], ["peer_supervision", "peer-supervision"], ["training", "training"], ["recognised", "recognised-work"]] as const) {
    const rows: unknown[] = parse(strFromU8(files[`${file}.csv`] ?? new Uint8Array()), { bom: true });
    expect([file, rows.length - 1]).toEqual([file, entries.filter((e) => e.kind === kind).length]);
  }
});

test("the logbook is a tagged PDF in British English: its headings, its tables with their headers, and every page's text", async () => {
  const id = await ailsa();
  const files = await filesOf(id);
  const { raw, structure, pages } = readPdf(files["logbook.pdf"] ?? new Uint8Array());
  expect(raw).toMatch(/\/Lang \(.{0,4}e.?n.?-.?G.?B/s);
  expect(raw).toMatch(/\/MarkInfo \d+ 0 R|\/Marked true/);
  expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(raw).toContain("pdfuaid:part");
  expect(raw).toMatch(/\/DisplayDocTitle true/);
  expect(structure).toMatchObject({ Document: 1, H1: 1 });
  expect(structure.H2).toBeGreaterThanOrEqual(7);
  expect(structure.H3).toBe(3);
  expect(structure.Table).toBeGreaterThanOrEqual(7);
  expect(structure.TH).toBeGreaterThan(structure.Table ?? 0);
  expect(structure.TR).toBeGreaterThan(20);
  expect(pages.length).toBeGreaterThan(1);
  for (const [n, page] of pages.entries()) {
    expect(page).toContain(`Page ${String(n + 1)} of ${String(pages.length)}`);
    expect(page).not.toContain("\ufffd");
    expect(page.length).toBeGreaterThan(100);
  }
  const whole = pages.join("\n");
  for (const said of ["Training logbook of ", "Mairi MacInnes", "Stage 1 ", "Supervision", "Recognised prior work"]) expect(whole.replace(/\n/g, " ").replace(/ +/g, " ")).toContain(said);
});

test("nobody's archive holds what is not theirs to read: private notes, drafts, and whatever belongs to another trainee", async () => {
  const db = demo.reader;
  const moments = await db.selectFrom("current_moment as v").innerJoin("moment as m", "m.id", "v.moment_id").innerJoin("submission as s", "s.id", "m.submission_id")
    .innerJoin("current_submission_step as c", "c.submission_id", "s.id").select(["m.id", "s.trainee_id", "v.sharing", "v.voided", "c.state"]).execute();
  const drafts = await db.selectFrom("current_feedback").select(["submission_id", "is_sent"]).execute();
  const entries = await db.selectFrom("entry").select(["id", "trainee_id"]).execute();
  expect(moments.some((m) => m.sharing === "private") && moments.some((m) => m.state === "sent") && drafts.some((d) => d.is_sent === 0)).toBe(true);
  for (const { id } of await listTrainees(db)) {
    const text = await exported(demo, id, NOW);
    for (const m of moments) expect([m.id, text.includes(m.id)]).toEqual([m.id, m.trainee_id === id && m.sharing === "shared" && m.voided === 0 && m.state === "reviewed"]);
    for (const { id: entryId, trainee_id } of entries) if (trainee_id !== id) expect(text.includes(entryId)).toBe(false);
    expect(text).not.toMatch(/"isSent": false|"sharing": "private"|fingerprint|password|emailKey|sealed/);
  }
});
