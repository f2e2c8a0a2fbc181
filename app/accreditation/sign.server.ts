import { recordAct, recordActs } from "#app/audit/writes.server.ts";
import { recount } from "#app/logbook/recount.server.ts";
import { settle } from "#app/logbook/settle.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import { closeStage, endEnrolment } from "#app/pathway/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listLeadIds } from "#app/people/queries.server.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { inSigning, sign, type Signing, type SigningCode, type SigningInput, subjectsOf } from "./signing.server.ts";

async function closeHere({ trx, request, actor, today, now }: Signing): Promise<string> {
  return closeStage(trx, { traineeId: request.traineeId, stage: request.stage, closedOn: today, decidedBy: actor.personId }, actor.personId, now);
}

async function leadIdsOf({ trx, evidence, today }: Signing): Promise<string[]> {
  return listLeadIds(trx, evidence.record.enrolment.programmeId, today);
}

function isLastStage({ request, evidence }: Signing): boolean {
  return request.stage === evidence.record.version.definition.stages.length;
}

/** Recommends a stage as a present supervisor, where somebody else decides. The trainee, other supervisors, whoever is asked to decide and the leads are told. */
export async function recommend(db: Database, actor: Actor, input: SigningInput, now: Date): Promise<Result<{ requestId: string }, SigningCode>> {
  return inSigning<{ requestId: string }, SigningCode>(db, actor, "recommendation", input, now, async (signing) => {
    if (!signing.evidence.stillStands) return refused("not_ready");
    const { trx, request: { id, traineeId }, here: { supervisorIds, reviewerId }, actor: { personId } } = signing;
    await sign(signing, { part: "recommendation", outcome: "recommended", statement: input.statement });
    const recipientIds = [traineeId, ...supervisorIds, ...(reviewerId === null ? [] : [reviewerId]), ...await leadIdsOf(signing)];
    await notify(trx, { kind: "sign_off_recommended", actorId: personId, traineeId, recipientIds, subjects: subjectsOf(signing).notice }, now);
    await recordAct(trx, { actorId: personId, act: "sign_off.recommended", subjects: subjectsOf(signing).act }, now);
    return done({ requestId: id });
  });
}

/** Signs a stage other than the last and closes it on that day. The trainee and their supervisors are told. */
export async function signStage(db: Database, actor: Actor, input: SigningInput, now: Date): Promise<Result<{ requestId: string }, SigningCode>> {
  return inSigning<{ requestId: string }, SigningCode>(db, actor, "decision", input, now, async (signing) => {
    if (isLastStage(signing)) return refused("not_allowed");
    if (!signing.evidence.stillStands) return refused("not_ready");
    const { trx, request: { id, traineeId }, here: { supervisorIds }, actor: { personId } } = signing;
    await sign(signing, { part: "decision", outcome: "signed", statement: input.statement });
    const closing = await closeHere(signing);
    await notify(trx, { kind: "sign_off_signed", actorId: personId, traineeId, recipientIds: [traineeId, ...supervisorIds], subjects: subjectsOf(signing).notice }, now);
    await settle({ trx, traineeId, now }, { personId }, "stage.closed", { closing, request: id });
    return done({ requestId: id });
  });
}

/** What an independent reviewer decides on the last stage. */
export interface LastStageInput extends SigningInput {
  readonly outcome: "accredited" | "not_yet";
  /** With `not_yet`: what is still to be done. */
  readonly actions: string | null;
}

async function accredit(signing: Signing, statement: string): Promise<void> {
  const { trx, request: { traineeId }, evidence: { record: { enrolment } }, actor: { personId }, today, now } = signing;
  await sign(signing, { part: "decision", outcome: "accredited", statement });
  const closing = await closeHere(signing);
  await endEnrolment(trx, enrolment.id, { endedOn: today, outcome: "accredited", reason: null }, personId, now);
  await tell(signing, "accredited");
  await recount(trx, traineeId, now);
  const subjects = subjectsOf(signing).act;
  await recordActs(trx, [
    { at: now, record: { actorId: personId, act: "stage.closed", subjects: { ...subjects, closing } } },
    { at: now, record: { actorId: personId, act: "enrolment.ended", subjects: { trainee: traineeId, enrolment: enrolment.id } } },
    { at: now, record: { actorId: personId, act: "sign_off.accredited", subjects } },
  ]);
}

async function sayNotYet(signing: Signing, statement: string, actions: string): Promise<void> {
  const { trx, request: { traineeId }, actor, now } = signing;
  await sign(signing, { part: "decision", outcome: "not_yet", statement, actions });
  await tell(signing, "sign_off_not_yet");
  await settle({ trx, traineeId, now }, actor, "sign_off.not_yet", subjectsOf(signing).act);
}

async function tell(signing: Signing, kind: "accredited" | "sign_off_not_yet"): Promise<void> {
  const { trx, request: { traineeId }, here: { supervisorIds }, actor: { personId }, now } = signing;
  const recipientIds = [traineeId, ...supervisorIds, ...await leadIdsOf(signing)];
  await notify(trx, { kind, actorId: personId, traineeId, recipientIds, subjects: subjectsOf(signing).notice }, now);
}

/**
 * Decides on the last stage as the independent reviewer: accredited, which closes the stage and ends the time on the pathway that
 * day, or not yet, with what is still to be done. The trainee, their supervisors and the leads are told.
 */
export async function decideLastStage(db: Database, actor: Actor, input: LastStageInput, now: Date): Promise<Result<{ requestId: string }, SigningCode | "actions_missing">> {
  return inSigning<{ requestId: string }, SigningCode | "actions_missing">(db, actor, "decision", input, now, async (signing) => {
    if (!isLastStage(signing)) return refused("not_allowed");
    const actions = input.actions?.trim() ?? "";
    if (input.outcome === "not_yet" && actions === "") return refused("actions_missing");
    // What is missing since it was asked for is no reason against "not yet".
    if (input.outcome === "accredited" && !signing.evidence.stillStands) return refused("not_ready");
    await (input.outcome === "accredited" ? accredit(signing, input.statement) : sayNotYet(signing, input.statement, actions));
    return done({ requestId: signing.request.id });
  });
}
