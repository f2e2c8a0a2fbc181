import { wholeOrNothing } from "#app/logbook/own-record.server.ts";
import { bumpRecord } from "#app/pathway/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { refused, type Result } from "#app/platform/result.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { type Closing, closingOf } from "./may-sign.ts";
import { isOpenRequest, type Seen, type Signature, type SigningPart, type SignOffRequest } from "./model.ts";
import { readStageEvidence, type StageEvidence } from "./pack.server.ts";
import { findRequest } from "./queries.server.ts";
import { closeReach, openReach } from "./reach.server.ts";
import { maySignHere, readStanding, type StandingHere } from "./standing.server.ts";

/** What every signature names: the request, the sentence as it was shown (the page's words, never the browser's), and what was seen. */
export interface SigningInput {
  readonly requestId: string;
  readonly statement: string;
  readonly seen: Seen;
}

/** A request that the actor may sign, its trainee's record held until the transaction is over. */
export interface Signing {
  readonly trx: Trx;
  /** As they stand now. */
  readonly actor: Actor;
  readonly request: SignOffRequest;
  readonly evidence: StageEvidence;
  readonly here: StandingHere;
  readonly closing: Closing;
  readonly today: Day;
  readonly now: Date;
}

/** A code with which nothing is signed. */
export type SigningCode = "not_there" | "not_allowed" | "already_done" | "changed_meanwhile" | "not_ready";

// The first statement of a signature: whoever signs the same record waits here, and reads what stands once it is their turn.
async function hold(trx: Trx, requestId: string): Promise<void> {
  await trx.updateTable("trainee_record").set((eb) => ({ version: eb.ref("version") }))
    .where("trainee_id", "in", trx.selectFrom("sign_off_request").select("trainee_id").where("id", "=", requestId)).execute();
}

function refusalOf({ actor, request, here, closing, evidence }: Signing, part: SigningPart, seen: Seen): SigningCode | undefined {
  if (request.state === "withdrawn") return "changed_meanwhile";
  const isSigned = request.signatures.some((s) => s.part === part);
  if (!isOpenRequest(request) || isSigned) return "already_done";
  if (!maySignHere(actor, here, closing, part)) return "not_allowed";
  const hasMoved = seen.recordVersion !== evidence.seen.recordVersion || seen.evidenceHash !== evidence.seen.evidenceHash;
  return hasMoved ? "changed_meanwhile" : undefined;
}

/**
 * Runs one signature: the record held, who may sign asked on fresh rows, and what was seen compared with what stands. Of two
 * at once the second finds it `already_done`; where version or hash moved, `changed_meanwhile`.
 */
export async function inSigning<T, C extends string>(
  db: Database, actor: Actor, part: SigningPart, { requestId, seen }: SigningInput, now: Date, work: (signing: Signing) => Promise<Result<T, C>>,
): Promise<Result<T, C | SigningCode>> {
  return wholeOrNothing<Result<T, C | SigningCode>>(db, async (trx) => {
    await hold(trx, requestId);
    const fresh = await freshActor(trx, actor, now);
    const request = await findRequest(trx, fresh, requestId);
    const evidence = request && await readStageEvidence(trx, request.traineeId, request.stage, now);
    if (!request || !evidence) return refused("not_there");
    const { enrolment, version } = evidence.record;
    const here = await readStanding(trx, fresh, request, enrolment.programmeId);
    const signing = { trx, actor: fresh, request, evidence, here, closing: closingOf(version.definition, request.stage), today: fresh.today, now };
    const refusal = refusalOf(signing, part, seen);
    return refusal === undefined ? work(signing) : refused(refusal);
  });
}

/** Writes a signature with the evidence that was seen; one that closes a stage raises the record, a recommendation leaves it as it is. Whoever is asked to decide watches from one and no longer after the other. */
export async function sign(
  { trx, actor, request, evidence, today, now }: Signing, { part, outcome, statement, actions = null }: Pick<Signature, "part" | "outcome" | "statement"> & { readonly actions?: string | null },
): Promise<void> {
  const { recordVersion, evidenceHash } = evidence.seen;
  if (part === "decision") await bumpRecord(trx, request.traineeId);
  await trx.insertInto("sign_off_decision").values({
    id: newId(), request_id: request.id, trainee_id: request.traineeId, stage: request.stage, part, outcome, statement, actions, decided_by: actor.personId,
    decided_on: today, record_version: recordVersion, evidence_hash: evidenceHash, pack: evidence.text, recorded_at: instantOf(now),
  }).execute();
  await (part === "decision" ? closeReach(trx, request.traineeId, actor.personId, now) : openReach(trx, request, actor.personId, now));
}

/** What notices and the record say a signature is about. */
export function subjectsOf({ request }: Signing) {
  return { notice: { request: request.id, stage: String(request.stage) }, act: { trainee: request.traineeId, request: request.id } };
}
