import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

import { day, evidence, flag, id, instant, name, place, text, whole } from "./fields.ts";
import { MAX_ROWS, RECORD_KINDS, RECORD_VERSION, type RecordFile, type RecordHead, takeRecord } from "./format.ts";
import { readRecordBytes } from "./read-file.server.ts";
import { recordText } from "./write-file.server.ts";

const PATHWAY = {
  stages: [1, 2, 3].map((number) => ({ number, name: `Stage ${String(number)}`, closing: "own_supervisor" })), accumulation: "cumulative",
  requirements: [{ key: "cycles", label: "Cycles", entries: "cycle", measure: "entries", needed: [1, 2, 3] }], gates: [],
  settings: { supervisionNeedsConfirmation: true, peerSupervisionNeedsConfirmation: true, supervisorInTrainingCounts: false, clientCountsWith: "one_cycle", lateEntriesBelongTo: "stage_of_their_day" },
  sources: [{ label: "L" }],
};

const chars = (n: number): string => "ä".repeat(n);
const STORABLE = fc.string({ unit: "grapheme", maxLength: 40 }).filter((s) => !s.includes("\0"));

/** For a field that is nothing but one of ours: something it may hold, its limits more often than not. */
const OURS: ReadonlyMap<unknown, fc.Arbitrary<unknown>> = new Map<unknown, fc.Arbitrary<unknown>>([
  [text, fc.oneof(fc.constantFrom("", chars(200_000), "=1+1", "\u{1f600}"), STORABLE)], [evidence, fc.constantFrom("{}", chars(1_000_000))],
  [id, fc.constant("t1")], [name, fc.constantFrom("", chars(200_000), "O’Brien")], [day, fc.constantFrom("1900-01-01", "2024-02-29", "2199-12-31")],
  [instant, fc.constantFrom("1970-01-01T00:00:00.000Z", "2026-11-21T12:00:00.000Z")], [whole, fc.constantFrom(0, 1, 1_000_000_000_000)],
  [place, fc.constantFrom(1, 2, 1_000_000_000_000)], [flag, fc.boolean()],
]);

/** A thing that names another names the only one of its list, and everybody is the trainee. */
function holding(schema: z.ZodType): fc.Arbitrary<unknown> {
  const ours = OURS.get(schema);
  if (ours) return ours;
  if (schema instanceof z.ZodNullable) return fc.option(holding(schema.unwrap() as z.ZodType));
  return fc.constantFrom(...choicesOf(z.toJSONSchema(schema, { unrepresentable: "any" }) as Shape));
}

interface Shape { readonly enum?: readonly unknown[]; readonly const?: unknown; readonly type?: string; readonly items?: Shape; readonly minimum?: number; readonly maximum?: number }

function choicesOf(shape: Shape): readonly unknown[] {
  if (shape.enum) return shape.enum;
  if (shape.const !== undefined) return [shape.const];
  if (shape.type === "array") return [[], shape.items?.enum ?? []];
  if (shape.type === "integer") return [shape.minimum, shape.maximum];
  if (shape.type === "null") return [null];
  return shape.type === "string" ? ["0".repeat(64)] : [{}];
}

const rowOf = (kind: (typeof RECORD_KINDS)[number]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(kind.row.shape).map(([field, schema]) => [field, field === "definition" ? fc.constant(PATHWAY) : holding(schema as z.ZodType)])))
    .map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, /(^id|Id)$/.test(field) && value !== null ? "t1" : value])));

const head: RecordHead = {
  format: "attune-record", version: RECORD_VERSION, exportedAt: "2026-03-12T09:00:00.000Z", origin: "https://attune.example.org", programme: "P", countedOn: "2026-03-12", recordVersion: 1,
  trainee: { id: "t1", name: "T", email: null }, counts: [],
};

const files: fc.Arbitrary<RecordFile> = fc.tuple(...RECORD_KINDS.map((kind) => fc.array(rowOf(kind), { minLength: 1, maxLength: 2 })))
  .map((lists) => ({ head, rows: new Map(RECORD_KINDS.map(({ name }, i) => [name, lists[i] ?? []])) }));

