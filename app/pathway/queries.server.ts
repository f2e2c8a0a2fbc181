import { z } from "zod";

import type { Reader } from "#db/database.server.ts";

import { type Day, londonDay } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";

import type { Locking } from "./locks.ts";
import { type PathwayDefinition, type PathwayVersion, pathwayDefinitionSchema, type StageClosing } from "./model.ts";
import type { ProjectedEntry } from "./projection.ts";
import type { TimeShare } from "./working-time.ts";

/** A trainee's place in a programme, pinned to a version of a pathway. */
export interface Enrolment {
  readonly id: string;
  readonly traineeId: string;
  readonly programmeId: string;
  readonly pathwayVersionId: string;
  /** The first day on a pathway: nothing earlier counts. A change of pathway keeps it. */
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly outcome: "withdrawn" | "accredited" | null;
  /** How much of full time, by their days; full time before the first. */
  readonly shares: readonly TimeShare[];
}

const versionColumns = [
  "pathway_version.id", "pathway_version.pathway_id", "pathway.name", "pathway_version.label",
  "pathway_version.effective_from", "pathway_version.definition",
] as const;

interface VersionRow { id: string; pathway_id: string; name: string; label: string; effective_from: string; definition: string }

// A version never changes once it is recorded, and every page of a trainee's reads one: each text is parsed once.
const parsed = new Map<string, PathwayDefinition>();

function parseDefinition(text: string): PathwayDefinition {
  const known = parsed.get(text);
  if (known) return known;
  const definition = pathwayDefinitionSchema.parse(JSON.parse(text));
  parsed.set(text, definition);
  return definition;
}

function toVersion(row: VersionRow): PathwayVersion {
  return {
    id: row.id, pathwayId: row.pathway_id, pathwayName: row.name, label: row.label, effectiveFrom: row.effective_from,
    definition: parseDefinition(row.definition),
  };
}

function versions(db: Reader) {
  return db.selectFrom("pathway_version").innerJoin("pathway", "pathway.id", "pathway_version.pathway_id").select(versionColumns);
}

/** Every version of every pathway, by pathway name, the newest first. */
export async function listPathwayVersions(db: Reader): Promise<PathwayVersion[]> {
  const rows = await versions(db).orderBy("pathway.name").orderBy("pathway_version.effective_from", "desc").orderBy("pathway_version.id").execute();
  return rows.map(toVersion);
}

/** One version of a pathway, or undefined where there is none of that id. */
export async function findPathwayVersion(db: Reader, id: string): Promise<PathwayVersion | undefined> {
  const row = await versions(db).where("pathway_version.id", "=", id).executeTakeFirst();
  return row && toVersion(row);
}

const enrolmentColumns = ["e.id as enrolment_id", "e.trainee_id", "e.programme_id", "e.pathway_version_id", "e.started_on", "e.ended_on", "e.outcome", "e.shares"] as const;

interface EnrolmentRow {
  enrolment_id: string; trainee_id: string; programme_id: string; pathway_version_id: string;
  started_on: string; ended_on: string | null; outcome: string | null; shares: string | null;
}

const sharesSchema = z.array(z.object({ from: z.string(), percent: z.number() }));

/** Shares of full time as they are stored. */
export function readShares(text: string | null): readonly TimeShare[] {
  return text === null ? [] : sharesSchema.parse(JSON.parse(text));
}

function toEnrolment(row: EnrolmentRow): Enrolment {
  return {
    id: row.enrolment_id, traineeId: row.trainee_id, programmeId: row.programme_id, pathwayVersionId: row.pathway_version_id,
    startedOn: row.started_on, endedOn: row.ended_on,
    outcome: row.outcome === "withdrawn" || row.outcome === "accredited" ? row.outcome : null, shares: readShares(row.shares),
  };
}

/** Of one trainee's enrolments, the latest first: the one under way, else the last that ended. */
function presentOrLast<T extends EnrolmentRow>(rows: readonly T[]): T | undefined {
  return rows.find((r) => r.ended_on === null) ?? rows[0];
}

/** The trainee's enrolment: the one under way, else the last that ended. Undefined for somebody who is no trainee. */
export async function findEnrolment(db: Reader, traineeId: string): Promise<Enrolment | undefined> {
  const rows = await db.selectFrom("current_enrolment as e").select(enrolmentColumns)
    .where("e.trainee_id", "=", traineeId).orderBy("e.started_on", "desc").orderBy("e.id").execute();
  const row = presentOrLast(rows);
  return row && toEnrolment(row);
}

/** A closing with the name of who decided it and, where it was reopened, who did that and why. */
export type NamedClosing = StageClosing & { readonly deciderName: string; readonly reopening: { readonly byName: string; readonly reason: string } | null };

/** Where a trainee stands on a pathway: their enrolment, the version that it is pinned to, and the closings of their stages that stand, by stage. */
export interface PathwayRecord {
  readonly traineeName: string;
  readonly programmeName: string;
  readonly enrolment: Enrolment;
  readonly version: PathwayVersion;
  readonly closings: readonly NamedClosing[];
}

