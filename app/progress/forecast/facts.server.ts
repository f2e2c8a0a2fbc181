import type { Reader } from "#db/database.server.ts";

import type { TraineeProgress } from "../queries.server.ts";
import type { AheadFacts } from "./ahead.ts";
import { getOthers } from "./others.server.ts";

/** What a trainee's forecast is made from: their progress as it was read, and how it goes for others on their pathway. */
export async function getAheadFacts(db: Reader, progress: TraineeProgress, now: Date): Promise<AheadFacts> {
  const { trainee, count, version, pauses, enrolment: { startedOn, endedOn, shares } } = progress;
  return {
    traineeId: trainee.id, count, definition: version.definition, startedOn, endedOn, time: { shares, pauses },
    others: await getOthers(db, version.id, now),
  };
}
