import type { Entry } from "#app/logbook/model.ts";
import { countablesOf, listEntries } from "#app/logbook/queries.server.ts";
import { countPathway } from "#app/pathway/counting.ts";
import type { PathwayCount, PathwayVersion } from "#app/pathway/model.ts";
import { type Enrolment, findEnrolment, findPathwayVersion, listClosings, listPauses } from "#app/pathway/queries.server.ts";
import { mapPeople } from "#app/people/names.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import type { Pause } from "./heading.ts";
import { type Rhythm, rhythmOf } from "./rhythm.ts";
import type { Decided } from "./stages.ts";

/** One trainee's progress on one day: the count by the rule itself, and what its pages show beside it. */
export interface TraineeProgress {
  readonly trainee: { readonly id: string; readonly name: string };
  readonly programmeName: string;
  readonly enrolment: Enrolment;
  readonly version: PathwayVersion;
  readonly count: PathwayCount;
  /** The whole log, voided entries too, the newest day first. */
  readonly entries: readonly Entry[];
  readonly decided: readonly Decided[];
  readonly pauses: readonly Pause[];
  readonly rhythm: Rhythm;
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
    enrolment, version, entries, pauses,
    count: countPathway(version.definition, theCase, today),
    decided: closings.filter((c) => !c.reopened && c.closedOn <= today)
      .map((c) => ({ stage: c.stage, closedOn: c.closedOn, deciderName: people.get(c.decidedBy)?.name ?? "" })),
    rhythm: rhythmOf({ heldOn: supervisionDays(entries), startedOn, endedOn, pauses, today }),
  };
}
