import { listEntries } from "#app/logbook/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { nthReview, type SubmissionLine } from "./cycle-view.ts";
import type { Submission } from "./model.ts";
import { listSubmissionsOf, listWaitingSubmissions } from "./queries.server.ts";

async function linesOf(db: Reader, submissions: readonly Submission[]): Promise<SubmissionLine[]> {
  const people = await mapPeople(db, submissions.map((submission) => submission.traineeId));
  const logs = new Map<string, Awaited<ReturnType<typeof listEntries>>>();
  for (const { traineeId } of submissions) if (!logs.has(traineeId)) logs.set(traineeId, await listEntries(db, traineeId));
  return submissions.flatMap((submission) => {
    const entries = logs.get(submission.traineeId) ?? [];
    const cycle = entries.find((entry) => entry.id === submission.entryId);
    if (cycle?.kind !== "cycle") return [];
    const { id, way, attempt, state, traineeId, sentAt } = submission;
    return [{ id, way, attempt, state, traineeName: people.get(traineeId)?.name ?? "", code: cycle.clientCode, nth: nthReview(entries, cycle), sentOn: londonDay(new Date(sentAt)) }];
  });
}

/** Everything that waits for the actor's feedback, the longest waiting first. */
export async function listWaitingLines(db: Reader, actor: Actor): Promise<SubmissionLine[]> {
  return linesOf(db, await listWaitingSubmissions(db, actor));
}

/** Everything that trainee ever submitted, earlier attempts too, the latest first. */
export async function listOwnLines(db: Reader, traineeId: string): Promise<SubmissionLine[]> {
  return linesOf(db, await listSubmissionsOf(db, traineeId));
}
