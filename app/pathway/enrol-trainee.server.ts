import { recordActs } from "#app/audit/writes.server.ts";
import { freshActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { findManagedPerson, listGrants } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Sector } from "#app/programme/model.ts";
import { listBoards, listCohorts } from "#app/programme/queries.server.ts";
import { createCohort, joinCohort } from "#app/programme/writes.server.ts";
import type { Database, Trx } from "#db/database.server.ts";

import { findEnrolment, findPathwayVersion } from "./queries.server.ts";
import { enrol } from "./writes.server.ts";

/** Where a trainee begins: the pathway and its first day, with whom, and where they work. */
export interface EnrolmentInput {
  readonly traineeId: string;
  readonly programmeId: string;
  readonly pathwayVersionId: string;
  /** The first day on the pathway; it may lie before the day on which the role was granted. */
  readonly startedOn: Day;
  /** A cohort of the programme, or the name of a new one: one of the two. */
  readonly cohortId: string | null;
  readonly newCohort: string | null;
  readonly boardCode: string;
  readonly sector: Sector;
}

type Refused =
  | "not_there" | "not_allowed" | "not_a_trainee_there" | "enrolled_already"
  | "pathway_unknown" | "cohort_unclear" | "cohort_unknown" | "cohort_there_already" | "board_unknown";

async function refusalOfPerson(trx: Trx, actor: Actor, { traineeId, programmeId }: EnrolmentInput): Promise<Refused | null> {
  if (!await findManagedPerson(trx, actor, traineeId)) return "not_there";
  if (!can(actor, "people.manage", { programmeId, personId: traineeId })) return "not_allowed";
  const isTrainee = (await listGrants(trx, traineeId)).some((g) => g.role === "trainee" && g.programmeId === programmeId);
  if (!isTrainee) return "not_a_trainee_there";
  return await findEnrolment(trx, traineeId) ? "enrolled_already" : null;
}

async function refusalOfCohort(trx: Trx, { programmeId, cohortId, newCohort }: EnrolmentInput): Promise<Refused | null> {
  if ((cohortId === null) === (newCohort === null)) return "cohort_unclear";
  const cohorts = await listCohorts(trx, [programmeId]);
  if (cohortId !== null) return cohorts.some((c) => c.id === cohortId) ? null : "cohort_unknown";
  return cohorts.some((c) => c.name === newCohort) ? "cohort_there_already" : null;
}

async function refusalOf(trx: Trx, actor: Actor, input: EnrolmentInput): Promise<Refused | null> {
  const refusal = await refusalOfPerson(trx, actor, input);
  if (refusal) return refusal;
  if (!await findPathwayVersion(trx, input.pathwayVersionId)) return "pathway_unknown";
  const cohort = await refusalOfCohort(trx, input);
  if (cohort) return cohort;
  return (await listBoards(trx)).some((b) => b.code === input.boardCode) ? null : "board_unknown";
}

// A cohort is named when its first trainee joins it, so it began on that trainee's first day.
async function cohortOf(trx: Trx, { cohortId, newCohort, programmeId, startedOn }: EnrolmentInput): Promise<string> {
  return cohortId ?? createCohort(trx, { programmeId, name: newCohort ?? "", startsOn: startedOn });
}

/**
 * Enrols a trainee on a version of a pathway and opens their record, so that they can log: by an administrator of the
 * programme in which they hold the role. Refused where they have, or had, an enrolment.
 */
export async function enrolTrainee(db: Database, actor: Actor, input: EnrolmentInput, now: Date): Promise<Result<{ enrolmentId: string }, Refused>> {
  return db.inTransaction(async (trx) => {
    const fresh = await freshActor(trx, actor, now);
    const refusal = await refusalOf(trx, fresh, input);
    if (refusal) return refused(refusal);
    const { traineeId, programmeId, pathwayVersionId, startedOn, boardCode, sector } = input;
    const cohortId = await cohortOf(trx, input);
    await joinCohort(trx, { traineeId, cohortId, boardCode, sector }, fresh.personId, now);
    const enrolmentId = await enrol(trx, { traineeId, programmeId, pathwayVersionId, startedOn }, fresh.personId, now);
    await recordActs(trx, [
      { at: now, record: { actorId: fresh.personId, act: "cohort.joined", subjects: { trainee: traineeId, cohort: cohortId } } },
      { at: now, record: { actorId: fresh.personId, act: "enrolment.recorded", subjects: { enrolment: enrolmentId, trainee: traineeId, programme: programmeId } } },
    ]);
    return done({ enrolmentId });
  });
}
