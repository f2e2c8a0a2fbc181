import { notify } from "#app/notices/writes.server.ts";
import type { StageClosing } from "#app/pathway/model.ts";
import { findRecord, lockingOf, type PathwayRecord } from "#app/pathway/queries.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can } from "#app/people/policy.ts";
import { listLeadIds, listSupervisorsOf } from "#app/people/queries.server.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader, Trx } from "#db/database.server.ts";

import { materialVersionOf } from "./change-entry.server.ts";
import { contentOf, type OwnEntry } from "./content.ts";
import { insertDecisions } from "./decide-entries.server.ts";
import { isDecidable } from "./deciding.server.ts";
import { lockOn } from "./entry-checks.server.ts";
import { readEntries } from "./entry-rows.server.ts";
import { wholeOrNothing } from "./own-record.server.ts";
import { settle } from "./settle.server.ts";
import { insertVersion } from "./writes.server.ts";

/** An entry that a signed stage locks, in the version that was seen, and why it is acted on all the same. */
export interface LockedInput {
  readonly entryId: string;
  readonly fromVersion: number;
  readonly reason: string;
}

/** What can be done to a locked entry. */
export type LockedAct = Extract<Action, "entry.void_locked" | "entry.question_locked">;

type Code = "not_there" | "not_allowed" | "already_voided" | "changed_meanwhile" | "not_locked" | "questioned_already";
type LockedResult = Result<{ entryId: string }, Code>;

interface Locked {
  readonly trx: Trx;
  readonly actor: Actor;
  readonly entry: OwnEntry;
  readonly lock: StageClosing;
  /** The trainee's present supervisors, whoever signed the stage, and the leads. */
  readonly othersToTell: readonly string[];
  readonly now: Date;
}

async function mayAct(db: Reader, actor: Actor, act: LockedAct, { enrolment: { traineeId, programmeId } }: PathwayRecord): Promise<boolean> {
  const supervisorIds = (await listSupervisorsOf(db, traineeId, actor.today)).map((s) => s.id);
  return can(actor, act, { traineeId, programmeId, supervisorIds });
}

/** A locked entry on which somebody may act, and the signed stage that locks it, or did until it was reopened. */
export interface ActableLock {
  readonly lock: StageClosing;
  /** True where nothing is left to act on: the stage was reopened, and its trainee changes the entry. */
  readonly isReopened: boolean;
  readonly entry: OwnEntry;
}

/** The lock for whose entry the actor may do that (void it where nothing else is said); null for an entry that was never locked, or is not theirs to act on. */
export async function findActableLock(db: Reader, actor: Actor, entryId: string, act: LockedAct = "entry.void_locked"): Promise<ActableLock | null> {
  const entry = (await readEntries(db, db.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId), "current"))[0];
  const record = entry && await findRecord(db, entry.traineeId);
  if (!record || entry.kind === "recognised" || !await mayAct(db, actor, act, record)) return null;
  const locking = lockingOf(record);
  const lock = lockOn(entry, locking, actor.today);
  if (lock) return { lock, isReopened: false, entry };
  const before = lockOn(entry, { ...locking, closings: locking.closings.map((c) => ({ ...c, reopened: false })) }, actor.today);
  return before && { lock: before, isReopened: true, entry };
}

async function traineeOf(trx: Trx, entryId: string): Promise<string | undefined> {
  return (await trx.selectFrom("entry").select("trainee_id").where("id", "=", entryId).executeTakeFirst())?.trainee_id;
}

/** Who beside the trainee is told of what is done with an entry of theirs under that lock: present supervisors, whoever signed, the leads. */
export async function listToldOfLock(trx: Trx, { enrolment: { traineeId, programmeId } }: PathwayRecord, lock: StageClosing, { today }: Actor): Promise<string[]> {
  return [...(await listSupervisorsOf(trx, traineeId, today)).map((s) => s.id), lock.decidedBy, ...await listLeadIds(trx, programmeId, today)];
}

async function onLocked(
  db: Database, actor: Actor, act: LockedAct, { entryId, fromVersion }: LockedInput, now: Date, work: (locked: Locked) => Promise<LockedResult>,
): Promise<LockedResult> {
  return wholeOrNothing<LockedResult>(db, async (trx) => {
    const traineeId = await traineeOf(trx, entryId);
    if (traineeId === undefined || !await bumpRecord(trx, traineeId)) return refused("not_there");
    const fresh = await freshActor(trx, actor, now);
    const record = await findRecord(trx, traineeId);
    if (!record || !await mayAct(trx, fresh, act, record)) return refused(traineeId === fresh.personId ? "not_allowed" : "not_there");
    const entry = (await readEntries(trx, trx.selectFrom("entry").select("entry.id").where("entry.id", "=", entryId), "current"))[0];
    if (!entry || entry.kind === "recognised") return refused("not_there");
    if (entry.voided) return refused("already_voided");
    if (entry.version !== fromVersion) return refused("changed_meanwhile");
    const lock = lockOn(entry, lockingOf(record), fresh.today);
    return lock ? work({ trx, actor: fresh, entry, lock, othersToTell: await listToldOfLock(trx, record, lock, fresh), now }) : refused("not_locked");
  });
}

async function tell({ trx, actor, entry, lock, othersToTell, now }: Locked, kind: "entry_voided_after_lock" | "entry_questioned_after_lock"): Promise<void> {
  const recipientIds = [entry.traineeId, ...othersToTell];
  await notify(trx, { kind, actorId: actor.personId, traineeId: entry.traineeId, recipientIds, subjects: { entry: entry.id, stage: String(lock.stage) } }, now);
}

/**
 * Voids an entry of a signed stage as a present supervisor or a lead, with a reason (docs/field.md, "Locked entries"). The decision
 * stands; the trainee, whoever signed, the supervisors and the leads are told. `not_there` for whoever may not, `not_locked` for what its trainee can void.
 */
export async function voidLockedEntry(db: Database, actor: Actor, input: LockedInput, now: Date): Promise<LockedResult> {
  return onLocked(db, actor, "entry.void_locked", input, now, async (locked) => {
    const { trx, entry, actor: { personId } } = locked;
    const mark = { version: entry.version + 1, materialVersion: await materialVersionOf(trx, entry), recordedBy: personId, voided: true, reason: input.reason };
    await insertVersion(trx, entry.id, contentOf(entry), mark, now);
    await tell(locked, "entry_voided_after_lock");
    await settle({ trx, traineeId: entry.traineeId, now }, locked.actor, "entry.voided", { entry: entry.id });
    return done({ entryId: entry.id });
  });
}

/** Questions an entry of a signed stage in the same way: it counts no longer until its other side confirms it again. `not_there` for a cycle, which nobody confirms. */
export async function questionLockedEntry(db: Database, actor: Actor, input: LockedInput, now: Date): Promise<LockedResult> {
  return onLocked(db, actor, "entry.question_locked", input, now, async (locked) => {
    const { trx, entry } = locked;
    if (!isDecidable(entry)) return refused("not_there");
    if (entry.confirmation === "questioned") return refused("questioned_already");
    await insertDecisions(trx, [entry], locked.actor, { decision: "questioned", note: input.reason }, now);
    await tell(locked, "entry_questioned_after_lock");
    await settle({ trx, traineeId: entry.traineeId, now }, locked.actor, "entry.questioned", { entry: entry.id });
    return done({ entryId: entry.id });
  });
}
