import type { Trx } from "#db/database.server.ts";

import { type Day, instantOf, londonDay } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";

import { type PathwayCount, type PathwayDefinition, pathwayDefinitionSchema } from "./model.ts";
import { projectionChange, projectionOf } from "./projection.ts";
import { findRecordVersion, listProjection } from "./queries.server.ts";

/**
 * Raises the version of the trainee's record; the first write of every command that touches evidence, so that
 * two of them cannot interleave. With `expected`, only where nobody changed the record since: false otherwise.
 */
export async function bumpRecord(trx: Trx, traineeId: string, expected?: number): Promise<boolean> {
  const bumped = await trx.updateTable("trainee_record").set((eb) => ({ version: eb("version", "+", 1) }))
    .where("trainee_id", "=", traineeId).$if(expected !== undefined, (q) => q.where("version", "=", expected ?? 0)).executeTakeFirst();
  return bumped.numUpdatedRows === 1n;
}

/**
 * Holds the trainee's record until the transaction is over and changes nothing in it: for an act that reads the evidence and
 * may leave it as it is. The version that it holds; undefined for somebody who has no record.
 */
export async function holdRecord(trx: Trx, traineeId: string): Promise<number | undefined> {
  await trx.updateTable("trainee_record").set((eb) => ({ version: eb.ref("version") })).where("trainee_id", "=", traineeId).execute();
  return findRecordVersion(trx, traineeId);
}

/**
 * Holds the trainee's record until the transaction is over, and notes the day that it is counted for: before anything is
 * read that the count leans on, or what another writer changes meanwhile would be lost. False for somebody who has no record.
 */
export async function holdForCount(trx: Trx, traineeId: string, now: Date): Promise<boolean> {
  const held = await trx.updateTable("trainee_record").set({ counted_for: londonDay(now) }).where("trainee_id", "=", traineeId).executeTakeFirst();
  return held.numUpdatedRows === 1n;
}

/** A statement holds only so many values: SQLite takes 32,766. */
const ROWS_AT_ONCE = 200;

function inSlices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, n) => rows.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE));
}

/** Rewrites what counts for the trainee, whose record is held, to what the rule says, keeping what was known before with its dates. */
export async function rewriteProjection(trx: Trx, traineeId: string, count: PathwayCount, now: Date): Promise<void> {
  const { ended, added } = projectionChange(await listProjection(trx, traineeId), projectionOf(count));
  const at = instantOf(now);
  for (const rows of inSlices(ended)) {
    await trx.updateTable("counted_entry").set({ known_until: at }).where("id", "in", rows.map((row) => row.id)).execute();
  }
  for (const rows of inSlices(added)) {
    await trx.insertInto("counted_entry").values(rows.map((row) => ({
      id: newId(), trainee_id: traineeId, stage: row.stage, requirement: row.requirement, entry_id: row.entryId,
      amount: row.amount, counts_on: row.countsOn, known_from: at, known_until: null,
    }))).execute();
  }
}

/** Adds a version to a pathway, making the pathway where it is new. Returns the version's id. */
export async function recordPathwayVersion(
  trx: Trx, pathway: { id: string; name: string }, version: { id: string; label: string; effectiveFrom: Day; definition: PathwayDefinition }, now: Date,
): Promise<string> {
  await trx.insertInto("pathway").values(pathway).onConflict((c) => c.column("id").doNothing()).execute();
  await trx.insertInto("pathway_version").values({
    id: version.id, pathway_id: pathway.id, label: version.label, effective_from: version.effectiveFrom,
    definition: JSON.stringify(pathwayDefinitionSchema.parse(version.definition)), recorded_at: instantOf(now),
  }).execute();
  return version.id;
}

/** Enrols a trainee on a version of a pathway and opens the record. */
export async function enrol(
  trx: Trx,
  enrolment: { traineeId: string; programmeId: string; pathwayVersionId: string; startedOn: Day; endedOn?: Day; outcome?: "withdrawn" | "accredited"; endReason?: string },
  recordedBy: string | null, now: Date,
): Promise<string> {
  const id = newId();
  await trx.insertInto("enrolment").values({
    id, version: 1, recorded_at: instantOf(now), recorded_by: recordedBy,
    trainee_id: enrolment.traineeId, programme_id: enrolment.programmeId, pathway_version_id: enrolment.pathwayVersionId,
    started_on: enrolment.startedOn, ended_on: enrolment.endedOn ?? null, outcome: enrolment.outcome ?? null, end_reason: enrolment.endReason ?? null,
  }).execute();
  await trx.insertInto("trainee_record").values({ trainee_id: enrolment.traineeId, version: 1, counted_for: null })
    .onConflict((c) => c.column("trainee_id").doNothing()).execute();
  return id;
}

/** Records that somebody closed a stage; the caller has asked whether they may, and recounts afterwards. */
export async function closeStage(
  trx: Trx, closing: { traineeId: string; stage: number; closedOn: Day; decidedBy: string }, recordedBy: string | null, now: Date,
): Promise<string> {
  const id = newId();
  await trx.insertInto("stage_closing").values({
    id, version: 1, recorded_at: instantOf(now), recorded_by: recordedBy, voided: 0, reason: null,
    trainee_id: closing.traineeId, stage: closing.stage, closed_on: closing.closedOn, decided_by: closing.decidedBy, reopened: 0,
  }).execute();
  return id;
}

/** Records a planned pause: dates, never a reason. */
export async function recordPause(trx: Trx, pause: { traineeId: string; startsOn: Day; endsOn: Day }, recordedBy: string | null, now: Date): Promise<string> {
  const id = newId();
  await trx.insertInto("planned_pause").values({
    id, version: 1, recorded_at: instantOf(now), recorded_by: recordedBy, voided: 0, reason: null,
    trainee_id: pause.traineeId, starts_on: pause.startsOn, ends_on: pause.endsOn,
  }).execute();
  return id;
}

/** Ends an enrolment that is under way: the next version of it, with why. */
export async function endEnrolment(
  trx: Trx, enrolmentId: string, end: { endedOn: Day; outcome: "withdrawn" | "accredited"; reason: string | null }, recordedBy: string | null, now: Date,
): Promise<void> {
  const last = await trx.selectFrom("current_enrolment").selectAll().where("id", "=", enrolmentId).executeTakeFirstOrThrow();
  await trx.insertInto("enrolment").values({
    ...last, version: last.version + 1, recorded_at: instantOf(now), recorded_by: recordedBy, ended_on: end.endedOn, outcome: end.outcome, end_reason: end.reason,
  }).execute();
}

/** Reopens a closed stage, an act of a lead with a reason: the next version of the closing, which locks nothing any more. */
export async function reopenStage(trx: Trx, closingId: string, reason: string, recordedBy: string, now: Date): Promise<void> {
  const last = await trx.selectFrom("current_stage_closing").selectAll().where("id", "=", closingId).executeTakeFirstOrThrow();
  await trx.insertInto("stage_closing").values({
    ...last, version: last.version + 1, recorded_at: instantOf(now), recorded_by: recordedBy, reopened: 1, reason,
  }).execute();
}