test("whatever the format takes is read as it was written, at the limits of every field too", () => {
  fc.assert(fc.property(files, (file) => {
    const taken = takeRecord({ ...file.head, ...Object.fromEntries(file.rows) });
    if (!taken.ok) throw new Error(taken.at);
    const { head: said, rows } = taken.value;
    expect(takeRecord(JSON.parse(JSON.stringify({ ...said, ...Object.fromEntries(rows) })))).toEqual({ ok: true, value: file });
  }), { numRuns: 15 });
});

type Lists = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

const madeOf = (rows: Lists, over: Partial<RecordHead> = {}): RecordFile =>
  ({ head: { ...head, ...over }, rows: new Map(RECORD_KINDS.map(({ name }) => [name, rows.get(name) ?? []])) });
const entry = (n: number) => ({ id: `e${String(n)}`, kind: "training", recordedAt: head.exportedAt, recordedBy: "t1" });
const attended = (n: number) => ({
  entryId: `e${String(n)}`, heldOn: "2026-03-12", training: "mid_point", halfDays: 1, materialVersion: 1, note: null, version: 1, recordedAt: head.exportedAt, recordedBy: "t1", voided: false, reason: null,
});
const entries = (n: number) => Array.from({ length: n }, (_, i) => entry(i));

test("as many entries as a list may be long, all of them in one number, are written and read; one more is too much", () => {
  const counts = (n: number) => [{ stage: 1, requirement: "cycles", count: n, needed: 1, entries: entries(n).map((one) => one.id) }];
  const lists: Lists = new Map<string, Record<string, unknown>[]>([["entries", entries(MAX_ROWS)], ["training", Array.from({ length: MAX_ROWS }, (_, i) => attended(i))]]);
  const written = recordText(madeOf(lists, { counts: counts(MAX_ROWS) }));
  expect(written.ok && readRecordBytes(Buffer.from(written.value)).ok).toBe(true);
  expect(recordText(madeOf(new Map([["entries", entries(MAX_ROWS + 1)]])))).toEqual({ ok: false, code: "too_much" });
  expect(recordText(madeOf(new Map(), { counts: counts(MAX_ROWS + 1) }))).toEqual({ ok: false, code: "too_much" });
  expect(recordText(madeOf(new Map(), { counts: Array.from({ length: MAX_ROWS + 1 }, () => ({ stage: 1, requirement: "c", count: 0, needed: 0, entries: [] })) }))).toEqual({ ok: false, code: "too_much" });
});

test("a record that is longer in bytes than any file that is read is too much, not written", () => {
  const reflection = (n: number) => ({ reflectionId: "t1", version: n + 1, writtenOn: "2026-03-12", reflection: chars(200_000), entryId: null, voided: false, recordedAt: head.exportedAt, recordedBy: "t1" });
  const of = (n: number) => {
    const lists: Lists = new Map<string, Record<string, unknown>[]>([["reflections", [{ id: "t1", recordedAt: head.exportedAt }]], ["reflectionVersions", Array.from({ length: n }, (_, i) => reflection(i))]]);
    return recordText(madeOf(lists));
  };
  const most = of(124);
  expect(most.ok && readRecordBytes(Buffer.from(most.value)).ok).toBe(true);
  expect(of(126)).toEqual({ ok: false, code: "too_much" });
});

test("the evidence under the signature of ten thousand entries leaves", () => {
  const pack = JSON.stringify(Array.from({ length: 20_000 }, (_, i) => ({ entry: `0123456789abcdef${String(i)}`, version: 1, amount: 1, countsOn: "2026-03-12" })));
  const request = { id: "r1", stage: 1, round: 1, recordVersion: 1, evidenceHash: "0".repeat(64), pack, askedBy: "t1", recordedAt: head.exportedAt };
  const written = recordText(madeOf(new Map([["signOffRequests", [request]]])));
  expect(written.ok && readRecordBytes(Buffer.from(written.value)).ok).toBe(true);
});

test("what the format does not take, or what names somebody who is not in it, is an error of ours and never given away", () => {
  expect(() => recordText(madeOf(new Map([["entries", [{ ...entry(1), kind: "nothing" }]]])))).toThrow(/entries\.0\.kind/);
  expect(() => recordText(madeOf(new Map([["entries", [{ ...entry(1), recordedBy: "somebody" }]]])))).toThrow(/names_others/);
});
