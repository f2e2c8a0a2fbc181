import { setImmediate } from "node:timers/promises";

import { countPathway } from "#app/pathway/counting.ts";
import type { PathwayCount } from "#app/pathway/model.ts";
import { type ProjectedEntry, projectionChange, projectionOf } from "#app/pathway/projection.ts";
import { findRecord, listProjection, listRecordedTrainees } from "#app/pathway/queries.server.ts";
import { holdForCount, rewriteProjection } from "#app/pathway/writes.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

import { listCountableEntries } from "./queries.server.ts";

/** What the rule says of the trainee's record on that instant's London day; undefined for somebody without an enrolment. */
export async function countTrainee(db: Reader, traineeId: string, now: Date): Promise<PathwayCount | undefined> {
  const record = await findRecord(db, traineeId);
  if (!record) return undefined;
  const { enrolment: { startedOn, endedOn }, version, closings } = record;
  return countPathway(version.definition, { traineeId, startedOn, endedOn, closings, entries: await listCountableEntries(db, traineeId) }, londonDay(now));
}

/**
 * Counts afresh and rewrites the projection; in the transaction of every command that changes evidence, after its writes.
 * Takes the record first, whether or not the caller holds it already.
 */
export async function recount(trx: Trx, traineeId: string, now: Date): Promise<void> {
  if (!await holdForCount(trx, traineeId, now)) return;
  const count = await countTrainee(trx, traineeId, now);
  if (count) await rewriteProjection(trx, traineeId, count, now);
}

/**
 * Recounts everybody: when a day has passed, or when something changed that many records lean on. One transaction
 * a trainee, and a turn for everybody else after each. Returns how many were counted.
 */
export async function recountAll(db: Database, now: Date): Promise<number> {
  const trainees = await listRecordedTrainees(db.reader);
  for (const { traineeId } of trainees) {
    await db.inTransaction((trx) => recount(trx, traineeId, now));
    // The driver works in the foreground: between two trainees everybody else gets their turn.
    await setImmediate();
  }
  return trainees.length;
}

/** Where the projection and the rule disagree: rows that stand and should not, rows that are missing. */
export interface ProjectionDifference {
  readonly traineeId: string;
  readonly surplus: readonly ProjectedEntry[];
  readonly missing: readonly ProjectedEntry[];
}

/** Holds the projection against the rule on that day; undefined where they agree. */
export async function compareProjection(db: Reader, traineeId: string, now: Date): Promise<ProjectionDifference | undefined> {
  const count = await countTrainee(db, traineeId, now);
  const { ended, added } = projectionChange(await listProjection(db, traineeId), count ? projectionOf(count) : []);
  return ended.length + added.length === 0 ? undefined : { traineeId, surplus: ended, missing: added };
}
