import { notify } from "#app/notices/writes.server.ts";
import { askedInAll } from "#app/pathway/amounts.ts";
import { findRecord, lockingOf } from "#app/pathway/queries.server.ts";
import { mapPeople } from "#app/people/names.server.ts";
import type { Actor } from "#app/people/model.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader } from "#db/database.server.ts";

import { lockOn } from "./entry-checks.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import { holdLedRecord, type LedRecord } from "./led-record.server.ts";
import { listToldOfLock } from "./locked-entry.server.ts";
import { findLogged } from "./log-entry.server.ts";
import { wholeOrNothing } from "./own-record.server.ts";
import type { Recognition, RecognisedEntry } from "./recognised.ts";
import { insertRecognised } from "./seeded-writes.server.ts";
import { settle } from "./settle.server.ts";

function recognisedQuery(db: Reader, traineeId: string) {
  return db.selectFrom("current_recognised as v").innerJoin("entry", "entry.id", "v.entry_id")
    .select(["v.entry_id", "v.version", "v.voided", "v.requirement", "v.amount", "v.recognised_on", "v.note", "entry.recorded_by"])
    .where("entry.trainee_id", "=", traineeId).orderBy("v.recognised_on", "desc").orderBy("v.entry_id");
}

/** Everything that was recognised of a trainee, voided entries too, the latest day first. Whether the actor may see it is the caller's question. */
export async function listRecognised(db: Reader, traineeId: string): Promise<RecognisedEntry[]> {
  const rows = await recognisedQuery(db, traineeId).execute();
  const people = await mapPeople(db, rows.map((r) => r.recorded_by));
  return rows.map((r) => ({
    entryId: r.entry_id, version: r.version, voided: r.voided === 1, requirement: r.requirement, amount: r.amount, recognisedOn: r.recognised_on, reason: r.note ?? "",
    recognisedBy: people.get(r.recorded_by)?.name ?? "",
  }));
}

async function findRecognised(db: Reader, traineeId: string, entryId: string) {
  return recognisedQuery(db, traineeId).where("v.entry_id", "=", entryId).executeTakeFirst();
}

/** Why work is not recognised. */
export type RecogniseCode = "not_there" | "requirement_unknown" | "recognised_too_much" | "recognised_in_future" | "sent_before_differently";

async function repeated({ trx, traineeId }: LedRecord, entryId: string, input: Recognition): Promise<Result<{ entryId: string }, RecogniseCode>> {
  const row = await findRecognised(trx, traineeId, entryId);
  const stands = row?.voided === 0 && row.requirement === input.requirement && row.amount === input.amount && row.recognised_on === input.recognisedOn && row.note === input.reason;
  return stands ? done({ entryId }) : refused("sent_before_differently");
}

function refusalFor({ definition, today }: LedRecord, { requirement, amount, recognisedOn }: Recognition): RecogniseCode | undefined {
  const asked = definition.requirements.find((r) => r.key === requirement);
  if (!asked) return "requirement_unknown";
  const most = askedInAll(asked, definition);
  if (most > 0 && amount > most) return "recognised_too_much";
  return recognisedOn > today ? "recognised_in_future" : undefined;
}

/** Recognises earlier work of a trainee, as a lead of their programme. `requestId` comes from the form: sent twice, it recognises once. */
export async function recogniseWork(
  db: Database, actor: Actor, input: Recognition & { readonly traineeId: string; readonly requestId: string }, now: Date,
): Promise<Result<{ entryId: string }, RecogniseCode>> {
  return wholeOrNothing<Result<{ entryId: string }, RecogniseCode>>(db, async (trx) => {
    const held = await holdLedRecord(trx, actor, "recognised.write", input.traineeId, now);
    if (!held.ok) return held;
    const { traineeId, requestId, requirement, amount, recognisedOn, reason } = input;
    const before = await findLogged(trx, traineeId, requestId);
    if (before !== undefined) return repeated(held.value, before, input);
    const refusal = refusalFor(held.value, input);
    if (refusal) return refused(refusal);
    const entryId = newId();
    await insertRecognised(trx, { id: entryId, traineeId, requestId, requirement, amount, recognisedOn, note: reason }, actor.personId, now);
    await settle(held.value, held.value.lead, "work.recognised", { entry: entryId });
    return done({ entryId });
  });
}

async function tellWhereLocked({ trx, traineeId, lead, now }: LedRecord, entryId: string): Promise<void> {
  const record = await findRecord(trx, traineeId);
  const [entry] = await readEntries(trx, trx.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId), "current");
  const lock = record && entry ? lockOn(entry, lockingOf(record), lead.today) : null;
  if (!record || !lock) return;
  const recipientIds = [traineeId, ...await listToldOfLock(trx, record, lock, lead)];
  await notify(trx, { kind: "entry_voided_after_lock", actorId: lead.personId, traineeId, recipientIds, subjects: { entry: entryId, stage: String(lock.stage) } }, now);
}

/** Why a recognition is not voided. */
export type VoidRecognisedCode = "not_there" | "already_voided" | "changed_meanwhile";

/**
 * Voids what was recognised, with a reason, as a lead of the trainee's programme; possible while a stage locks it too, and then
 * told to whom it concerns as of any other locked entry (docs/field.md, "Locked entries").
 */
export async function voidRecognised(
  db: Database, actor: Actor, input: { readonly traineeId: string; readonly entryId: string; readonly fromVersion: number; readonly reason: string }, now: Date,
): Promise<Result<{ entryId: string }, VoidRecognisedCode>> {
  return wholeOrNothing<Result<{ entryId: string }, VoidRecognisedCode>>(db, async (trx) => {
    const held = await holdLedRecord(trx, actor, "recognised.write", input.traineeId, now);
    if (!held.ok) return held;
    const row = await findRecognised(trx, input.traineeId, input.entryId);
    if (!row) return refused("not_there");
    if (row.voided === 1) return refused("already_voided");
    if (row.version !== input.fromVersion) return refused("changed_meanwhile");
    await trx.insertInto("recognised_version").values({
      entry_id: row.entry_id, version: row.version + 1, recorded_at: instantOf(now), recorded_by: actor.personId, voided: 1, reason: input.reason,
      requirement: row.requirement, amount: row.amount, recognised_on: row.recognised_on, note: row.note,
    }).execute();
    await tellWhereLocked(held.value, input.entryId);
    await settle(held.value, held.value.lead, "work.recognition_voided", { entry: input.entryId });
    return done({ entryId: input.entryId });
  });
}
