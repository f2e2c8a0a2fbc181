import type { Reader } from "#db/database.server.ts";

import { type Day, londonDay } from "#app/platform/clock.ts";

import type { Locking } from "./locks.ts";
import { type PathwayDefinition, type PathwayVersion, pathwayDefinitionSchema, type StageClosing } from "./model.ts";
import type { ProjectedEntry } from "./projection.ts";

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

/** The trainee's enrolment: the one under way, else the last that ended. Undefined for somebody who is no trainee. */
export async function findEnrolment(db: Reader, traineeId: string): Promise<Enrolment | undefined> {
  const rows = await db.selectFrom("current_enrolment")
    .select(["id", "trainee_id", "programme_id", "pathway_version_id", "started_on", "ended_on", "outcome"])
    .where("trainee_id", "=", traineeId).orderBy("started_on", "desc").orderBy("id").execute();
  const row = rows.find((r) => r.ended_on === null) ?? rows[0];
  if (!row) return undefined;
  return {
    id: row.id, traineeId: row.trainee_id, programmeId: row.programme_id, pathwayVersionId: row.pathway_version_id,
    startedOn: row.started_on, endedOn: row.ended_on,
    outcome: row.outcome === "withdrawn" || row.outcome === "accredited" ? row.outcome : null,
  };
}

/** The closings of the trainee's stages that stand, by stage. */
export async function listClosings(db: Reader, traineeId: string): Promise<StageClosing[]> {
  const rows = await db.selectFrom("current_stage_closing").select(["stage", "closed_on", "decided_by", "reopened", "recorded_at"])
    .where("trainee_id", "=", traineeId).where("voided", "=", 0).orderBy("stage").orderBy("closed_on").orderBy("id").execute();
  return rows.map((r) => ({
    stage: r.stage, closedOn: r.closed_on, decidedBy: r.decided_by, reopened: r.reopened === 1,
    ...(r.reopened === 1 ? { reopenedOn: londonDay(new Date(r.recorded_at)) } : {}),
  }));
}

/** What locks the trainee's entries; undefined for somebody who was never enrolled. */
export async function findLocking(db: Reader, traineeId: string): Promise<Locking | undefined> {
  const enrolment = await findEnrolment(db, traineeId);
  const version = enrolment && await findPathwayVersion(db, enrolment.pathwayVersionId);
  return version && { closings: await listClosings(db, traineeId), definition: version.definition };
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

/** The trainee's planned pauses that stand, the earliest first; both days of each belong to it. */
export async function listPauses(db: Reader, traineeId: string): Promise<{ from: Day; to: Day }[]> {
  const rows = await db.selectFrom("current_planned_pause").select(["starts_on", "ends_on"])
    .where("trainee_id", "=", traineeId).where("voided", "=", 0).orderBy("starts_on").orderBy("id").execute();
  return rows.map((r) => ({ from: r.starts_on, to: r.ends_on }));
}
