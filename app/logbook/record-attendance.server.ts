import type { Training } from "#app/pathway/model.ts";
import type { Actor } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { insertDecisions } from "./decide-entries.server.ts";
import { lockOn } from "./entry-checks.server.ts";
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
/** How many there were of each; and, where there are any, for whom it belongs to a stage that is signed (docs/field.md, "Locked entries"). */
export type AttendanceRecorded = Readonly<Record<AttendanceOutcome, number>> & { readonly lockedFor?: readonly string[] };

/** The trainee's entries of the very same training: same training, day and half-days (docs/field.md, "The same twice"). */
async function listSame({ trx, traineeId }: LedRecord, { training, heldOn, halfDays }: Attendance): Promise<TrainingAttended[]> {
  const ids = trx.selectFrom("current_training as v").innerJoin("entry", "entry.id", "v.entry_id").select("entry.id")
    .where("entry.trainee_id", "=", traineeId).where("v.voided", "=", 0).where("v.training", "=", training).where("v.held_on", "=", heldOn).where("v.half_days", "=", halfDays);
  return (await readEntries(trx, ids, "current")).filter((entry) => entry.kind === "training");
}

async function findSame(record: LedRecord, attendance: Attendance): Promise<TrainingAttended | undefined> {
  const same = await listSame(record, attendance);
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

interface OneRecorded {
  readonly outcome: AttendanceOutcome;
  readonly isLocked: boolean;
}

const STOOD: OneRecorded = { outcome: "stood", isLocked: false };

async function recordOne(record: LedRecord, attendance: Attendance): Promise<OneRecorded> {
  if (await findLogged(record.trx, record.traineeId, attendance.requestId) !== undefined) return STOOD;
  const same = await findSame(record, attendance);
  if (same?.confirmation === "confirmed") return STOOD;
  const entryId = same?.id ?? await insertAttended(record, attendance);
  const entry = same ?? await findSame(record, attendance);
  if (entry) await confirm(record, entry);
  await settle(record, record.lead, "attendance.recorded", { entry: entryId });
  return { outcome: same ? "confirmed" : "recorded", isLocked: entry !== undefined && lockOn(entry, record.locking, record.today) !== null };
}

/** True where this form was sent before, and what stands from it is not what is sent now: training, day, half-days, who. */
async function wasSentDifferently(trx: Trx, lead: Actor, records: readonly LedRecord[], attendance: Attendance): Promise<boolean> {
  const traineeIds = records.map((record) => record.traineeId);
  const before = await trx.selectFrom("entry").select(["id", "trainee_id"]).where("request_id", "=", attendance.requestId)
    .where((eb) => eb.or([eb("recorded_by", "=", lead.personId), eb("trainee_id", "in", traineeIds)])).execute();
  if (before.length === 0) return false;
  if (before.some((entry) => !traineeIds.includes(entry.trainee_id))) return true;
  for (const record of records) {
    const [own, same] = [before.find((entry) => entry.trainee_id === record.traineeId), await listSame(record, attendance)];
    if (!same.some((entry) => (own ? entry.id === own.id : entry.confirmation === "confirmed"))) return true;
  }
  return false;
}

/** The records of all who are ticked, held in one order for everybody, so that two leads never wait for each other. */
async function holdAll(trx: Trx, actor: Actor, { traineeIds, heldOn }: Attendance, now: Date): Promise<Result<LedRecord[], AttendanceCode>> {
  const records: LedRecord[] = [];
  for (const traineeId of [...new Set(traineeIds)].sort()) {
    const record = await holdLedRecord(trx, actor, "training.decide", traineeId, now);
    if (!record.ok) return record;
    if (heldOn > record.value.today) return refused("attended_in_future");
    if (record.value.endedOn !== null && heldOn > record.value.endedOn) return refused("attendee_left");
    records.push(record.value);
  }
  return done(records);
}

/** Why attendance is not recorded. */
export type AttendanceCode = "not_there" | "attended_in_future" | "attendee_left" | "sent_before_differently";

/**
 * Records for several trainees that they were at a training; it counts at once, because a lead says so (docs/field.md,
 * "Confirmation"). All or nobody: `not_there` where one of them is no trainee of a programme that the actor leads, `attendee_left`
 * where one had left the pathway before that day (docs/field.md, "After the end"),
 * `sent_before_differently` where the same form recorded something else before.
 */
export async function recordAttendance(
  db: Database, actor: Actor, attendance: Attendance, now: Date,
): Promise<Result<AttendanceRecorded, AttendanceCode>> {
  return wholeOrNothing<Result<AttendanceRecorded, AttendanceCode>>(db, async (trx) => {
    const held = await holdAll(trx, actor, attendance, now);
    if (!held.ok) return held;
    if (await wasSentDifferently(trx, actor, held.value, attendance)) return refused("sent_before_differently");
    const all: (OneRecorded & { readonly traineeId: string })[] = [];
    for (const record of held.value) all.push({ traineeId: record.traineeId, ...await recordOne(record, attendance) });
    const many = (outcome: AttendanceOutcome): number => all.filter((one) => one.outcome === outcome).length;
    const lockedFor = all.filter((one) => one.isLocked).map((one) => one.traineeId);
    return done({ recorded: many("recorded"), confirmed: many("confirmed"), stood: many("stood"), ...(lockedFor.length === 0 ? {} : { lockedFor }) });
  });
}
