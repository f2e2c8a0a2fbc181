import { recordAct } from "#app/audit/writes.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { type DecidableEntry, isDecidable, listLocked, mayDecide, type Said } from "./deciding.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import { wholeOrNothing } from "./own-record.server.ts";
import { recount } from "./recount.server.ts";

/** Several entries decided at once, each in the version that was on the screen. */
export interface Decision {
  readonly entries: readonly { readonly entryId: string; readonly version: number }[];
  readonly decision: Said;
  readonly note: string | null;
}

export type DecideCode = "not_there" | "changed_meanwhile" | "planned_not_held" | "locked_by_stage" | "question_without_note";

/** All were decided, or nothing was: which stood in the way, and why. */
export type DecideResult =
  | { readonly ok: true; readonly value: { readonly entryIds: readonly string[] } }
  | { readonly ok: false; readonly code: DecideCode; readonly entryIds: readonly string[] };

interface Loaded {
  readonly entries: readonly DecidableEntry[];
  readonly missing: readonly string[];
}

async function loadDecidable(trx: Trx, actor: Actor, ids: readonly string[]): Promise<Loaded> {
  const found = ids.length === 0 ? [] : await readEntries(trx, trx.selectFrom("entry").select("entry.id").where("entry.id", "in", ids), "current");
  const entries: DecidableEntry[] = [];
  for (const entry of found) if (isDecidable(entry) && await mayDecide(trx, actor, entry)) entries.push(entry);
  const known = new Set(entries.map((e) => e.id));
  return { entries, missing: ids.filter((id) => !known.has(id)) };
}

function refuse(code: DecideCode, entryIds: readonly string[]): DecideResult {
  return { ok: false, code, entryIds };
}

function refusalFor({ entries, missing }: Loaded, input: Decision, today: Day): DecideResult | undefined {
  if (missing.length > 0 || entries.length === 0) return refuse("not_there", missing);
  const seen = new Map(input.entries.map((e) => [e.entryId, e.version]));
  const changed = entries.filter((e) => e.voided || e.version !== seen.get(e.id));
  if (changed.length > 0) return refuse("changed_meanwhile", changed.map((e) => e.id));
  const planned = entries.filter((e) => e.heldOn > today);
  return planned.length > 0 ? refuse("planned_not_held", planned.map((e) => e.id)) : undefined;
}

async function insertDecision(trx: Trx, entry: DecidableEntry, actor: Actor, input: Decision, now: Date): Promise<void> {
  const last = await trx.selectFrom("current_confirmation").select("number").where("entry_id", "=", entry.id).executeTakeFirst();
  await trx.insertInto("confirmation").values({
    entry_id: entry.id, number: (last?.number ?? 0) + 1, entry_version: entry.version, decision: input.decision, note: input.note,
    decided_by: actor.personId, recorded_at: instantOf(now),
  }).execute();
}

// Pressed twice, it is decided once.
function isDecidedSo(entry: DecidableEntry, actor: Actor, input: Decision): boolean {
  return entry.confirmation === input.decision && entry.confirmationNote === input.note && entry.confirmedBy === actor.personId;
}

async function decideFor(trx: Trx, traineeId: string, entries: readonly DecidableEntry[], actor: Actor, input: Decision, now: Date): Promise<void> {
  const open = entries.filter((e) => !isDecidedSo(e, actor, input));
  if (open.length === 0) return;
  for (const entry of open) await insertDecision(trx, entry, actor, input, now);
  await recount(trx, traineeId, now);
  const act = input.decision === "confirmed" ? "entry.confirmed" : "entry.questioned";
  await recordAct(trx, { actorId: actor.personId, act, subjects: { trainee: traineeId, entry: open.map((e) => e.id) } }, now);
}

async function holdRecords(trx: Trx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx.selectFrom("entry").select("trainee_id").distinct().where("id", "in", ids).orderBy("trainee_id").execute();
  for (const row of rows) await bumpRecord(trx, row.trainee_id);
  return rows.map((row) => row.trainee_id);
}

/**
 * Confirms or questions entries as their other side, all or none. `not_there` for entries that are not the actor's to
 * decide, as for those that are not there; `changed_meanwhile` where one is no longer what was on the screen.
 */
export async function decideEntries(db: Database, actor: Actor, input: Decision, now: Date): Promise<DecideResult> {
  if (input.decision === "questioned" && input.note === null) return refuse("question_without_note", []);
  const ids = [...new Set(input.entries.map((e) => e.entryId))];
  return wholeOrNothing<DecideResult>(db, async (trx) => {
    const traineeIds = await holdRecords(trx, ids);
    const fresh = await freshActor(trx, actor, now);
    const loaded = await loadDecidable(trx, fresh, ids);
    const refusal = refusalFor(loaded, input, fresh.today);
    if (refusal) return refusal;
    const locked = await listLocked(trx, fresh, loaded.entries, input.decision);
    if (locked.length > 0) return refuse("locked_by_stage", locked);
    for (const traineeId of traineeIds) await decideFor(trx, traineeId, loaded.entries.filter((e) => e.traineeId === traineeId), fresh, input, now);
    return { ok: true, value: { entryIds: ids } };
  });
}
