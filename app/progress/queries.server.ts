import type { Entry } from "#app/logbook/model.ts";
import { type Log, mapLogs } from "#app/logbook/queries.server.ts";
import { countPathway } from "#app/pathway/counting.ts";
import type { StageClosing } from "#app/pathway/model.ts";
import { type Enrolment, mapPauses, mapRecords, type PathwayRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { listSupervisedTrainees } from "#app/people/queries.server.ts";
import type { Day } from "#app/platform/clock.ts";
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

interface Facts extends Pick<TraineeProgress, "pauses"> {
  readonly record: PathwayRecord;
  readonly log: Log | undefined;
}

function progressOf({ record, log, pauses }: Facts, today: Day): TraineeProgress {
  const { traineeName, programmeName, enrolment, version, closings } = record;
  const { traineeId, startedOn, endedOn } = enrolment;
  const entries = log?.entries ?? [];
  return {
    trainee: { id: traineeId, name: traineeName }, programmeName, enrolment, version, closings, entries, pauses,
    count: countPathway(version.definition, { traineeId, startedOn, endedOn, closings, entries: log?.countable ?? [] }, today),
    decided: closings.filter((c) => !c.reopened && c.closedOn <= today),
    rhythm: rhythmOf({ heldOn: supervisionDays(entries), startedOn, endedOn, pauses, today }),
  };
}

/**
 * The progress of those trainees on `today`, by their ids, in as few reads as that of one; somebody who was never enrolled
 * has no key. The caller has made sure that the actor may read these records.
 */
export async function mapProgress(db: Reader, traineeIds: readonly string[], today: Day): Promise<Map<string, TraineeProgress>> {
  const records = await mapRecords(db, traineeIds);
  const ids = [...records.keys()];
  const [logs, pauses] = [await mapLogs(db, ids), await mapPauses(db, ids)];
  return new Map([...records].map(([id, record]) => [id, progressOf({ record, log: logs.get(id), pauses: pauses.get(id) ?? [] }, today)]));
}

/** One trainee's progress, as `mapProgress` has it; undefined for somebody who was never enrolled. */
export async function getProgress(db: Reader, traineeId: string, today: Day): Promise<TraineeProgress | undefined> {
  return (await mapProgress(db, [traineeId], today)).get(traineeId);
}

/** The progress of everybody whom the actor supervises today, by name; those without an enrolment are left out. */
export async function listSupervisedProgress(db: Reader, actor: Actor): Promise<TraineeProgress[]> {
  const supervised = await listSupervisedTrainees(db, actor);
  const progress = await mapProgress(db, supervised.map((t) => t.id), actor.today);
  return supervised.flatMap(({ id }) => progress.get(id) ?? []);
}

/** The progress of somebody whom the actor supervises today; undefined for anybody else, as for nobody. */
export async function findSupervisedProgress(db: Reader, actor: Actor, traineeId: string): Promise<TraineeProgress | undefined> {
  const supervised = await listSupervisedTrainees(db, actor);
  return supervised.some((t) => t.id === traineeId) ? getProgress(db, traineeId, actor.today) : undefined;
}
