import { instantOf } from "#app/platform/clock.ts";
import type { Trx } from "#db/database.server.ts";

import { cycleRow, peerRow, supervisionRow, trainingRow } from "./content-rows.ts";
import type { Content } from "./content.ts";
import { reflectionIn } from "./reflections.server.ts";

/** What a version says of itself. */
export interface VersionMark {
  readonly version: number;
  /** The version in which what is confirmed last changed. */
  readonly materialVersion: number;
  readonly recordedBy: string;
  readonly voided: boolean;
  readonly reason: string | null;
}

/** Adds one version of an entry. The caller holds the trainee's record and recounts afterwards. */
export async function insertVersion(trx: Trx, entryId: string, content: Content, mark: VersionMark, now: Date): Promise<void> {
  const row = {
    entry_id: entryId, version: mark.version, recorded_at: instantOf(now), recorded_by: mark.recordedBy,
    voided: mark.voided ? 1 : 0, reason: mark.reason,
  } as const;
  const material_version = mark.materialVersion;
  switch (content.kind) {
    case "cycle":
      await trx.insertInto("cycle_version").values({ ...row, ...cycleRow(content) }).execute();
      await insertReflection(trx, entryId, mark.version, content.reflection);
      return;
    case "supervision":
      await trx.insertInto("supervision_version").values({ ...row, material_version, ...supervisionRow(content) }).execute();
      await insertDiscussed(trx, entryId, mark.version, content.discussedIds ?? []);
      return;
    case "peer_supervision":
      await trx.insertInto("peer_supervision_version").values({ ...row, material_version, ...peerRow(content) }).execute();
      await insertAttendees(trx, entryId, mark.version, content.attendeeIds);
      return;
    case "training":
      await trx.insertInto("training_version").values({ ...row, material_version, ...trainingRow(content) }).execute();
  }
}

/** Where it is left out, what stood in the version before stands again. */
async function insertReflection(trx: Trx, entryId: string, version: number, given: string | null | undefined): Promise<void> {
  const reflection = given === undefined ? await reflectionIn(trx, entryId, version - 1) : given;
  if (reflection !== null) await trx.insertInto("cycle_reflection").values({ entry_id: entryId, version, reflection }).execute();
}

async function insertDiscussed(trx: Trx, entryId: string, version: number, cycleIds: readonly string[]): Promise<void> {
  const rows = [...new Set(cycleIds)].map((cycle_id) => ({ entry_id: entryId, version, cycle_id }));
  if (rows.length > 0) await trx.insertInto("supervision_cycle").values(rows).execute();
}

async function insertAttendees(trx: Trx, entryId: string, version: number, personIds: readonly string[]): Promise<void> {
  const rows = [...new Set(personIds)].map((person_id) => ({ entry_id: entryId, version, person_id }));
  if (rows.length > 0) await trx.insertInto("peer_attendee").values(rows).execute();
}

/** A new entry, before its first version. */
export interface NewEntry {
  readonly id: string;
  readonly traineeId: string;
  readonly requestId?: string;
  readonly fingerprint?: string;
  readonly importId?: string;
}

/** Adds an entry with its first version. */
export async function insertEntry(trx: Trx, entry: NewEntry, content: Content, recordedBy: string, now: Date): Promise<void> {
  await trx.insertInto("entry").values({
    id: entry.id, trainee_id: entry.traineeId, kind: content.kind, request_id: entry.requestId ?? null, fingerprint: entry.fingerprint ?? null,
    import_id: entry.importId ?? null, recorded_at: instantOf(now), recorded_by: recordedBy,
  }).execute();
  await insertVersion(trx, entry.id, content, { version: 1, materialVersion: 1, recordedBy, voided: false, reason: null }, now);
}

/** Adds the file from which entries came. */
export async function insertImportBatch(trx: Trx, batch: { id: string; traineeId: string; entries: number }, now: Date): Promise<void> {
  await trx.insertInto("import_batch").values({
    id: batch.id, trainee_id: batch.traineeId, recorded_at: instantOf(now), recorded_by: batch.traineeId, entries: batch.entries,
  }).execute();
}
