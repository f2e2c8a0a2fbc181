import { z } from "zod";

import { pathwayDefinitionSchema } from "#app/pathway/model.ts";

import { day, flag, id, instant, name, place, stage, text, versioned, whole } from "./fields.ts";
import type { RecordKind, RecordRow } from "./kind.ts";
import { LOG_KINDS } from "./log-kinds.ts";
import { REVIEW_KINDS } from "./review-kinds.ts";

/*
 * One trainee's whole record as a file (docs/record-format.md). What writes it and what reads it are the same schema: a file
 * that it does not take is never written. A change that an older reader would not take is a new version.
 */

/** The version that this portal writes and reads. */
export const RECORD_VERSION = 1;
/** The longest that a list may be. */
export const MAX_ROWS = 50_000;
/** The longest that a file may be, in bytes: 50 MB. */
export const MAX_BYTES = 50_000_000;

/** The longest that a definition or a list of shares may be. */
const MAX_BUILT = 200_000;
const MAX_SHARES = 1000;

const period = { startsOn: day, endsOn: day.nullable() };

function isShort(built: unknown): boolean {
  try {
    return JSON.stringify(built).length <= MAX_BUILT;
  } catch {
    return false;
  }
}

// Refused as a whole before it is looked into: each thing that is wrong in it would be told apart.
const definition = z.unknown().refine(isShort, { error: "is too long", abort: true }).pipe(pathwayDefinitionSchema);

/** Those who are named in the record, and where the trainee stood: in the order in which it is written. */
const STANDING_KINDS: readonly RecordKind[] = [
  { name: "people", table: "person", scope: { by: "choice" }, order: ["id"], flags: ["isExternal"], row: z.strictObject({ id, name, isExternal: flag, verifiedOn: day.nullable() }) },
  {
    name: "accreditations", table: "supervisor_accreditation", scope: { by: "choice" }, order: ["id"],
    row: z.strictObject({ id, personId: id, standing: z.enum(["accredited", "in_training"]), accreditedFrom: day, accreditedTo: day.nullable(), ...versioned, recordedBy: z.null() }),
  },
  { name: "pathways", table: "pathway", scope: { by: "choice" }, order: ["id"], row: z.strictObject({ id: text, name: text }) },
  {
    name: "pathwayVersions", table: "pathway_version", scope: { by: "choice" }, order: ["id"], built: ["definition"],
    row: z.strictObject({ id: text, pathwayId: text, label: text, effectiveFrom: day, definition, recordedAt: instant }),
  },
  {
    name: "enrolments", table: "enrolment", scope: { by: "trainee" }, order: ["id", "version"], built: ["shares"],
    row: z.strictObject({
      id, pathwayVersionId: text, startedOn: day, endedOn: day.nullable(), outcome: z.enum(["withdrawn", "accredited"]).nullable(), endReason: text.nullable(),
      shares: z.array(z.strictObject({ from: day, percent: whole })).max(MAX_SHARES).nullable(), ...versioned,
    }),
  },
  {
    name: "plannedPauses", table: "planned_pause", scope: { by: "trainee" }, order: ["id", "version"], flags: ["voided"],
    row: z.strictObject({ id, startsOn: day, endsOn: day, ...versioned, voided: flag, reason: text.nullable() }),
  },
  {
    name: "stageClosings", table: "stage_closing", scope: { by: "trainee" }, order: ["id", "version"], flags: ["voided", "reopened"],
    row: z.strictObject({ id, stage, closedOn: day, decidedBy: id, reopened: flag, ...versioned, voided: flag, reason: text.nullable() }),
  },
  { name: "supervisors", table: "supervisor_assignment", scope: { by: "trainee" }, order: ["id", "version"], row: z.strictObject({ id, supervisorId: id, ...period, ...versioned }) },
];

/** Every list of a record, in the order in which it is written into an empty portal. */
export const RECORD_KINDS: readonly RecordKind[] = [...STANDING_KINDS, ...LOG_KINDS, ...REVIEW_KINDS];

/** A number of the record with the entries that made it, on the day of the export: what a portal that reads it has to count. */
const countSchema = z.strictObject({ stage, requirement: text, count: whole, needed: whole, entries: z.array(id).max(MAX_ROWS) });

/** What says what the file is. */
const headShape = {
  format: z.literal("attune-record"), version: z.literal(RECORD_VERSION),
  exportedAt: instant, origin: text, programme: text, countedOn: day, recordVersion: place,
  trainee: z.strictObject({ id, name, email: text.nullable() }),
};

/** The head of a file. */
export const headSchema = z.object({ ...headShape, counts: z.array(countSchema).max(MAX_ROWS) });
export type RecordHead = z.infer<typeof headSchema>;

/** Not looked into before it is known to be no longer than a list may be. */
const list = z.custom<readonly unknown[]>((value) => Array.isArray(value) && value.length <= MAX_ROWS);
/** The whole file, its lists not yet looked into. */
const outline = z.strictObject({ ...headShape, counts: list, ...Object.fromEntries(RECORD_KINDS.map((kind) => [kind.name, list])) });

/** A record as it stands in the file: its head, and each list by its name. */
export interface RecordFile {
  readonly head: RecordHead;
  readonly rows: ReadonlyMap<string, readonly RecordRow[]>;
}

/** The rows of that list. */
export function rowsIn({ rows }: RecordFile, name: string): readonly RecordRow[] {
  return rows.get(name) ?? [];
}

/** A record that the format takes, or the part of it that it does not. */
export type Taken = { readonly ok: true; readonly value: RecordFile } | { readonly ok: false; readonly at: string };

type Rows<T> = { readonly ok: true; readonly value: T[] } | { readonly ok: false; readonly at: string };

const wayTo = (...way: readonly PropertyKey[]): { readonly ok: false; readonly at: string } => ({ ok: false, at: way.map(String).join(".") });

// Row by row up to the first that is wrong: a file of nothing else would fill the memory with what is wrong in it.
function rowsOf<T>(name: string, row: z.ZodType<T>, list: readonly unknown[]): Rows<T> {
  const rows: T[] = [];
  for (const [i, one] of list.entries()) {
    const read = row.safeParse(one);
    if (!read.success) return wayTo(name, i, ...read.error.issues[0]?.path ?? []);
    rows.push(read.data);
  }
  return { ok: true, value: rows };
}

/** Reads a value by the format: whatever is written and whatever is read goes through here. */
export function takeRecord(value: unknown): Taken {
  const whole = outline.safeParse(value);
  if (!whole.success) return wayTo(...whole.error.issues[0]?.path ?? []);
  const lists = new Map<string, unknown>(Object.entries(whole.data));
  const rows = new Map<string, readonly RecordRow[]>();
  for (const { name, row } of RECORD_KINDS) {
    const read = rowsOf(name, row, list.parse(lists.get(name)));
    if (!read.ok) return read;
    rows.set(name, read.value);
  }
  const counts = rowsOf("counts", countSchema, whole.data.counts);
  return counts.ok ? { ok: true, value: { head: headSchema.parse({ ...whole.data, counts: counts.value }), rows } } : counts;
}

/** True where a list is longer than a file of this format takes: such a record is not written. */
export function isTooLarge({ head: { counts }, rows }: RecordFile): boolean {
  return [...rows.values(), counts, ...counts.map(({ entries }) => entries)].some((one) => one.length > MAX_ROWS);
}
