import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { instantOf } from "#app/platform/clock.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { type Bearings, type DecidableEntry, isDecidable, isLockedAgainst, mapBearings, mayDecide, type Said } from "./deciding.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import { wholeOrNothing } from "./own-record.server.ts";
import { settle } from "./settle.server.ts";

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
  readonly entries: readonly { readonly entry: DecidableEntry; readonly around: Bearings }[];
  readonly missing: readonly string[];
}

async function loadDecidable(trx: Trx, actor: Actor, ids: readonly string[], traineeIds: readonly string[]): Promise<Loaded> {
  const found = ids.length === 0 ? [] : await readEntries(trx, trx.selectFrom("entry").select("entry.id").where("entry.id", "in", ids), "current");
  const bearings = await mapBearings(trx, traineeIds, actor.today);
  const entries = found.flatMap((entry) => {
    const around = bearings.get(entry.traineeId);
    return around && isDecidable(entry) && mayDecide(actor, entry, around) ? [{ entry, around }] : [];
  });
  const known = new Set(entries.map(({ entry }) => entry.id));
  return { entries, missing: ids.filter((id) => !known.has(id)) };
}

function refuse(code: DecideCode, entryIds: readonly string[]): DecideResult {
  return { ok: false, code, entryIds };
}

function refusalFor({ entries, missing }: Loaded, input: Decision, actor: Actor): DecideResult | undefined {
  if (missing.length > 0 || entries.length === 0) return refuse("not_there", missing);
  const seen = new Map(input.entries.map((e) => [e.entryId, e.version]));
  const idsWhere = (holds: (one: Loaded["entries"][number]) => boolean): string[] => entries.filter(holds).map(({ entry }) => entry.id);
  const changed = idsWhere(({ entry }) => entry.voided || entry.version !== seen.get(entry.id));
  if (changed.length > 0) return refuse("changed_meanwhile", changed);
  const planned = idsWhere(({ entry }) => entry.heldOn > actor.today);
  if (planned.length > 0) return refuse("planned_not_held", planned);
  const locked = idsWhere(({ entry, around }) => isLockedAgainst(input.decision, actor, entry, around));
  return locked.length > 0 ? refuse("locked_by_stage", locked) : undefined;
}

/** Adds a decision to each of these entries, after those that stand. The caller has asked whether it may be and counts afresh. */
export async function insertDecisions(
  trx: Trx, entries: readonly DecidableEntry[], actor: Pick<Actor, "personId">, input: Pick<Decision, "decision" | "note">, now: Date,
): Promise<void> {
  const before = await trx.selectFrom("current_confirmation").select(["entry_id", "number"]).where("entry_id", "in", entries.map((e) => e.id)).execute();
  const last = new Map(before.map((row) => [row.entry_id, row.number]));
  await trx.insertInto("confirmation").values(entries.map((entry) => ({
    entry_id: entry.id, number: (last.get(entry.id) ?? 0) + 1, entry_version: entry.version, decision: input.decision, note: input.note,
    decided_by: actor.personId, recorded_at: instantOf(now),
  }))).execute();
}

// Pressed twice, it is decided once.
function isDecidedSo(entry: DecidableEntry, actor: Actor, input: Decision): boolean {
  return entry.confirmation === input.decision && entry.confirmationNote === input.note && entry.confirmedBy === actor.personId;
}

async function decideFor(trx: Trx, traineeId: string, entries: readonly DecidableEntry[], actor: Actor, input: Decision, now: Date): Promise<void> {
  const open = entries.filter((e) => !isDecidedSo(e, actor, input));
  if (open.length === 0) return;
  await insertDecisions(trx, open, actor, input, now);
  await settle({ trx, traineeId, now }, actor, input.decision === "confirmed" ? "entry.confirmed" : "entry.questioned", { entry: open.map((e) => e.id) });
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
    const loaded = await loadDecidable(trx, fresh, ids, traineeIds);
    const refusal = refusalFor(loaded, input, fresh);
    if (refusal) return refusal;
    const entries = loaded.entries.map(({ entry }) => entry);
    for (const traineeId of traineeIds) await decideFor(trx, traineeId, entries.filter((e) => e.traineeId === traineeId), fresh, input, now);
    return { ok: true, value: { entryIds: ids } };
  });
}
