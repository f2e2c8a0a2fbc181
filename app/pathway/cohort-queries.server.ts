import type { Day, Instant } from "#app/platform/clock.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import type { StageClosing } from "./model.ts";
import { type Enrolment, readShares } from "./queries.server.ts";

/*
 * Reads of a whole programme at once: one statement each, however many its trainees.
 */

/** Everybody who was ever enrolled in the programme; for `where("trainee_id", "in", …)`. */
export function enrolledTraineeIds(db: Reader, programmeId: string) {
  return db.selectFrom("current_enrolment").where("current_enrolment.programme_id", "=", programmeId).select("current_enrolment.trainee_id").distinct();
}

function grouped<Row extends { readonly traineeId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const of = map.get(row.traineeId);
    if (of) of.push(row);
    else map.set(row.traineeId, [row]);
  }
  return map;
}

/** The programme's trainees, each by the enrolment that `findEnrolment` gives; those whose place is in another programme by now are left out. */
export async function listEnrolments(db: Reader, programmeId: string): Promise<Enrolment[]> {
  const rows = await db.selectFrom("current_enrolment")
    .select(["id", "trainee_id", "programme_id", "pathway_version_id", "started_on", "ended_on", "outcome", "shares"])
    .where("trainee_id", "in", enrolledTraineeIds(db, programmeId)).orderBy("started_on", "desc").orderBy("id").execute();
  const enrolments = rows.map((r): Enrolment => ({
    id: r.id, traineeId: r.trainee_id, programmeId: r.programme_id, pathwayVersionId: r.pathway_version_id, startedOn: r.started_on, endedOn: r.ended_on,
    outcome: r.outcome === "withdrawn" || r.outcome === "accredited" ? r.outcome : null, shares: readShares(r.shares),
  }));
  return [...grouped(enrolments).values()].flatMap((of) => of.find((e) => e.endedOn === null) ?? of[0] ?? []).filter((e) => e.programmeId === programmeId);
}

/** Those who began that version of a pathway on that day or before it, the latest first, at most so many; ended ones too. */
export async function listEnrolledOn(db: Reader, pathwayVersionId: string, by: Day, atMost: number): Promise<Pick<Enrolment, "traineeId" | "startedOn" | "endedOn" | "shares">[]> {
  const rows = await db.selectFrom("current_enrolment").select(["trainee_id", "started_on", "ended_on", "shares"])
    .where("pathway_version_id", "=", pathwayVersionId).where("started_on", "<=", by).orderBy("started_on", "desc").orderBy("id").limit(atMost).execute();
  return rows.map((r) => ({ traineeId: r.trainee_id, startedOn: r.started_on, endedOn: r.ended_on, shares: readShares(r.shares) }));
}

/** The closings of stages that stand, by trainee; each as `listClosings` gives them. */
export async function mapClosings(db: Reader, programmeId: string): Promise<Map<string, readonly StageClosing[]>> {
  const rows = await db.selectFrom("current_stage_closing").select(["trainee_id", "stage", "closed_on", "decided_by", "reopened", "recorded_at"])
    .where("voided", "=", 0).where("trainee_id", "in", enrolledTraineeIds(db, programmeId)).orderBy("stage").orderBy("closed_on").orderBy("id").execute();
  return grouped(rows.map((r) => ({
    traineeId: r.trainee_id, stage: r.stage, closedOn: r.closed_on, decidedBy: r.decided_by, reopened: r.reopened === 1,
    ...(r.reopened === 1 ? { reopenedOn: londonDay(new Date(r.recorded_at)) } : {}),
  })));
}

/** The planned pauses that stand, by trainee, the earliest first. */
export async function mapPauses(db: Reader, programmeId: string): Promise<Map<string, readonly { readonly from: Day; readonly to: Day }[]>> {
  const rows = await db.selectFrom("current_planned_pause").select(["trainee_id", "starts_on", "ends_on"])
    .where("voided", "=", 0).where("trainee_id", "in", enrolledTraineeIds(db, programmeId)).orderBy("starts_on").orderBy("id").execute();
  return grouped(rows.map((r) => ({ traineeId: r.trainee_id, from: r.starts_on, to: r.ends_on })));
}

/** How much of a requirement or a gate counts in a stage: entries, minutes or half-days. */
export interface CountedSum {
  readonly traineeId: string;
  readonly stage: number;
  /** The key of a requirement or of a gate. */
  readonly requirement: string;
  readonly amount: number;
}

/** What counts now, added up by trainee, stage and requirement; in each stage only what counts there first. */
export async function mapCountedSums(db: Reader, programmeId: string): Promise<Map<string, readonly CountedSum[]>> {
  const rows = await db.selectFrom("counted_entry").select(["trainee_id", "stage", "requirement"]).select((eb) => eb.fn.sum("amount").as("amount"))
    .where("known_until", "is", null).where("trainee_id", "in", enrolledTraineeIds(db, programmeId))
    .groupBy(["trainee_id", "stage", "requirement"]).orderBy("trainee_id").orderBy("stage").orderBy("requirement").execute();
  return grouped(rows.map((r) => ({ traineeId: r.trainee_id, stage: r.stage, requirement: r.requirement, amount: Number(r.amount) })));
}

/** A version of something, and when it came to be known. */
interface Known {
  readonly id: string;
  readonly version: number;
  readonly recordedAt: Instant;
}

/** An enrolment as one of its versions has it. */
export interface EnrolmentVersion extends Known, Pick<Enrolment, "traineeId" | "programmeId" | "pathwayVersionId" | "startedOn"> {}

/** Every version of every enrolment of whoever was ever enrolled in the programme, for figures as they were known. */
export async function listEnrolmentVersions(db: Reader, programmeId: string): Promise<EnrolmentVersion[]> {
  const ever = db.selectFrom("enrolment as e").where("e.programme_id", "=", programmeId).select("e.trainee_id");
  const rows = await db.selectFrom("enrolment").select(["id", "version", "recorded_at", "trainee_id", "programme_id", "pathway_version_id", "started_on"])
    .where("trainee_id", "in", ever).orderBy("id").orderBy("version").execute();
  return rows.map((r) => ({
    id: r.id, version: r.version, recordedAt: r.recorded_at, traineeId: r.trainee_id, programmeId: r.programme_id, pathwayVersionId: r.pathway_version_id, startedOn: r.started_on,
  }));
}

/** A closing as one of its versions has it. */
export interface ClosingVersion extends Known {
  readonly traineeId: string;
  readonly stage: number;
  readonly closedOn: Day;
  /** False where that version voids or reopens it. */
  readonly stands: boolean;
}

/** Every version of every closing, for figures as they were known. */
export async function listClosingVersions(db: Reader, programmeId: string): Promise<ClosingVersion[]> {
  const ever = db.selectFrom("enrolment as e").where("e.programme_id", "=", programmeId).select("e.trainee_id");
  const rows = await db.selectFrom("stage_closing").select(["id", "version", "recorded_at", "trainee_id", "stage", "closed_on", "reopened", "voided"])
    .where("trainee_id", "in", ever).orderBy("id").orderBy("version").execute();
  return rows.map((r) => ({
    id: r.id, version: r.version, recordedAt: r.recorded_at, traineeId: r.trainee_id, stage: r.stage, closedOn: r.closed_on, stands: r.reopened === 0 && r.voided === 0,
  }));
}
