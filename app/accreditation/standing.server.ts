import { hasEverSupervised } from "#app/logbook/ever-supervised.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { can, type Subject } from "#app/people/policy.ts";
import { listSupervisorsOf } from "#app/people/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import { isAccreditedOn } from "./accredited.server.ts";
import { type Around, type Closing, maySign, signerOf, type Standing } from "./may-sign.ts";
import type { SigningPart, SignOffRequest } from "./model.ts";
import { findReviewerId } from "./queries.server.ts";
import { findLost } from "./reviewers.server.ts";

/** How the actor stands to one request, and who else has to do with it. */
export interface StandingHere extends Around {
  readonly standing: Standing;
  readonly subject: Subject;
}

/** What has to be read to know how somebody stands to a request. */
export interface StandingFacts extends Around {
  readonly traineeId: string;
  readonly programmeId: string;
  readonly hasRecommended: boolean;
  readonly hasEverSupervised: boolean;
  readonly isAccredited: boolean;
}

/** How the actor stands, from what was read. */
export function standingOf(actor: Actor, facts: StandingFacts): StandingHere {
  const { traineeId, programmeId, supervisorIds, reviewerId, lost, hasRecommended, hasEverSupervised: ever, isAccredited } = facts;
  return {
    supervisorIds, reviewerId, lost,
    subject: { traineeId, programmeId, supervisorIds, hasEverSupervised: ever, ...(reviewerId === null ? {} : { reviewerId }) },
    standing: {
      isTrainee: traineeId === actor.personId, isPresentSupervisor: supervisorIds.includes(actor.personId), isAccredited, hasRecommended,
      isAsked: reviewerId === actor.personId, hasEverSupervised: ever,
      isIndependentReviewer: actor.grants.some((g) => g.role === "supervisor" && g.isIndependentReviewer && g.programmeId === programmeId),
      isLead: hasRole(actor, "lead", programmeId), isAdministrator: hasRole(actor, "administrator", programmeId),
    },
  };
}

/** How the actor stands to that request today. */
export async function readStanding(
  db: Reader, actor: Actor, request: Pick<SignOffRequest, "traineeId" | "stage" | "signatures">, programmeId: string,
): Promise<StandingHere> {
  const { traineeId, stage, signatures } = request;
  const reviewerId = await findReviewerId(db, traineeId, stage, actor.today) ?? null;
  return standingOf(actor, {
    traineeId, programmeId, reviewerId, lost: await findLost(db, actor.today, { traineeId, programmeId }, reviewerId),
    supervisorIds: (await listSupervisorsOf(db, traineeId, actor.today)).map((s) => s.id),
    hasRecommended: signatures.some((s) => s.part === "recommendation" && s.by === actor.personId),
    hasEverSupervised: await hasEverSupervised(db, actor.personId, traineeId),
    isAccredited: await isAccreditedOn(db, actor.personId, actor.today),
  });
}

/** True where the actor may sign that part now: the table says so, and the policy does. */
export function maySignHere(actor: Actor, { standing, subject }: StandingHere, closing: Closing, part: SigningPart): boolean {
  const signer = signerOf(standing);
  return maySign(closing, part, signer) && can(actor, signer === "asked_reviewer" ? "sign_off.decide" : "sign_off.sign", subject);
}
