import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Trx } from "#db/database.server.ts";

import { detailsRow } from "./client-writes.server.ts";
import { makeClientCode } from "./codes.ts";
import type { NewClient } from "./import/verdicts.ts";
import type { Writing } from "./import-writes.server.ts";
import { inSlices } from "./in-slices.server.ts";

/** A client that an import opened: the label is told once and stored nowhere. */
export interface Opened {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly rows: readonly number[];
}

/** Codes that nobody's client has, so many. */
async function freeCodes(trx: Trx, many: number): Promise<string[]> {
  const codes = new Set<string>();
  for (let added: string[] = []; codes.size < many; added = []) {
    while (codes.size < many) {
      const code = makeClientCode();
      if (!codes.has(code)) added.push(code);
      codes.add(code);
    }
    await inSlices(added, async (slice) => {
      for (const { code } of await trx.selectFrom("client").select("code").where("code", "in", slice).execute()) codes.delete(code);
    });
  }
  return [...codes];
}

/** Opens the clients that a file brings, many to a statement; by their number in the file. */
export async function openImported(trx: Trx, clients: readonly NewClient[], { importId, traineeId, now }: Writing): Promise<Map<number, Opened>> {
  const at = instantOf(now);
  const codes = await freeCodes(trx, clients.length);
  const opened = clients.map((client, i) => ({ ...client, id: newId(), code: codes[i] ?? "" }));
  await inSlices(opened, (slice) => trx.insertInto("client").values(slice.map(({ id, code }) => (
    { id, trainee_id: traineeId, code, request_id: null, import_id: importId, recorded_at: at, recorded_by: traineeId }
  ))).execute());
  await inSlices(opened, (slice) => trx.insertInto("client_version").values(slice.map(({ id, openedOn, closedOn }) => ({
    client_id: id, version: 1, recorded_at: at, recorded_by: traineeId, voided: 0 as const, reason: null, age_band: null, opened_on: openedOn, closed_on: closedOn,
    ...detailsRow({ ageBand: null, openedOn, closedOn }),
  }))).execute());
  return new Map(opened.map(({ number, id, label, code, rows }) => [number, { id, label, code, rows }]));
}
