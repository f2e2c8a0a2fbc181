import { listClipGrants } from "#app/clips/queries.server.ts";
import { endGrants, grantClip } from "#app/clips/writes.server.ts";
import { findRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { instantOf, londonDay } from "#app/platform/clock.ts";
import type { Submission } from "#app/review/model.ts";
import { listSubmissionsOf } from "#app/review/queries.server.ts";
import type { Reader, Trx } from "#db/database.server.ts";

import { closingOf, maySign, signerOf } from "./may-sign.ts";
import { isOpenRequest, type SignOffRequest } from "./model.ts";
import { readStageEvidence } from "./pack.server.ts";
import { findReviewerId, readRequest } from "./queries.server.ts";
import { readStanding } from "./standing.server.ts";

/** A stage of a trainee. */
interface Stage {
  readonly traineeId: string;
  readonly stage: number;
}

/** The submissions of a stage that were reviewed, as the evidence that is signed names them. */
async function listReviewed(db: Reader, { traineeId, stage }: Stage, now: Date): Promise<Submission[]> {
  const packed = (await readStageEvidence(db, traineeId, stage, now))?.pack.submissions ?? [];
  const ids = new Set(packed.flatMap((s) => (s.state === "reviewed" ? [s.submission] : [])));
  return (await listSubmissionsOf(db, traineeId)).filter((s) => ids.has(s.id));
}

async function isGranted(trx: Trx, clipId: string, personId: string, now: Date): Promise<boolean> {
  return (await listClipGrants(trx, clipId)).some((g) => g.purpose === "independent_reviewer" && g.personId === personId && (g.endsAt === null || g.endsAt > instantOf(now)));
}

/**
 * Lets whoever a lead asked to decide on the stage watch the films submitted for it, in the caller's transaction; those whom it
 * lets already, again. Nothing where nobody is asked. Standing and consent are asked at every play, not here.
 */
export async function openReach(trx: Trx, stage: Stage, by: string, now: Date): Promise<void> {
  const reviewerId = await findReviewerId(trx, stage.traineeId, stage.stage, londonDay(now));
  if (reviewerId === undefined) return;
  for (const { clipId } of await listReviewed(trx, stage, now)) {
    if (clipId === null || await isGranted(trx, clipId, reviewerId, now)) continue;
    await grantClip(trx, { clipId, purpose: "independent_reviewer", personId: reviewerId, reason: "stage_review", endsAt: null }, by, now);
  }
}

/** Ends what `openReach` let anybody watch of that trainee: the request was decided or withdrawn, or somebody else is asked. */
export async function closeReach(trx: Trx, traineeId: string, by: string, now: Date): Promise<void> {
  const clipIds = new Set((await listSubmissionsOf(trx, traineeId)).flatMap((s) => (s.clipId === null ? [] : [s.clipId])));
  for (const clipId of clipIds) await endGrants(trx, { clipId, reason: "stage_review" }, by, now);
}

/**
 * The request whose evidence the actor may read as the one who is asked to decide on it: open, theirs to decide, and they never
 * supervised the trainee (docs/field.md, "What a reviewer reads"). Undefined for anybody else, the trainee's own people too.
 */
export async function findReach(db: Reader, actor: Actor, requestId: string): Promise<SignOffRequest | undefined> {
  const request = await readRequest(db, requestId);
  const record = request && await findRecord(db, request.traineeId);
  if (!request || !record || !isOpenRequest(request)) return undefined;
  const { standing } = await readStanding(db, actor, request, record.enrolment.programmeId);
  const signer = signerOf(standing);
  return signer === "asked_reviewer" && maySign(closingOf(record.version.definition, request.stage), "decision", signer) ? request : undefined;
}

/** A reviewed submission of the stage that is asked for; undefined for any other. */
export async function findReached(db: Reader, request: SignOffRequest, submissionId: string, now: Date): Promise<Submission | undefined> {
  return (await listReviewed(db, request, now)).find((s) => s.id === submissionId);
}
