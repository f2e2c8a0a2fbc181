import { instantOf } from "#app/platform/clock.ts";
import type { Trx } from "#db/database.server.ts";

import { cycleRow, peerRow, supervisionRow, trainingRow } from "./content-rows.ts";
import type { Content } from "./content.ts";
import { inSlices } from "./in-slices.server.ts";

/** An imported entry that is to be written, with the row's fingerprint. */
export interface WrittenEntry {
  readonly id: string;
  readonly fingerprint: string;
  readonly content: Content;
}

/** Where and when they are written. */
export interface Writing {
  readonly importId: string;
  readonly traineeId: string;
  readonly now: Date;
}

function of<K extends Content["kind"]>(entries: readonly WrittenEntry[], kind: K): (WrittenEntry & { readonly content: Extract<Content, { kind: K }> })[] {
  return entries.flatMap(({ content, ...entry }) => (isOf(content, kind) ? [{ ...entry, content }] : []));
}

function isOf<K extends Content["kind"]>(content: Content, kind: K): content is Extract<Content, { kind: K }> {
  return content.kind === kind;
}

/**
 * Writes imported entries with their first versions, many to a statement: one after the other ten thousand would hold up
 * everybody else for seconds.
 */
export async function insertImported(trx: Trx, entries: readonly WrittenEntry[], { importId, traineeId, now }: Writing): Promise<void> {
  const at = instantOf(now);
  const first = { version: 1, recorded_at: at, recorded_by: traineeId, voided: 0, reason: null } as const;
  await inSlices(entries, (slice) => trx.insertInto("entry").values(slice.map((e) => ({
    id: e.id, trainee_id: traineeId, kind: e.content.kind, request_id: null, fingerprint: e.fingerprint, import_id: importId, recorded_at: at, recorded_by: traineeId,
  }))).execute());
  await inSlices(of(entries, "cycle"), (slice) => trx.insertInto("cycle_version").values(slice.map((e) => ({ entry_id: e.id, ...first, ...cycleRow(e.content) }))).execute());
  const reflections = of(entries, "cycle").flatMap(({ id, content: { reflection = null } }) => (reflection === null ? [] : [{ entry_id: id, version: 1, reflection }]));
  await inSlices(reflections, (slice) => trx.insertInto("cycle_reflection").values(slice).execute());
  await inSlices(of(entries, "supervision"), (slice) => trx.insertInto("supervision_version").values(slice.map((e) => ({ entry_id: e.id, material_version: 1, ...first, ...supervisionRow(e.content) }))).execute());
  const peers = of(entries, "peer_supervision");
  await inSlices(peers, (slice) => trx.insertInto("peer_supervision_version").values(slice.map((e) => ({ entry_id: e.id, material_version: 1, ...first, ...peerRow(e.content) }))).execute());
  await inSlices(peers.flatMap((e) => [...new Set(e.content.attendeeIds)].map((person_id) => ({ entry_id: e.id, version: 1, person_id }))), (slice) => trx.insertInto("peer_attendee").values(slice).execute());
  await inSlices(of(entries, "training"), (slice) => trx.insertInto("training_version").values(slice.map((e) => ({ entry_id: e.id, material_version: 1, ...first, ...trainingRow(e.content) }))).execute());
}
