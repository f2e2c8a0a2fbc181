import { z } from "zod";

import { enrolledTraineeIds } from "#app/pathway/cohort-queries.server.ts";
import type { Day, Instant } from "#app/platform/clock.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";

import { type LastWork, WORK_KINDS, type WorkDay } from "./work-day.ts";

/*
 * What a programme's leads see of the log: the kind of work and its day. No statement here reads a client, a note, a rating
 * or who was there.
 */

const kindSchema = z.enum(WORK_KINDS);

/** The days of all work, one row each; a cycle has the day of its film and that of its shared review. */
function workDays(db: Reader) {
  return db.selectFrom("current_cycle as v").select(["v.entry_id", "v.filmed_on as day"]).where("v.voided", "=", 0)
    .unionAll(db.selectFrom("current_cycle as v").select(["v.entry_id", (eb) => eb.fn.coalesce("v.reviewed_on", "v.filmed_on").as("day")]).where("v.voided", "=", 0))
    .unionAll(db.selectFrom("current_supervision as v").select(["v.entry_id", "v.held_on as day"]).where("v.voided", "=", 0))
    .unionAll(db.selectFrom("current_peer_supervision as v").select(["v.entry_id", "v.held_on as day"]).where("v.voided", "=", 0))
    .unionAll(db.selectFrom("current_training as v").select(["v.entry_id", "v.held_on as day"]).where("v.voided", "=", 0));
}

/** When everybody of the programme last did what, up to today. One statement. */
export async function listLastWork(db: Reader, programmeId: string, today: Day): Promise<LastWork[]> {
  const rows = await db.selectFrom(workDays(db).as("d")).innerJoin("entry", "entry.id", "d.entry_id").select(["entry.trainee_id", "entry.kind"])
    .select((eb) => eb.fn.max("d.day").as("last_on")).where("d.day", "<=", today).where("entry.trainee_id", "in", enrolledTraineeIds(db, programmeId))
    .groupBy(["entry.trainee_id", "entry.kind"]).orderBy("entry.trainee_id").orderBy("entry.kind").execute();
  return rows.map((r) => ({ traineeId: r.trainee_id, kind: kindSchema.parse(r.kind), lastOn: r.last_on }));
}

/** Cycles that count, by their day, without recognised prior work; by trainee and requirement, later than that day. */
export async function listCyclesSince(db: Reader, programmeId: string, since: Day): Promise<{ traineeId: string; requirement: string; cycles: number }[]> {
  const rows = await db.selectFrom("counted_entry as c").innerJoin("entry", "entry.id", "c.entry_id").select(["c.trainee_id", "c.requirement"])
    .select((eb) => eb.fn.sum("c.amount").as("cycles")).where("c.known_until", "is", null).where("c.counts_on", ">", since).where("entry.kind", "=", "cycle")
    .where("c.trainee_id", "in", enrolledTraineeIds(db, programmeId)).groupBy(["c.trainee_id", "c.requirement"]).orderBy("c.trainee_id").orderBy("c.requirement").execute();
  return rows.map((r) => ({ traineeId: r.trainee_id, requirement: r.requirement, cycles: Number(r.cycles) }));
}

function sessionsOf(db: Reader, traineeId: string) {
  const sessions = db.selectFrom("current_supervision as v").select(["v.entry_id", "v.held_on", "v.minutes"]).where("v.voided", "=", 0)
    .unionAll(db.selectFrom("current_peer_supervision as v").select(["v.entry_id", "v.held_on", "v.minutes"]).where("v.voided", "=", 0));
  return db.selectFrom(sessions.as("s")).innerJoin("entry", "entry.id", "s.entry_id").select(["entry.kind", "entry.recorded_at", "s.entry_id", "s.held_on", "s.minutes"])
    .where("entry.trainee_id", "=", traineeId).execute();
}

