import type { SelectQueryBuilder } from "kysely";
import { z } from "zod";

import { type Confirmation, SUPERVISION_FORMATS, TRAININGS } from "#app/pathway/model.ts";
import type { Reader } from "#db/database.server.ts";
import type { Schema } from "#db/schema/schema.ts";

import { type Entry, MODES, NEXT_STEPS } from "./model.ts";

/** Which entries to read: a query for their ids. */
export type EntryIds = SelectQueryBuilder<Schema, "entry", { id: string }>;

const modeSchema = z.enum(MODES).nullable();
const nextStepSchema = z.enum(NEXT_STEPS).nullable();
const formatSchema = z.enum(SUPERVISION_FORMATS);
const trainingSchema = z.enum(TRAININGS);
const decisionSchema = z.enum(["confirmed", "questioned"]);

const version = ["v.entry_id", "v.version", "v.voided", "v.reason", "v.note", "v.recorded_at", "v.recorded_by", "entry.trainee_id", "entry.recorded_at as logged_at"] as const;

interface VersionRow {
  entry_id: string; version: number; voided: 0 | 1; reason: string | null; note: string | null;
  recorded_at: string; recorded_by: string | null; trainee_id: string; logged_at: string;
}

function baseOf(row: VersionRow) {
  return {
    id: row.entry_id, traineeId: row.trainee_id, version: row.version, voided: row.voided === 1, reason: row.reason, note: row.note,
    recordedAt: row.recorded_at, recordedBy: row.recorded_by ?? "", loggedAt: row.logged_at,
  };
}

/** `current`: each entry in its version in force; `all`: in each of its versions. */
export type Which = "current" | "all";

async function readCycles(db: Reader, ids: EntryIds, which: Which): Promise<Entry[]> {
  const rows = await db.selectFrom(which === "current" ? "current_cycle as v" : "cycle_version as v")
    .innerJoin("entry", "entry.id", "v.entry_id").innerJoin("client", "client.id", "v.client_id")
    .select([...version, "v.client_id", "client.code", "v.filmed_on", "v.film_minutes", "v.mode", "v.clips_chosen", "v.reviewed_on", "v.review_minutes", "v.goal_rating", "v.next_step"])
    .where("v.entry_id", "in", ids).execute();
  return rows.map((r) => ({
    ...baseOf(r), kind: "cycle", clientId: r.client_id, clientCode: r.code, filmedOn: r.filmed_on, filmMinutes: r.film_minutes,
    mode: modeSchema.parse(r.mode), clipsChosen: r.clips_chosen, reviewedOn: r.reviewed_on, reviewMinutes: r.review_minutes,
    goalRating: r.goal_rating, nextStep: nextStepSchema.parse(r.next_step),
  }));
}

interface Decision { readonly decision: Confirmation; readonly note: string | null; readonly by: string; readonly version: number }

/** A decision of an earlier version has lapsed once something that counts changed after it (docs/field.md, "Confirmation"). */
function confirmationOf(materialVersion: number, last: Decision | undefined) {
  if (!last || last.version < materialVersion) return { confirmation: "waiting", confirmationNote: null, confirmedBy: null } as const;
  return { confirmation: last.decision, confirmationNote: last.note, confirmedBy: last.by };
}

async function readDecisions(db: Reader, ids: EntryIds): Promise<Map<string, Decision>> {
  const rows = await db.selectFrom("current_confirmation").select(["entry_id", "entry_version", "decision", "note", "decided_by"])
    .where("entry_id", "in", ids).execute();
  return new Map(rows.map((r) => [r.entry_id, { decision: decisionSchema.parse(r.decision), note: r.note, by: r.decided_by, version: r.entry_version }]));
}

/** What the readers of confirmed kinds need beside their own rows. */
interface Beside {
  readonly decisions: ReadonlyMap<string, Decision>;
}

