import type { Training } from "#app/pathway/model.ts";
import type { Actor } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { insertDecisions } from "./decide-entries.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import { holdLedRecord, type LedRecord } from "./led-record.server.ts";
import { findLogged } from "./log-entry.server.ts";
import type { TrainingAttended } from "./model.ts";
import { wholeOrNothing } from "./own-record.server.ts";
import { settle } from "./settle.server.ts";
import { insertEntry } from "./writes.server.ts";

/** Who was at a training, as its lead records it on one screen. `requestId` comes from the form: sent twice, it records once. */
export interface Attendance {
  readonly requestId: string;
  readonly training: Training;
  readonly heldOn: Day;
  readonly halfDays: number;
  readonly traineeIds: readonly string[];
}

/** What became of each: `recorded` anew, `confirmed` where they had logged it themself, `stood` where it was confirmed before. */
export type AttendanceOutcome = "recorded" | "confirmed" | "stood";
/** How many there were of each. */
export type AttendanceRecorded = Readonly<Record<AttendanceOutcome, number>>;

/** The trainee's own entry of the very same training: same training, day and half-days (docs/field.md, "The same twice"). */
async function findSame({ trx, traineeId }: LedRecord, { training, heldOn, halfDays }: Attendance): Promise<TrainingAttended | undefined> {
  const ids = trx.selectFrom("current_training as v").innerJoin("entry", "entry.id", "v.entry_id").select("entry.id")
    .where("entry.trainee_id", "=", traineeId).where("v.voided", "=", 0).where("v.training", "=", training).where("v.held_on", "=", heldOn).where("v.half_days", "=", halfDays);
  const same = (await readEntries(trx, ids, "current")).filter((entry) => entry.kind === "training");
  return same.find((entry) => entry.confirmation === "confirmed") ?? same[0];
}

async function confirm({ trx, lead, now }: LedRecord, entry: TrainingAttended): Promise<void> {
  await insertDecisions(trx, [entry], lead, { decision: "confirmed", note: null }, now);
}

async function insertAttended({ trx, traineeId, lead, now }: LedRecord, { requestId, training, heldOn, halfDays }: Attendance): Promise<string> {
  const entryId = newId();
  await insertEntry(trx, { id: entryId, traineeId, requestId }, { kind: "training", heldOn, training, halfDays, note: null }, lead.personId, now);
  return entryId;
}

async function recordOne(record: LedRecord, attendance: Attendance): Promise<AttendanceOutcome> {
  if (await findLogged(record.trx, record.traineeId, attendance.requestId) !== undefined) return "stood";
  const same = await findSame(record, attendance);
  if (same?.confirmation === "confirmed") return "stood";
  const entryId = same?.id ?? await insertAttended(record, attendance);
  const entry = same ?? await findSame(record, attendance);
  if (entry) await confirm(record, entry);
  await settle(record, record.lead, "attendance.recorded", { entry: entryId });
  return same ? "confirmed" : "recorded";
}

/**
 * Records for several trainees that they were at a training; it counts at once, because a lead says so (docs/field.md,
 * "Confirmation"). All or nobody: `not_there` where one of them is no trainee of a programme that the actor leads.
 */
export async function recordAttendance(
  db: Database, actor: Actor, attendance: Attendance, now: Date,
): Promise<Result<AttendanceRecorded, "not_there" | "attended_in_future">> {
  return wholeOrNothing<Result<AttendanceRecorded, "not_there" | "attended_in_future">>(db, async (trx) => {
    const outcomes: AttendanceOutcome[] = [];
    // In one order for everybody, so that two leads never wait for each other.
    for (const traineeId of [...new Set(attendance.traineeIds)].sort()) {
      const record = await holdLedRecord(trx, actor, "training.decide", traineeId, now);
      if (!record.ok) return record;
      if (attendance.heldOn > record.value.today) return refused("attended_in_future");
      outcomes.push(await recordOne(record.value, attendance));
    }
    const many = (outcome: AttendanceOutcome): number => outcomes.filter((one) => one === outcome).length;
    return done({ recorded: many("recorded"), confirmed: many("confirmed"), stood: many("stood") });
  });
}
