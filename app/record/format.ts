import { z } from "zod";

import { pathwayDefinitionSchema } from "#app/pathway/model.ts";

import { day, flag, id, instant, place, text, versioned, whole } from "./fields.ts";
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

const stage = z.number().int().min(1).max(3);
const period = { startsOn: day, endsOn: day.nullable() };

/** Those who are named in the record, and where the trainee stood: in the order in which it is written. */
const STANDING_KINDS: readonly RecordKind[] = [
  { name: "people", table: "person", scope: { by: "choice" }, order: ["id"], flags: ["isExternal"], row: z.strictObject({ id, name: text, isExternal: flag, verifiedOn: day.nullable() }) },
  {
    name: "accreditations", table: "supervisor_accreditation", scope: { by: "choice" }, order: ["id"],
    row: z.strictObject({ id, personId: id, standing: z.enum(["accredited", "in_training"]), accreditedFrom: day, accreditedTo: day.nullable(), ...versioned, recordedBy: z.null() }),
  },
  { name: "pathways", table: "pathway", scope: { by: "choice" }, order: ["id"], row: z.strictObject({ id: text, name: text }) },
  {
    name: "pathwayVersions", table: "pathway_version", scope: { by: "choice" }, order: ["id"], built: ["definition"],
    row: z.strictObject({ id: text, pathwayId: text, label: text, effectiveFrom: day, definition: pathwayDefinitionSchema, recordedAt: instant }),
  },
  {
    name: "enrolments", table: "enrolment", scope: { by: "trainee" }, order: ["id", "version"], built: ["shares"],
    row: z.strictObject({
      id, pathwayVersionId: text, startedOn: day, endedOn: day.nullable(), outcome: z.enum(["withdrawn", "accredited"]).nullable(), endReason: text.nullable(),
      shares: z.array(z.strictObject({ from: day, percent: whole })).nullable(), ...versioned,
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
const countSchema = z.strictObject({ stage, requirement: text, count: whole, needed: whole, entries: z.array(id) });

/** What says what the file is. */
const headShape = {
  format: z.literal("attune-record"), version: z.literal(RECORD_VERSION),
  exportedAt: instant, origin: text, programme: text, countedOn: day, recordVersion: place,
  trainee: z.strictObject({ id, name: text, email: text.nullable() }),
  counts: z.array(countSchema).max(MAX_ROWS),
};

export const headSchema = z.object(headShape);
export type RecordHead = z.infer<typeof headSchema>;

/** The whole file. */
export const recordSchema = z.strictObject({ ...headShape, ...Object.fromEntries(RECORD_KINDS.map((kind) => [kind.name, z.array(kind.row).max(MAX_ROWS)])) });

/** A record as it stands in the file: its head, and each list by its name. */
export interface RecordFile {
  readonly head: RecordHead;
  readonly rows: ReadonlyMap<string, readonly RecordRow[]>;
}

const rowsSchema = z.array(z.record(z.string(), z.unknown()));

/** The rows of that list. */
export function rowsIn({ rows }: RecordFile, name: string): readonly RecordRow[] {
  return rows.get(name) ?? [];
}

/** A file that the schema took, taken apart. */
export function recordFileOf(value: z.output<typeof recordSchema>): RecordFile {
  const lists = new Map<string, unknown>(Object.entries(value));
  return { head: headSchema.parse(value), rows: new Map(RECORD_KINDS.map(({ name }) => [name, rowsSchema.parse(lists.get(name))])) };
}

/** True where a list is longer than a file of this format takes: such a record is not written. */
export function isTooLarge({ rows }: RecordFile): boolean {
  return [...rows.values()].some((list) => list.length > MAX_ROWS);
}

/** The text of the file. Throws where the schema does not take it: such a file is never given away. */
export function recordText({ head, rows }: RecordFile): string {
  return `${JSON.stringify(recordSchema.parse({ ...head, ...Object.fromEntries(rows) }), null, 1)}\n`;
}
