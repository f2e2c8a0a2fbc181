import { z } from "zod";

import type { Reader } from "#db/database.server.ts";

import { DECISION_OUTCOMES, type DecisionDay } from "./decision-day.ts";

const outcomeSchema = z.enum(DECISION_OUTCOMES);

/** Every decision on the trainee's stages, the latest first. Whether the actor may see them is the caller's question. */
export async function listDecisionDays(db: Reader, traineeId: string): Promise<DecisionDay[]> {
  const rows = await db.selectFrom("sign_off_decision").select(["stage", "outcome", "decided_by", "decided_on"])
    .where("trainee_id", "=", traineeId).orderBy("decided_on", "desc").orderBy("recorded_at", "desc").orderBy("id").execute();
  return rows.map((r) => ({ stage: r.stage, outcome: outcomeSchema.parse(r.outcome), decidedBy: r.decided_by, decidedOn: r.decided_on }));
}