async function mapClosings(db: Reader, traineeIds: readonly string[]): Promise<Map<string, NamedClosing[]>> {
  const rows = await db.selectFrom("current_stage_closing as c").innerJoin("person", "person.id", "c.decided_by").leftJoin("person as recorder", "recorder.id", "c.recorded_by")
    .select(["c.trainee_id", "c.stage", "c.closed_on", "c.decided_by", "c.reopened", "c.reason", "c.recorded_at", "person.name", "recorder.name as recorder_name"])
    .where("c.trainee_id", "in", traineeIds).where("c.voided", "=", 0).orderBy("c.stage").orderBy("c.closed_on").orderBy("c.recorded_at").orderBy("c.id").execute();
  const closingOf = (r: (typeof rows)[number]): NamedClosing => ({
    stage: r.stage, closedOn: r.closed_on, decidedBy: r.decided_by, deciderName: r.name, reopened: r.reopened === 1,
    reopening: r.reopened === 1 ? { byName: r.recorder_name ?? "", reason: r.reason ?? "" } : null,
    ...(r.reopened === 1 ? { reopenedOn: londonDay(new Date(r.recorded_at)) } : {}),
  });
  return new Map([...groupBy(rows, (r) => r.trainee_id)].map(([id, own]) => [id, own.map(closingOf)]));
}

/** Where those trainees stand, by their ids; somebody who was never enrolled has no key. */
export async function mapRecords(db: Reader, traineeIds: readonly string[]): Promise<Map<string, PathwayRecord>> {
  if (traineeIds.length === 0) return new Map();
  const rows = await versions(db).innerJoin("current_enrolment as e", "e.pathway_version_id", "pathway_version.id")
    .innerJoin("programme", "programme.id", "e.programme_id").innerJoin("person", "person.id", "e.trainee_id")
    .select([...enrolmentColumns, "programme.name as programme_name", "person.name as trainee_name"])
    .where("e.trainee_id", "in", traineeIds).orderBy("e.started_on", "desc").orderBy("e.id").execute();
  const closings = await mapClosings(db, traineeIds);
  return new Map([...groupBy(rows, (r) => r.trainee_id)].flatMap(([id, own]) => {
    const row = presentOrLast(own);
    if (!row) return [];
    const names = { traineeName: row.trainee_name, programmeName: row.programme_name };
    return [[id, { enrolment: toEnrolment(row), version: toVersion(row), closings: closings.get(id) ?? [], ...names }] as const];
  }));
}

/** Where the trainee stands; undefined for somebody who was never enrolled. */
export async function findRecord(db: Reader, traineeId: string): Promise<PathwayRecord | undefined> {
  return (await mapRecords(db, [traineeId])).get(traineeId);
}

/** What locks the entries of that record. */
export function lockingOf({ closings, version }: Pick<PathwayRecord, "closings" | "version">): Locking {
  return { closings, definition: version.definition };
}

/** Everybody who has a record, for work that goes through all of them. */
export async function listRecordedTrainees(db: Reader): Promise<{ traineeId: string; countedFor: Day | null }[]> {
  const rows = await db.selectFrom("trainee_record").select(["trainee_id", "counted_for"]).orderBy("trainee_id").execute();
  return rows.map((r) => ({ traineeId: r.trainee_id, countedFor: r.counted_for }));
}

/** A row of the projection that stands now. */
export interface StandingProjection extends ProjectedEntry {
  readonly id: string;
}

/** What the projection says counts now for the trainee. */
export async function listProjection(db: Reader, traineeId: string): Promise<StandingProjection[]> {
  const rows = await db.selectFrom("counted_entry").select(["id", "stage", "requirement", "entry_id", "amount", "counts_on"])
    .where("trainee_id", "=", traineeId).where("known_until", "is", null).orderBy("id").execute();
  return rows.map((r) => ({ id: r.id, stage: r.stage, requirement: r.requirement, entryId: r.entry_id, amount: r.amount, countsOn: r.counts_on }));
}

/** The planned pauses that stand of those trainees, by their ids, the earliest first; both days of each belong to it. */
export async function mapPauses(db: Reader, traineeIds: readonly string[]): Promise<Map<string, { from: Day; to: Day }[]>> {
  if (traineeIds.length === 0) return new Map();
  const rows = await db.selectFrom("current_planned_pause").select(["trainee_id", "starts_on", "ends_on"])
    .where("trainee_id", "in", traineeIds).where("voided", "=", 0).orderBy("starts_on").orderBy("id").execute();
  return new Map([...groupBy(rows, (r) => r.trainee_id)].map(([id, own]) => [id, own.map((r) => ({ from: r.starts_on, to: r.ends_on }))]));
}

/** The version of everything that counts for the trainee: it rises with each change of evidence. Undefined for somebody who has no record. */
export async function findRecordVersion(db: Reader, traineeId: string): Promise<number | undefined> {
  return (await db.selectFrom("trainee_record").select("version").where("trainee_id", "=", traineeId).executeTakeFirst())?.version;
}

/** The closing by which that stage stands closed, by its id; undefined where it is open or was reopened. */
export async function findClosingId(db: Reader, traineeId: string, stage: number): Promise<string | undefined> {
  const row = await db.selectFrom("current_stage_closing").select("id").where("trainee_id", "=", traineeId).where("stage", "=", stage)
    .where("voided", "=", 0).where("reopened", "=", 0).orderBy("closed_on").orderBy("id").executeTakeFirst();
  return row?.id;
}
