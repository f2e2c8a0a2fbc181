import { findRecord, type PathwayRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Action, can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";

import type { SignOffRequest } from "./model.ts";
import { readRequest } from "./queries.server.ts";

/** A lead, and the record of a trainee of their programme. */
export interface LedRecord {
  readonly actor: Actor;
  readonly record: PathwayRecord;
}

/** The record of a trainee for a lead of their programme who may do that with it. Throws 404 for anybody else, as for nobody. */
export async function requireLedRecord(request: Request, traineeId: string | undefined, action: Action, context: AppContext): Promise<LedRecord> {
  const actor = await requireActor(request, context);
  const record = traineeId !== undefined && isId(traineeId) ? await findRecord(context.database.reader, traineeId) : undefined;
  if (!record || !can(actor, action, { traineeId: record.enrolment.traineeId, programmeId: record.enrolment.programmeId })) throw notFound();
  return { actor, record };
}

/** A stage of such a trainee; 404 also for a stage that their pathway does not have. */
export async function requireLedStage(request: Request, params: Readonly<Record<string, string | undefined>>, context: AppContext): Promise<LedRecord & { readonly stage: number }> {
  const led = await requireLedRecord(request, params.traineeId, "stage.reopen", context);
  const stage = led.record.version.definition.stages.find((one) => String(one.number) === params.stage);
  if (!stage) throw notFound();
  return { ...led, stage: stage.number };
}

/** A request for a sign-off, over or not, of such a trainee: what is asked, never its evidence. */
export async function requireLedRequest(request: Request, requestId: string | undefined, context: AppContext): Promise<LedRecord & { readonly asked: SignOffRequest }> {
  const asked = requestId !== undefined && isId(requestId) ? await readRequest(context.database.reader, requestId) : undefined;
  const led = await requireLedRecord(request, asked?.traineeId, "reviewer.assign", context);
  if (!asked) throw notFound();
  return { ...led, asked };
}
