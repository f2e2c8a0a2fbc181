import { recordAct, recordActs } from "#app/audit/writes.server.ts";
import { recount } from "#app/logbook/recount.server.ts";
import { settle } from "#app/logbook/settle.server.ts";
import type { NoticeKind } from "#app/notices/model.ts";
import { notify } from "#app/notices/writes.server.ts";
import { closeStage, endEnrolment } from "#app/pathway/writes.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listLeadIds } from "#app/people/queries.server.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";

import { awaitingOf, closingOutcome, nextPart } from "./may-sign.ts";
import { inSigning, sign, type Signing, type SigningCode, type SigningInput, subjectsOf } from "./signing.server.ts";

async function closeHere({ trx, request, actor, today, now }: Signing): Promise<string> {
  return closeStage(trx, { traineeId: request.traineeId, stage: request.stage, closedOn: today, decidedBy: actor.personId }, actor.personId, now);
}

async function leadIdsOf({ trx, evidence, today }: Signing): Promise<string[]> {
  return listLeadIds(trx, evidence.record.enrolment.programmeId, today);
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

/** What somebody decides on a stage. */
export interface DecisionInput extends SigningInput {
  /** `signed` for a stage before the last, `accredited` for the last, `not_yet` for any. */
  readonly outcome: "signed" | "accredited" | "not_yet";
  /** With `not_yet`: what is still to be done. */
  readonly actions: string | null;
}

// The leads hear of the last stage; of those before it the trainee and their supervisors alone.
async function tell(signing: Signing, kind: NoticeKind): Promise<void> {
  const { trx, request: { traineeId, stage }, here: { supervisorIds }, evidence, actor: { personId }, now } = signing;
  const leadIds = closingOutcome(evidence.record.version.definition, stage) === "accredited" ? await leadIdsOf(signing) : [];
  await notify(trx, { kind, actorId: personId, traineeId, recipientIds: [traineeId, ...supervisorIds, ...leadIds], subjects: subjectsOf(signing).notice }, now);
}

async function signStage(signing: Signing, statement: string): Promise<void> {
  const { trx, request: { traineeId }, actor, now } = signing;
  await sign(signing, { part: "decision", outcome: "signed", statement });
  const closing = await closeHere(signing);
  await tell(signing, "sign_off_signed");
  await settle({ trx, traineeId, now }, actor, "stage.closed", { closing, request: signing.request.id });
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

type DecisionCode = SigningCode | "recommendation_missing" | "actions_missing";

/** Why that decision cannot be taken. "Not yet" needs no recommendation, and what is missing is no reason against it. */
function refusalOf({ request, closing, evidence, here }: Signing, { outcome, actions }: DecisionInput): DecisionCode | undefined {
  if (outcome === "not_yet") return actions === null || actions.trim() === "" ? "actions_missing" : undefined;
  if (outcome !== closingOutcome(evidence.record.version.definition, request.stage)) return "not_allowed";
  if (nextPart(closing, awaitingOf(request, here)) === "recommendation") return "recommendation_missing";
  return evidence.stillStands ? undefined : "not_ready";
}

/**
 * Decides on a stage as whoever closes it: signed, or accredited for the last, which closes the stage that day and, for the last,
 * ends the time on the pathway; or not yet, with what is still to be done, which closes nothing. The trainee and their supervisors
 * are told, of the last stage the leads too.
 */
export async function decide(db: Database, actor: Actor, input: DecisionInput, now: Date): Promise<Result<{ requestId: string }, DecisionCode>> {
  return inSigning<{ requestId: string }, DecisionCode>(db, actor, "decision", input, now, async (signing) => {
    const refusal = refusalOf(signing, input);
    if (refusal !== undefined) return refused(refusal);
    if (input.outcome === "not_yet") await sayNotYet(signing, input.statement, input.actions?.trim() ?? "");
    else await (input.outcome === "accredited" ? accredit : signStage)(signing, input.statement);
    return done({ requestId: signing.request.id });
  });
}
