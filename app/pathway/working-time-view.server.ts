import type { AppLoadContext } from "@remix-run/node";

import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";

import { findRecord } from "./queries.server.ts";
import type { WorkingTimeView } from "./working-time.ts";
import { listPauses } from "./working-time-queries.server.ts";

/** The trainee's time, for a lead or administrator of their programme. Throws 404 for anybody else, as for nobody. */
export async function requireWorkingTime(request: Request, context: AppLoadContext, traineeId = ""): Promise<{ actor: Actor; view: WorkingTimeView }> {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const record = await findRecord(db, traineeId);
  if (!record || !can(actor, "working_time.set", { traineeId, programmeId: record.enrolment.programmeId })) throw notFound();
  return { actor, view: { trainee: { id: traineeId, name: record.traineeName }, shares: record.enrolment.shares, pauses: await listPauses(db, traineeId) } };
}
