import type { SelectQueryBuilder } from "kysely";
import { z } from "zod";

import { type Confirmation, ENTRY_KINDS, SUPERVISION_FORMATS, TRAININGS } from "#app/pathway/model.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { byName, byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";
import type { Schema } from "#db/schema/schema.ts";

import { FILMED_ROLES, type FilmedRole } from "./consent-model.ts";
import { type DiscussedCycle, type Entry, MODES, NEXT_STEPS } from "./model.ts";

/** Which entries to read: a query for their ids. */
export type EntryIds = SelectQueryBuilder<Schema, never, { id: string }>;

const kindSchema = z.enum(ENTRY_KINDS);
const modeSchema = z.enum(MODES).nullable();
const nextStepSchema = z.enum(NEXT_STEPS).nullable();
const formatSchema = z.enum(SUPERVISION_FORMATS);
const trainingSchema = z.enum(TRAININGS);
const decisionSchema = z.enum(["confirmed", "questioned"]);

/** What is the same in every version of an entry, and the last decision of the other side. */
interface Head {
  readonly traineeId: string;
  readonly kind: Entry["kind"];
  readonly loggedAt: string;
  readonly last: { readonly decision: Exclude<Confirmation, "waiting">; readonly note: string | null; readonly by: string | null; readonly version: number } | null;
}

async function readHeads(db: Reader, ids: EntryIds): Promise<Map<string, Head>> {
  const rows = await db.selectFrom("entry").leftJoin("current_confirmation as d", "d.entry_id", "entry.id")
    .select(["entry.id", "entry.trainee_id", "entry.kind", "entry.recorded_at", "d.decision", "d.note", "d.decided_by", "d.entry_version"])
    .where("entry.id", "in", ids).execute();
  return new Map(rows.map((r) => [r.id, {
    traineeId: r.trainee_id, kind: kindSchema.parse(r.kind), loggedAt: r.recorded_at,
    last: r.entry_version === null ? null : { decision: decisionSchema.parse(r.decision), note: r.note, by: r.decided_by, version: r.entry_version },
  }]));
}

const version = ["v.entry_id", "v.version", "v.voided", "v.reason", "v.note", "v.recorded_at", "v.recorded_by"] as const;

interface VersionRow {
  entry_id: string; version: number; voided: 0 | 1; reason: string | null; note: string | null;
  recorded_at: string; recorded_by: string | null;
}

// Whoever takes these over spreads them last: Node makes an object that begins with a spread fifty times as slowly.
function baseOf(row: VersionRow, head: Head) {
  return {
    id: row.entry_id, traineeId: head.traineeId, version: row.version, voided: row.voided === 1, reason: row.reason, note: row.note,
    recordedAt: row.recorded_at, recordedBy: row.recorded_by ?? "", loggedAt: head.loggedAt,
  };
}

/** A decision of an earlier version has lapsed once something that counts changed after it (docs/field.md, "Confirmation"). */
function confirmableOf(row: VersionRow & { readonly material_version: number }, head: Head) {
  const last = head.last !== null && head.last.version >= row.material_version ? head.last : null;
  return { confirmation: last?.decision ?? ("waiting" as const), confirmationNote: last?.note ?? null, confirmedBy: last?.by ?? null, ...baseOf(row, head) };
}

/** `current`: each entry in its version in force; `all`: in each of its versions. */
export type Which = "current" | "all";

/** The entries that are read, by their ids. What was logged after the heads were read has none, and is not told of yet. */
interface Asked {
  readonly ids: EntryIds;
  readonly which: Which;
  readonly heads: ReadonlyMap<string, Head>;
}

function entriesOf<R extends VersionRow>(rows: readonly R[], { heads }: Asked, toEntry: (row: R, head: Head) => Entry): Entry[] {
  return rows.flatMap((row) => {
    const head = heads.get(row.entry_id);
    return head ? [toEntry(row, head)] : [];
  });
}

const rolesSchema = z.array(z.enum(FILMED_ROLES));

function rolesOf(text: string | null): readonly FilmedRole[] {
  if (text === null) return [];
  const told = rolesSchema.parse(JSON.parse(text));
  return FILMED_ROLES.filter((role) => told.includes(role));
}

async function readCycles(db: Reader, asked: Asked): Promise<Entry[]> {
  const rows = await db.selectFrom(asked.which === "current" ? "current_cycle as v" : "cycle_version as v").innerJoin("client", "client.id", "v.client_id")
    .select([...version, "v.client_id", "client.code", "v.filmed_on", "v.film_minutes", "v.mode", "v.clips_chosen", "v.reviewed_on", "v.review_minutes", "v.goal_rating", "v.next_step",
      "v.filmed_roles", "v.review_filmed", "v.goal_2_rating", "v.goal_3_rating", "v.attuned_moments"])
    .where("v.entry_id", "in", asked.ids).execute();
  return entriesOf(rows, asked, (r, head) => ({
    kind: "cycle", clientId: r.client_id, clientCode: r.code, filmedOn: r.filmed_on, filmMinutes: r.film_minutes,
    mode: modeSchema.parse(r.mode), clipsChosen: r.clips_chosen, reviewedOn: r.reviewed_on, reviewMinutes: r.review_minutes,
    goalRating: r.goal_rating, nextStep: nextStepSchema.parse(r.next_step), filmedRoles: rolesOf(r.filmed_roles),
    reviewFilmed: r.review_filmed === null ? null : r.review_filmed === 1, goal2Rating: r.goal_2_rating, goal3Rating: r.goal_3_rating,
    attunedMoments: r.attuned_moments, ...baseOf(r, head),
  }));
}

