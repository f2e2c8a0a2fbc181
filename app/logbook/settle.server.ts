import type { Act, Subjects } from "#app/audit/model.ts";
import { recordAct } from "#app/audit/writes.server.ts";
import type { Actor } from "#app/people/model.ts";

import type { OwnRecord } from "./own-record.server.ts";
import { recount } from "./recount.server.ts";

/** Ends every change of a trainee's evidence, after its other writes: counts afresh, and puts the act on the record. */
export async function settle(
  { trx, traineeId, now }: Pick<OwnRecord, "trx" | "traineeId" | "now">, actor: Pick<Actor, "personId">, act: Act, subjects: Subjects,
): Promise<void> {
  await recount(trx, traineeId, now);
  await recordAct(trx, { actorId: actor.personId, act, subjects: { trainee: traineeId, ...subjects } }, now);
}
