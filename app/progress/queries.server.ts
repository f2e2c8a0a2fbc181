import type { Entry } from "#app/logbook/model.ts";
import { countablesOf, listEntries } from "#app/logbook/queries.server.ts";
import { countPathway } from "#app/pathway/counting.ts";
import type { StageClosing } from "#app/pathway/model.ts";
import { type Enrolment, findEnrolment, findPathwayVersion, listClosings, listPauses } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { listSupervisedTrainees } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import { rhythmOf } from "./rhythm.ts";
import type { ProgressFacts } from "./view.ts";

/** One trainee's progress on one day: the count by the rule itself, and what its pages show beside it. */
export interface TraineeProgress extends ProgressFacts {
  readonly enrolment: Enrolment;
  /** The closings of their stages that stand, also those reopened or still to come. */
  readonly closings: readonly StageClosing[];
}

function supervisionDays(entries: readonly Entry[]): Day[] {
  return entries.flatMap((e) => (e.kind === "supervision" && !e.voided ? [e.heldOn] : []));
}

/**
 * The trainee's progress on `today`; undefined for somebody who was never enrolled. The caller has made sure that
 * the actor may read this record.
 */
export async function getProgress(db: Reader, traineeId: string, today: Day): Promise<TraineeProgress | undefined> {
  const enrolment = await findEnrolment(db, traineeId);
  const version = enrolment && await findPathwayVersion(db, enrolment.pathwayVersionId);
  if (!version) return undefined;
  const closings = await listClosings(db, traineeId);
  const people = await mapPeople(db, [traineeId, ...closings.map((c) => c.decidedBy)]);
  const entries = await listEntries(db, traineeId);
  const { startedOn, endedOn, programmeId } = enrolment;
  const theCase = { traineeId, startedOn, closings, entries: await countablesOf(db, traineeId, entries) };
  const pauses = await listPauses(db, traineeId);
  return {
    trainee: { id: traineeId, name: people.get(traineeId)?.name ?? "" },
    programmeName: (await listProgrammes(db, [programmeId]))[0]?.name ?? "",
    enrolment, version, closings, entries, pauses,
    count: countPathway(version.definition, theCase, today),
    decided: closings.filter((c) => !c.reopened && c.closedOn <= today)
      .map((c) => ({ stage: c.stage, closedOn: c.closedOn, deciderName: people.get(c.decidedBy)?.name ?? "" })),
    rhythm: rhythmOf({ heldOn: supervisionDays(entries), startedOn, endedOn, pauses, today }),
  };
}

/** The progress of everybody whom the actor supervises today, by name; those without an enrolment are left out. */
export async function listSupervisedProgress(db: Reader, actor: Actor): Promise<TraineeProgress[]> {
  const all: TraineeProgress[] = [];
  for (const { id } of await listSupervisedTrainees(db, actor)) {
    const progress = await getProgress(db, id, actor.today);
    if (progress) all.push(progress);
  }
  return all;
}

/** The progress of somebody whom the actor supervises today; undefined for anybody else, as for nobody. */
export async function findSupervisedProgress(db: Reader, actor: Actor, traineeId: string): Promise<TraineeProgress | undefined> {
  const supervised = await listSupervisedTrainees(db, actor);
  return supervised.some((t) => t.id === traineeId) ? getProgress(db, traineeId, actor.today) : undefined;
}