/** The cycles that sessions were about, each as it stands now, by the session's version. */
async function readDiscussed(db: Reader, ids: EntryIds): Promise<Map<string, DiscussedCycle[]>> {
  const rows = await db.selectFrom("supervision_cycle as s").innerJoin("current_cycle as c", "c.entry_id", "s.cycle_id").innerJoin("client", "client.id", "c.client_id")
    .select(["s.entry_id", "s.version", "s.cycle_id", "client.code", "c.filmed_on"]).where("s.entry_id", "in", ids).orderBy("c.filmed_on").orderBy("s.cycle_id").execute();
  return new Map([...groupBy(rows, versionKey)].map(([key, there]) => [key, there.map((r) => ({ cycleId: r.cycle_id, clientCode: r.code, filmedOn: r.filmed_on }))]));
}

async function readSupervision(db: Reader, asked: Asked): Promise<Entry[]> {
  const rows = await db.selectFrom(asked.which === "current" ? "current_supervision as v" : "supervision_version as v").innerJoin("person", "person.id", "v.supervisor_id")
    .select([...version, "v.held_on", "v.material_version", "v.starts_at", "v.minutes", "v.mode", "v.format", "v.supervisor_id", "person.name as supervisor_name"])
    .where("v.entry_id", "in", asked.ids).execute();
  const discussed = await readDiscussed(db, asked.ids);
  return entriesOf(rows, asked, (r, head) => ({
    kind: "supervision", heldOn: r.held_on, startsAt: r.starts_at,
    minutes: r.minutes, mode: modeSchema.parse(r.mode), format: formatSchema.parse(r.format),
    supervisorId: r.supervisor_id, supervisorName: r.supervisor_name, discussed: discussed.get(versionKey(r)) ?? [], ...confirmableOf(r, head),
  }));
}

interface Named { readonly id: string; readonly name: string }

function versionKey(row: { readonly entry_id: string; readonly version: number }): string {
  return `${row.entry_id} ${String(row.version)}`;
}

async function readAttendees(db: Reader, ids: EntryIds): Promise<Map<string, Named[]>> {
  const rows = await db.selectFrom("peer_attendee as a").innerJoin("person", "person.id", "a.person_id").select(["a.entry_id", "a.version", "person.id", "person.name"])
    .where("a.entry_id", "in", ids).execute();
  rows.sort((a, b) => byName(a.name, b.name) || byText(a.id, b.id));
  return new Map([...groupBy(rows, versionKey)].map(([key, there]) => [key, there.map(({ id, name }) => ({ id, name }))]));
}

async function readPeerSupervision(db: Reader, asked: Asked): Promise<Entry[]> {
  const rows = await db.selectFrom(asked.which === "current" ? "current_peer_supervision as v" : "peer_supervision_version as v")
    .select([...version, "v.held_on", "v.material_version", "v.starts_at", "v.minutes", "v.mode"])
    .where("v.entry_id", "in", asked.ids).execute();
  const attendees = await readAttendees(db, asked.ids);
  return entriesOf(rows, asked, (r, head) => ({
    kind: "peer_supervision", heldOn: r.held_on, startsAt: r.starts_at,
    minutes: r.minutes, mode: modeSchema.parse(r.mode), attendees: attendees.get(versionKey(r)) ?? [], ...confirmableOf(r, head),
  }));
}

async function readTraining(db: Reader, asked: Asked): Promise<Entry[]> {
  const rows = await db.selectFrom(asked.which === "current" ? "current_training as v" : "training_version as v")
    .select([...version, "v.held_on", "v.material_version", "v.training", "v.half_days"])
    .where("v.entry_id", "in", asked.ids).execute();
  return entriesOf(rows, asked, (r, head) => ({
    kind: "training", heldOn: r.held_on, training: trainingSchema.parse(r.training), halfDays: r.half_days, ...confirmableOf(r, head),
  }));
}

async function readRecognised(db: Reader, asked: Asked): Promise<Entry[]> {
  const rows = await db.selectFrom(asked.which === "current" ? "current_recognised as v" : "recognised_version as v")
    .select([...version, "v.requirement", "v.amount", "v.recognised_on"])
    .where("v.entry_id", "in", asked.ids).execute();
  return entriesOf(rows, asked, (r, head) => ({ kind: "recognised", requirement: r.requirement, amount: r.amount, recognisedOn: r.recognised_on, ...baseOf(r, head) }));
}

const READ = {
  cycle: readCycles, supervision: readSupervision, peer_supervision: readPeerSupervision, training: readTraining, recognised: readRecognised,
} as const satisfies Record<Entry["kind"], (db: Reader, asked: Asked) => Promise<Entry[]>>;

/**
 * Those entries as the model has them, in no order; only kinds that are among them are read. In `all`, what is confirmed
 * is told as of now in every version.
 */
export async function readEntries(db: Reader, ids: EntryIds, which: Which): Promise<Entry[]> {
  const heads = await readHeads(db, ids);
  const entries: Entry[] = [];
  for (const kind of new Set([...heads.values()].map((head) => head.kind))) entries.push(...await READ[kind](db, { ids, which, heads }));
  return entries;
}
