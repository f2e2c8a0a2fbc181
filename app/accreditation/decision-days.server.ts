import { z } from "zod";

import type { Instant } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { DECISION_OUTCOMES, type DecisionDay } from "./decision-day.ts";

/** A stage that is asked for and not decided on, as a lead sees it: never its evidence, nor what was written or signed. */
export interface OpenRequest {
  readonly id: string;
  readonly stage: number;
  readonly askedAt: Instant;
}

/** What the trainee asks for and nobody has decided on; undefined where nothing waits. Whether the actor may see it is the caller's question. */
export async function findOpenRequest(db: Reader, traineeId: string): Promise<OpenRequest | undefined> {
  const row = await db.selectFrom("sign_off_request as r").select(["r.id", "r.stage", "r.recorded_at"]).where("r.trainee_id", "=", traineeId)
    .where("r.id", "not in", db.selectFrom("sign_off_withdrawal").select("sign_off_withdrawal.request_id"))
    .where("r.id", "not in", db.selectFrom("sign_off_decision").select("sign_off_decision.request_id").where("sign_off_decision.part", "=", "decision"))
    .orderBy("r.recorded_at").orderBy("r.id").executeTakeFirst();
  return row && { id: row.id, stage: row.stage, askedAt: row.recorded_at };
}

const outcomeSchema = z.enum(DECISION_OUTCOMES);

/** Every decision on the trainee's stages, the latest first. Whether the actor may see them is the caller's question. */
export async function listDecisionDays(db: Reader, traineeId: string): Promise<DecisionDay[]> {
  const rows = await db.selectFrom("sign_off_decision").select(["stage", "outcome", "decided_by", "decided_on"])
    .where("trainee_id", "=", traineeId).orderBy("decided_on", "desc").orderBy("recorded_at", "desc").orderBy("id").execute();
  return rows.map((r) => ({ stage: r.stage, outcome: outcomeSchema.parse(r.outcome), decidedBy: r.decided_by, decidedOn: r.decided_on }));
}
