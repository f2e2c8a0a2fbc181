import type { SelectQueryBuilder } from "kysely";

import type { Actor } from "#app/people/model.ts";
import { visibleTraineeIds } from "#app/people/scope.server.ts";
import { byText } from "#app/platform/order.ts";
import type { Reader } from "#db/database.server.ts";
import type { Schema } from "#db/schema/schema.ts";

import type { Step, Submission } from "./model.ts";
import { submissionStateSchema, waySchema } from "./schemas.ts";

function submissionQuery(db: Reader) {
  return db.selectFrom("submission as s").select([
    "s.id", "s.trainee_id", "s.entry_id", "s.attempt", "s.way", "s.clip_id", "s.reference", "s.watched_on", "s.watched_with", "s.intention", "s.recorded_at",
  ]);
}
type SubmissionRow = Awaited<ReturnType<ReturnType<typeof submissionQuery>["execute"]>>[number];

async function mapSteps(db: Reader, ids: readonly string[]): Promise<Map<string, Step[]>> {
  const steps = new Map<string, Step[]>();
  if (ids.length === 0) return steps;
  const rows = await db.selectFrom("submission_step").select(["submission_id", "number", "state", "note", "stepped_by", "recorded_at"])
    .where("submission_id", "in", ids).orderBy("submission_id").orderBy("number").execute();
  for (const row of rows) {
    const one = { number: row.number, state: submissionStateSchema.parse(row.state), note: row.note, by: row.stepped_by, at: row.recorded_at };
    steps.set(row.submission_id, [...steps.get(row.submission_id) ?? [], one]);
  }
  return steps;
}

function submissionOf(row: SubmissionRow, steps: readonly Step[]): Submission {
  const last = steps.at(-1);
  if (!last) throw new Error(`submission ${row.id} has no step`);
  return {
    id: row.id, traineeId: row.trainee_id, entryId: row.entry_id, attempt: row.attempt, way: waySchema.parse(row.way), clipId: row.clip_id, reference: row.reference,
    watchedOn: row.watched_on, watchedWith: row.watched_with, intention: row.intention, sentAt: row.recorded_at, state: last.state, steps,
  };
}

async function withSteps(db: Reader, rows: readonly SubmissionRow[]): Promise<Submission[]> {
  const steps = await mapSteps(db, rows.map((row) => row.id));
  return rows.map((row) => submissionOf(row, steps.get(row.id) ?? []));
}

/** One submission, whoever asks: whether it may be seen is the caller's question. */
export async function readSubmission(db: Reader, submissionId: string): Promise<Submission | undefined> {
  return (await withSteps(db, await submissionQuery(db).where("s.id", "=", submissionId).execute()))[0];
}

/** One submission of a trainee whose record the actor sees; undefined for any other, as for one that is not there. */
export async function findSubmission(db: Reader, actor: Actor, submissionId: string): Promise<Submission | undefined> {
  const rows = await submissionQuery(db).where("s.id", "=", submissionId).where("s.trainee_id", "in", visibleTraineeIds(db, actor)).execute();
  return (await withSteps(db, rows))[0];
}

/** The submission that this form sent before, if it was sent twice. */
export async function findSubmissionByRequest(db: Reader, traineeId: string, requestId: string): Promise<Submission | undefined> {
  return (await withSteps(db, await submissionQuery(db).where("s.trainee_id", "=", traineeId).where("s.request_id", "=", requestId).execute()))[0];
}

/** Every attempt to submit that cycle, the first first. */
export async function listAttempts(db: Reader, entryId: string): Promise<Submission[]> {
  return withSteps(db, await submissionQuery(db).where("s.entry_id", "=", entryId).orderBy("s.attempt").execute());
}

/** Everything that trainee ever submitted, the latest first. */
export async function listSubmissionsOf(db: Reader, traineeId: string): Promise<Submission[]> {
  return withSteps(db, await submissionQuery(db).where("s.trainee_id", "=", traineeId).orderBy("s.recorded_at", "desc").orderBy("s.id").execute());
}

type SubmissionIds = SelectQueryBuilder<Schema, never, { id: string }>;

function waitingIds(db: Reader, actor: Actor): SubmissionIds {
  return db.selectFrom("submission as o").innerJoin("current_submission_step as c", "c.submission_id", "o.id").select("o.id")
    .where("c.state", "=", "sent").where("o.trainee_id", "!=", actor.personId).where("o.trainee_id", "in", visibleTraineeIds(db, actor))
    .where((eb) => eb.or([eb("o.watched_with", "is", null), eb("o.watched_with", "=", actor.personId)]));
}

function returnedIds(db: Reader, actor: Actor): SubmissionIds {
  return db.selectFrom("submission as o").innerJoin("current_submission_step as c", "c.submission_id", "o.id").innerJoin("current_cycle as v", "v.entry_id", "o.entry_id").select("o.id")
    .where("c.state", "=", "returned").where("o.trainee_id", "=", actor.personId).where("v.voided", "=", 0)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("submission as later").select("later.id").whereRef("later.entry_id", "=", "o.entry_id").whereRef("later.attempt", ">", "o.attempt"))));
}

async function countIds(db: Reader, ids: SubmissionIds): Promise<number> {
  const { found } = await db.selectFrom(ids.as("ids")).select((eb) => eb.fn.countAll().as("found")).executeTakeFirstOrThrow();
  return Number(found);
}

/**
 * What waits for the actor's answer, the longest waiting first: open submissions of the trainees whom they supervise today;
 * one that was watched together only where they are the supervisor it names.
 */
export async function listWaitingSubmissions(db: Reader, actor: Actor): Promise<Submission[]> {
  return withSteps(db, await submissionQuery(db).where("s.id", "in", waitingIds(db, actor)).orderBy("s.recorded_at").orderBy("s.id").execute());
}

/** How many there are. */
export async function countWaitingSubmissions(db: Reader, actor: Actor): Promise<number> {
  return countIds(db, waitingIds(db, actor));
}

/** What the actor submitted and was asked about, the longest waiting first; nothing of a cycle that was voided or submitted again. */
export async function listReturnedSubmissions(db: Reader, actor: Actor): Promise<Submission[]> {
  const returned = await withSteps(db, await submissionQuery(db).where("s.id", "in", returnedIds(db, actor)).execute());
  return returned.sort((a, b) => byText(a.steps.at(-1)?.at ?? "", b.steps.at(-1)?.at ?? "") || byText(a.id, b.id));
}

/** How many there are. */
export async function countReturnedSubmissions(db: Reader, actor: Actor): Promise<number> {
  return countIds(db, returnedIds(db, actor));
}
