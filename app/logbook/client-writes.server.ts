import { type Day, instantOf } from "#app/platform/clock.ts";
import type { Reader, Trx } from "#db/database.server.ts";

import { makeClientCode } from "./codes.ts";
import type { AgeBand } from "./model.ts";

/** What a trainee writes of a client. */
export interface ClientContent {
  readonly ageBand: AgeBand | null;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
}

/** What a version of a client says of itself. */
export interface ClientMark {
  readonly version: number;
  readonly recordedBy: string;
  readonly voided: boolean;
  readonly reason: string | null;
}

async function freeCode(db: Reader): Promise<string> {
  for (;;) {
    const code = makeClientCode();
    const taken = await db.selectFrom("client").select("id").where("code", "=", code).executeTakeFirst();
    if (!taken) return code;
  }
}

/** Adds one version of a client. */
export async function insertClientVersion(trx: Trx, clientId: string, content: ClientContent, mark: ClientMark, now: Date): Promise<void> {
  await trx.insertInto("client_version").values({
    client_id: clientId, version: mark.version, recorded_at: instantOf(now), recorded_by: mark.recordedBy, voided: mark.voided ? 1 : 0, reason: mark.reason,
    age_band: content.ageBand, opened_on: content.openedOn, closed_on: content.closedOn,
  }).execute();
}

/** Adds a client under a code that nobody else's client has, and returns the code. `requestId` is what the form called itself, never an id. */
export async function insertClient(trx: Trx, client: { id: string; traineeId: string; requestId?: string }, content: ClientContent, recordedBy: string, now: Date): Promise<string> {
  const code = await freeCode(trx);
  await trx.insertInto("client").values({
    id: client.id, trainee_id: client.traineeId, code, request_id: client.requestId ?? null, recorded_at: instantOf(now), recorded_by: recordedBy,
  }).execute();
  await insertClientVersion(trx, client.id, content, { version: 1, recordedBy, voided: false, reason: null }, now);
  return code;
}
