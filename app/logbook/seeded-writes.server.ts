import { instantOf } from "#app/platform/clock.ts";
import type { Trx } from "#db/database.server.ts";

/** Rows that no page writes yet or that a page writes one at a time, for those who write a whole history. */

/** Adds the first decision of the other side on an entry's first version. */
export async function insertFirstDecision(
  trx: Trx, decision: { entryId: string; says: "confirmed" | "questioned"; note: string | null; decidedBy: string }, now: Date,
): Promise<void> {
  await trx.insertInto("confirmation").values({
    entry_id: decision.entryId, number: 1, entry_version: 1, decision: decision.says, note: decision.note,
    decided_by: decision.decidedBy, recorded_at: instantOf(now),
  }).execute();
}

/** Adds earlier work that a lead recognised (docs/field.md, "Recognised prior work"). */
export async function insertRecognised(
  trx: Trx, work: { id: string; traineeId: string; requestId?: string; requirement: string; amount: number; recognisedOn: string; note: string | null }, recordedBy: string, now: Date,
): Promise<void> {
  const recorded = { recorded_at: instantOf(now), recorded_by: recordedBy };
  await trx.insertInto("entry").values({
    id: work.id, trainee_id: work.traineeId, kind: "recognised", request_id: work.requestId ?? null, fingerprint: null, import_id: null, ...recorded,
  }).execute();
  await trx.insertInto("recognised_version").values({
    entry_id: work.id, version: 1, ...recorded, voided: 0, reason: null,
    requirement: work.requirement, amount: work.amount, recognised_on: work.recognisedOn, note: work.note,
  }).execute();
}
