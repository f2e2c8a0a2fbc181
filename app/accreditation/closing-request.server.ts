import type { StageClosing } from "#app/pathway/model.ts";
import type { Actor } from "#app/people/model.ts";
import type { Reader } from "#db/database.server.ts";

import { findRequest, listRequestsOf } from "./queries.server.ts";
import { closingsByRequest } from "./request-closings.ts";

/** The request on which that closing of a trainee's was decided, where the actor can see it; undefined for a closing that no decision made. */
export async function findRequestOfClosing(db: Reader, actor: Actor, traineeId: string, closing: StageClosing, closings: readonly StageClosing[]): Promise<string | undefined> {
  const made = closingsByRequest(await listRequestsOf(db, traineeId), closings);
  const [requestId] = [...made].find(([, one]) => one.stage === closing.stage && one.closedOn === closing.closedOn) ?? [];
  return requestId !== undefined && await findRequest(db, actor, requestId) !== undefined ? requestId : undefined;
}
