import type { AppLoadContext } from "@remix-run/node";

import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import type { Reader } from "#db/database.server.ts";

import { findRecord } from "./queries.server.ts";
import type { WorkingTimeView } from "./working-time.ts";

async function listPauses(db: Reader, traineeId: string): Promise<WorkingTimeView["pauses"]> {
  const rows = await db.selectFrom("current_planned_pause").select(["id", "starts_on", "ends_on"]).where("trainee_id", "=", traineeId).where("voided", "=", 0)
    .orderBy("starts_on").orderBy("id").execute();
  return rows.map((r) => ({ id: r.id, from: r.starts_on, to: r.ends_on }));
}

/** The trainee's time, for a lead or administrator of their programme. Throws 404 for anybody else, as for nobody. */
export async function requireWorkingTime(request: Request, context: AppLoadContext, traineeId = ""): Promise<{ actor: Actor; view: WorkingTimeView }> {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const record = await findRecord(db, traineeId);
  if (!record || !can(actor, "working_time.set", { traineeId, programmeId: record.enrolment.programmeId })) throw notFound();
  return { actor, view: { trainee: { id: traineeId, name: record.traineeName }, shares: record.enrolment.shares, pauses: await listPauses(db, traineeId) } };
}
