import { strToU8, zipSync } from "fflate";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { sql } from "kysely";

import { listEntries } from "#app/logbook/queries.server.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { listTrainees, PATIENCE_MS, seededAt } from "#tests/support/demo.ts";
import { ORIGIN, exported, parsed, sizes } from "#tests/support/record.ts";

import { RECORD_KINDS } from "./format.ts";
import { readRecordBytes, sayProblem } from "./read-file.server.ts";
import { readRecordFromConsole } from "./read-record.server.ts";

const NOW = new Date("2026-11-21T12:00:00.000Z");

type Row = Record<string, unknown>;
type Lists = Record<string, Row[]>;

let fullest: string;
let empty: Database;
beforeAll(async () => {
  const demo = await seededAt(NOW);
  const texts = await Promise.all((await listTrainees(demo.reader)).map(({ id }) => exported(demo, id, NOW)));
  const filled = (text: string): number => Object.values(sizes(parsed(text))).filter((size) => size > 0).length;
  fullest = texts.reduce((most, text) => (filled(text) > filled(most) ? text : most));
}, PATIENCE_MS * 5);
beforeEach(async () => { empty = await freshDatabase(); });

const tampered = (change: (file: Lists) => unknown): string => {
  const file = JSON.parse(fullest) as Lists;
  change(file);
  return JSON.stringify(file);
};
const at = (file: Lists, list: string, n = 0): Row => file[list]?.[n] ?? {};

/** Reads the text in as the console does, and says why not. */
async function refusalOf(text: string): Promise<string> {
  const read = readRecordBytes(Buffer.from(text));
  const answer = read.ok ? await readRecordFromConsole(empty, { ...read.value, programme: "Highland", email: "somebody@example.org" }, NOW) : read;
  if (!answer.ok) expect(sayProblem(answer)).toMatch(/^[A-Z].*\.$/);
  return answer.ok ? "taken" : answer.code;
}

/** How much stands in every table that a record is written into, and around it. */
async function amounts(): Promise<number[]> {
  const tables = [...new Set(RECORD_KINDS.map(({ table }) => table)), "trainee_record", "role_grant", "programme", "brought_record", "audit_entry", "clip_erasure"];
  return Promise.all(tables.map(async (table) => Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(empty.reader)).rows[0]?.n)));
}

test("as it is, it is taken", async () => {
  expect(await refusalOf(fullest)).toBe("taken");
});

const twice = (list: string): [string, (file: Lists) => unknown, string] => [`a row of ${list} twice`, (file) => file[list]?.push({ ...at(file, list) }), "here_already"];

test.each<[why: string, change: (file: Lists) => unknown, code: string]>([
  twice("people"), twice("accreditations"), twice("pathways"), twice("pathwayVersions"), twice("enrolments"), twice("supervisors"), twice("clients"), twice("clientVersions"), twice("consents"),
  twice("consentVersions"), twice("entries"), twice("cycles"), twice("supervision"), twice("confirmations"), twice("reflections"), twice("reflectionVersions"), twice("submissions"),
  twice("submissionSteps"), twice("moments"), twice("momentVersions"), twice("feedback"), twice("replies"), twice("skillsRecords"), twice("skillsVersions"), twice("signOffRequests"),
  ["somebody twice under two names", (f) => f.people?.push({ ...at(f, "people"), name: "Somebody Else" }), "here_already"],
  ["the trainee once more among those who are named", (f) => f.people?.push({ ...at(f, "people"), id: (f.trainee as unknown as Row).id }), "here_already"],
  ["two clients of one code", (f) => { at(f, "clients", 1).code = at(f, "clients").code; }, "here_already"],
  ["an entry that nothing is said of", (f) => f.entries?.push({ ...at(f, "entries"), id: "0123456789abcdefghjk" }), "does_not_fit"],
  ["a client that nothing is said of", (f) => f.clients?.push({ ...at(f, "clients"), id: "0123456789abcdefghjk", code: "C-ZZZZ" }), "does_not_fit"],
  ["a consent that nothing is said of", (f) => f.consents?.push({ ...at(f, "consents"), id: "0123456789abcdefghjk" }), "does_not_fit"],
  ["a submission that was never sent", (f) => f.submissions?.push({ ...at(f, "submissions"), id: "0123456789abcdefghjk", attempt: 9 }), "does_not_fit"],
  ["a session that is said to be a cycle", (f) => { Object.assign(f.entries?.find((e) => e.kind === "supervision") ?? {}, { kind: "cycle" }); }, "does_not_fit"],
  ["a session about itself", (f) => { const one = at(f, "supervisionCycles"); one.cycleId = one.entryId; }, "does_not_fit"],
  ["a session about another session", (f) => { const one = at(f, "supervisionCycles"); one.cycleId = f.supervision?.find((s) => s.entryId !== one.entryId)?.entryId; }, "does_not_fit"],
  ["a confirmation of a version that never was", (f) => { at(f, "confirmations").entryVersion = 99; }, "does_not_fit"],
  ["a reflection on a version that never was", (f) => { at(f, "cycleReflections").version = 99; }, "does_not_fit"],
  ["a cycle talked about at a version that never was", (f) => { at(f, "supervisionCycles").version = 99; }, "does_not_fit"],
  ["an answer to a moment of another submission", (f) => {
    const [first, other] = [at(f, "moments"), f.submissions?.find((s) => s.id !== at(f, "moments").submissionId)];
    at(f, "replies").submissionId = other?.id;
    at(f, "replies").momentId = first.id;
  }, "does_not_fit"],
  ["a pathway that says more than a pathway", (f) => { (at(f, "pathwayVersions").definition as Row).note = "x".repeat(200_001); }, "wrong_structure"],
  ["a name that a console would obey", (f) => { at(f, "people").name = "A\u001b[2J"; }, "wrong_structure"],
  ["a name that turns round what follows", (f) => { (f.trainee as unknown as Row).name = "A\u202eB"; }, "wrong_structure"],
  ["a name that is no text", (f) => { (f.trainee as unknown as Row).name = "\u0000"; }, "wrong_structure"],
])("%s is refused with a sentence, and nothing of it stands", async (_why, change, code) => {
  const before = await amounts();
  expect(await refusalOf(tampered(change))).toBe(code);
  expect(await amounts()).toEqual(before);
});