/** The days of one trainee's work, planned ones too, the latest first; voided entries left out. Whether the actor may see them is the caller's question. */
export async function listWorkDays(db: Reader, traineeId: string): Promise<WorkDay[]> {
  const cycles = await db.selectFrom("current_cycle as v").innerJoin("entry", "entry.id", "v.entry_id").select(["v.entry_id", "v.filmed_on", "v.reviewed_on", "entry.recorded_at"])
    .where("entry.trainee_id", "=", traineeId).where("v.voided", "=", 0).execute();
  const training = await db.selectFrom("current_training as v").innerJoin("entry", "entry.id", "v.entry_id").select(["v.entry_id", "v.held_on", "entry.recorded_at"])
    .where("entry.trainee_id", "=", traineeId).where("v.voided", "=", 0).execute();
  const all = [
    ...cycles.map((r): WorkDay => ({ entryId: r.entry_id, kind: "cycle", filmedOn: r.filmed_on, day: r.reviewed_on, minutes: null, loggedAt: r.recorded_at })),
    ...(await sessionsOf(db, traineeId)).map((r): WorkDay => ({ entryId: r.entry_id, kind: kindSchema.parse(r.kind), filmedOn: null, day: r.held_on, minutes: r.minutes, loggedAt: r.recorded_at })),
    ...training.map((r): WorkDay => ({ entryId: r.entry_id, kind: "training", filmedOn: null, day: r.held_on, minutes: null, loggedAt: r.recorded_at })),
  ];
  const shownOn = (work: WorkDay) => work.day ?? work.filmedOn ?? "";
  return all.sort((a, b) => byText(shownOn(b), shownOn(a)) || byText(a.entryId, b.entryId));
}

/** A row of the projection that was made by a cycle, with the time for which it was known. */
export interface CountedCycle {
  readonly traineeId: string;
  /** The requirement to which it counts: cycles, or clients. */
  readonly requirement: string;
  readonly amount: number;
  readonly countsOn: Day;
  readonly knownFrom: Instant;
  readonly knownUntil: Instant | null;
}

/** Everything that cycles ever made count in the programme, for figures as they were known; recognised prior work left out. */
export async function listCountedCycles(db: Reader, programmeId: string): Promise<CountedCycle[]> {
  const ever = db.selectFrom("enrolment as e").where("e.programme_id", "=", programmeId).select("e.trainee_id");
  const rows = await db.selectFrom("counted_entry as c").innerJoin("entry", "entry.id", "c.entry_id")
    .select(["c.trainee_id", "c.requirement", "c.amount", "c.counts_on", "c.known_from", "c.known_until"])
    .where("entry.kind", "=", "cycle").where("c.trainee_id", "in", ever).execute();
  return rows.map((r) => ({
    traineeId: r.trainee_id, requirement: r.requirement, amount: r.amount, countsOn: r.counts_on, knownFrom: r.known_from, knownUntil: r.known_until,
  }));
}

/** What counts now of those trainees' work, up to that day: towards what, how much, when. Training and recognised prior work are left out. */
export async function mapCountedWork(db: Reader, traineeIds: readonly string[], upTo: Day): Promise<Map<string, { requirement: string; amount: number; countsOn: Day }[]>> {
  if (traineeIds.length === 0) return new Map();
  const rows = await db.selectFrom("counted_entry as c").innerJoin("entry", "entry.id", "c.entry_id").select(["c.trainee_id", "c.requirement", "c.amount", "c.counts_on"])
    .where("c.trainee_id", "in", traineeIds).where("c.known_until", "is", null).where("c.counts_on", "<=", upTo).where("entry.kind", "in", ["cycle", "supervision", "peer_supervision"])
    .orderBy("c.counts_on").orderBy("c.id").execute();
  return new Map([...groupBy(rows, (r) => r.trainee_id)].map(([id, of]) => [id, of.map((r) => ({ requirement: r.requirement, amount: r.amount, countsOn: r.counts_on }))]));
}
