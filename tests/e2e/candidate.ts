import { askSignOff } from "#app/accreditation/ask-sign-off.server.ts";
import { assignReviewer } from "#app/accreditation/lead-acts.server.ts";
import { closeStage } from "#app/pathway/writes.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { makeAccreditation, makeAssignment, makeGrant, type MadePerson, makePathwayVersion, makePerson, makeTrainee } from "#tests/support/factories.ts";
import { oneCycle } from "#tests/support/signing.ts";

import { actorOf, type Cast, cycleOf, daysAgo, decidedBy, feedbackOf, markedOf, submittedOf, supervisionOf } from "./cast.ts";

/** A trainee of the cast's supervisor with two stages signed, and an independent reviewer; `trainee` is that one. */
export interface Candidacy extends Cast {
  readonly reviewer: MadePerson;
  /** A confirmed session in a signed stage. */
  readonly lockedId: string;
}

/** Makes them beside the cast's people; with no stage signed where none is named. */
export async function makeCandidacy(cast: Cast, signed: readonly number[] = [1, 2]): Promise<Candidacy> {
  const { db, programmeId, supervisor } = cast;
  const mark = newId();
  // The factories write through the reader, which a database file opens for reading only.
  const people = await db.inTransaction(async (trx) => {
    const writing = { ...db, reader: trx };
    const reviewer = await makePerson(writing, { name: "Morag Baird", email: `morag.baird.${mark}@example.org` });
    await makeGrant(writing, { personId: reviewer.id, programmeId, role: "supervisor", isIndependentReviewer: true });
    await makeAccreditation(writing, reviewer.id);
    const pathway = await makePathwayVersion(writing, oneCycle());
    const trainee = await makeTrainee(writing, { programmeId, pathwayVersionId: pathway.id, name: "Catriona Muir", email: `catriona.muir.${mark}@example.org`, startedOn: daysAgo(300) });
    await makeAssignment(writing, { traineeId: trainee.id, supervisorId: supervisor.id, startsOn: daysAgo(300) });
    return { reviewer, trainee };
  });
  const own = { ...cast, ...people };
  const lockedId = await supervisionOf(own, { heldOn: daysAgo(40) });
  await decidedBy(own, supervisor, lockedId);
  await db.inTransaction(async (trx) => {
    for (const stage of signed) await closeStage(trx, { traineeId: own.trainee.id, stage, closedOn: daysAgo(30), decidedBy: supervisor.id }, supervisor.id, systemClock());
  });
  return { ...own, lockedId };
}

/** A cycle of the last stage whose shared review was submitted by reference and reviewed. Returns the submission's id. */
export async function reviewedOf(candidacy: Candidacy): Promise<string> {
  const submissionId = await submittedOf(candidacy, await cycleOf(candidacy, { note: "Between me and my supervisor." }));
  await markedOf(candidacy, submissionId);
  await feedbackOf(candidacy, submissionId);
  return submissionId;
}

/** Asks for the last stage, or for the one that is named, as the trainee, and the reviewer to decide on the last as the lead. Returns the request's id. */
export async function askedOf({ db, trainee, lead, reviewer }: Candidacy, isAssigned = true, stage = 3): Promise<string> {
  const asked = await askSignOff(db, await actorOf(db, trainee), { stage }, systemClock());
  if (!asked.ok) throw new Error(`not asked: ${asked.code}`);
  if (isAssigned) await assignReviewer(db, await actorOf(db, lead), { traineeId: trainee.id, stage: 3, reviewerId: reviewer.id }, systemClock());
  return asked.value.requestId;
}