test("an address in the file that is none is asked for", async () => {
  const read = readRecordBytes(Buffer.from(tampered((f) => { (f.trainee as unknown as Row).email = "no address\r\nBcc: x"; })));
  if (!read.ok) throw new Error(read.code);
  expect(await readRecordFromConsole(empty, { ...read.value, programme: "P", email: null }, NOW)).toEqual({ ok: false, code: "email_needed" });
});

test.each<[why: string, text: () => string, code: string]>([
  ["nothing but empty rows, in every list", () => tampered((f) => { for (const { name } of RECORD_KINDS) f[name] = Array.from({ length: 50_000 }, () => ({})); }), "wrong_structure"],
  ["millions of empty rows", () => fullest.replace('"entries": [', `"entries": [${"{},".repeat(8_000_000)}`), "wrong_structure"],
  ["millions of numbers", () => fullest.replace('"counts": [', `"counts": [${"{},".repeat(8_000_000)}`), "wrong_structure"],
  ["lists within lists without end", () => fullest.replace('"entries": [', `"entries": [${"[".repeat(5_000_000)}${"]".repeat(5_000_000)},`), "wrong_structure"],
  ["a pathway within a pathway without end", () => fullest.replace('"definition": {', `"definition": {"deep": ${"[".repeat(1_000_000)}${"]".repeat(1_000_000)},`), "wrong_structure"],
  ["a field of every object", () => fullest.replace('"format"', '"__proto__": {"isAdmin": true}, "format"'), "wrong_structure"],
  ["a field of every object in a row", () => fullest.replace('"kind": "cycle"', '"__proto__": {"isAdmin": true}, "kind": "cycle"'), "wrong_structure"],
  ["a list twice, the second empty", () => fullest.replace(/\}\s*$/, ', "entries": []}'), "names_others"],
])("a file of %s gets a sentence soon", async (_why, text, code) => {
  expect(await refusalOf(text())).toBe(code);
}, PATIENCE_MS);

test("an archive that says it is shorter than it is, or that holds two records, is not taken for more than it is", () => {
  const zip = zipSync({ "attune-record.json": strToU8(fullest) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const central = view.getUint32(zip.length - 6, true);
  view.setUint32(central + 24, 1000, true);
  expect(readRecordBytes(zip)).toMatchObject({ ok: false, code: "unreadable" });
});

test("what is read in says where it is from, and its entries are those of the file", async () => {
  expect(await refusalOf(fullest)).toBe("taken");
  const { trainee, entries } = JSON.parse(fullest) as { trainee: { id: string }; entries: unknown[] };
  expect(await listEntries(empty.reader, trainee.id)).toHaveLength(entries.length);
  expect(fullest).toContain(ORIGIN);
});