async function readSupervision(db: Reader, ids: EntryIds, which: Which, { decisions }: Beside): Promise<Entry[]> {
  const rows = await db.selectFrom(which === "current" ? "current_supervision as v" : "supervision_version as v")
    .innerJoin("entry", "entry.id", "v.entry_id").innerJoin("person", "person.id", "v.supervisor_id")
    .select([...version, "v.held_on", "v.material_version", "v.starts_at", "v.minutes", "v.mode", "v.format", "v.supervisor_id", "person.name as supervisor_name"])
    .where("v.entry_id", "in", ids).execute();
  return rows.map((r) => ({
    ...baseOf(r), ...confirmationOf(r.material_version, decisions.get(r.entry_id)), kind: "supervision", heldOn: r.held_on, startsAt: r.starts_at,
    minutes: r.minutes, mode: modeSchema.parse(r.mode), format: formatSchema.parse(r.format),
    supervisorId: r.supervisor_id, supervisorName: r.supervisor_name,
  }));
}

interface Named { readonly id: string; readonly name: string }

async function readAttendees(db: Reader, ids: EntryIds): Promise<Map<string, Named[]>> {
  const rows = await db.selectFrom("peer_attendee as a").innerJoin("person", "person.id", "a.person_id").select(["a.entry_id", "a.version", "person.id", "person.name"])
    .where("a.entry_id", "in", ids).orderBy("a.person_id").execute();
  const by = new Map<string, Named[]>();
  for (const { entry_id, version: number, id, name } of rows) {
    const key = `${entry_id} ${String(number)}`;
    by.set(key, [...(by.get(key) ?? []), { id, name }]);
  }
  return by;
}

async function readPeerSupervision(db: Reader, ids: EntryIds, which: Which, { decisions }: Beside): Promise<Entry[]> {
  const rows = await db.selectFrom(which === "current" ? "current_peer_supervision as v" : "peer_supervision_version as v")
    .innerJoin("entry", "entry.id", "v.entry_id")
    .select([...version, "v.held_on", "v.material_version", "v.starts_at", "v.minutes", "v.mode"])
    .where("v.entry_id", "in", ids).execute();
  const attendees = rows.length > 0 ? await readAttendees(db, ids) : new Map<string, Named[]>();
  return rows.map((r) => ({
    ...baseOf(r), ...confirmationOf(r.material_version, decisions.get(r.entry_id)), kind: "peer_supervision", heldOn: r.held_on, startsAt: r.starts_at,
    minutes: r.minutes, mode: modeSchema.parse(r.mode),
    attendees: attendees.get(`${r.entry_id} ${String(r.version)}`) ?? [],
  }));
}

async function readTraining(db: Reader, ids: EntryIds, which: Which, { decisions }: Beside): Promise<Entry[]> {
  const rows = await db.selectFrom(which === "current" ? "current_training as v" : "training_version as v")
    .innerJoin("entry", "entry.id", "v.entry_id")
    .select([...version, "v.held_on", "v.material_version", "v.training", "v.half_days"])
    .where("v.entry_id", "in", ids).execute();
  return rows.map((r) => ({
    ...baseOf(r), ...confirmationOf(r.material_version, decisions.get(r.entry_id)), kind: "training", heldOn: r.held_on,
    training: trainingSchema.parse(r.training), halfDays: r.half_days,
  }));
}

async function readRecognised(db: Reader, ids: EntryIds, which: Which): Promise<Entry[]> {
  const rows = await db.selectFrom(which === "current" ? "current_recognised as v" : "recognised_version as v")
    .innerJoin("entry", "entry.id", "v.entry_id")
    .select([...version, "v.requirement", "v.amount", "v.recognised_on"])
    .where("v.entry_id", "in", ids).execute();
  return rows.map((r) => ({ ...baseOf(r), kind: "recognised", requirement: r.requirement, amount: r.amount, recognisedOn: r.recognised_on }));
}

/** Those entries as the model has them, in no order. In `all`, what is confirmed is told as of now in every version. */
export async function readEntries(db: Reader, ids: EntryIds, which: Which): Promise<Entry[]> {
  const beside = { decisions: await readDecisions(db, ids) };
  return [
    ...await readCycles(db, ids, which), ...await readSupervision(db, ids, which, beside), ...await readPeerSupervision(db, ids, which, beside),
    ...await readTraining(db, ids, which, beside), ...await readRecognised(db, ids, which),
  ];
}
