import { instantOf } from "#app/platform/clock.ts";
import type { Reader, Trx } from "#db/database.server.ts";

import { type ClientContent, type GoalPlace, NOTHING_TOLD } from "./case-model.ts";
import { makeClientCode } from "./codes.ts";

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

/** What a version keeps of the case besides its days, by column. */
export function detailsRow(content: ClientContent) {
  const told = { ...NOTHING_TOLD, ...content };
  const goalIn = (place: GoalPlace) => told.goals.find((goal) => goal.place === place);
  return {
    setting: told.setting, relation: told.relation, helping_question: told.helpingQuestion, measured_in_dcs: told.measuredInDcs ? 1 : 0, next_steps: told.nextSteps,
    goal_1: goalIn(1)?.text ?? null, goal_1_at_start: goalIn(1)?.atStart ?? null, goal_2: goalIn(2)?.text ?? null, goal_2_at_start: goalIn(2)?.atStart ?? null,
    goal_3: goalIn(3)?.text ?? null, goal_3_at_start: goalIn(3)?.atStart ?? null,
    closed_because: told.closedBecause, copies: told.copies, originals: told.originals, reopened_on: told.reopenedOn,
  } as const;
}

/** Adds one version of a client. */
export async function insertClientVersion(trx: Trx, clientId: string, content: ClientContent, mark: ClientMark, now: Date): Promise<void> {
  await trx.insertInto("client_version").values({
    client_id: clientId, version: mark.version, recorded_at: instantOf(now), recorded_by: mark.recordedBy, voided: mark.voided ? 1 : 0, reason: mark.reason,
    age_band: content.ageBand, opened_on: content.openedOn, closed_on: content.closedOn, ...detailsRow(content),
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
