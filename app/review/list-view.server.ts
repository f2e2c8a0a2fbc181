import { mapLogs } from "#app/logbook/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { nthReview, type SubmissionLine } from "./cycle-view.ts";
import type { Submission } from "./model.ts";
import { listReturnedSubmissions, listSubmissionsOf, listWaitingSubmissions } from "./queries.server.ts";

async function linesOf(db: Reader, submissions: readonly Submission[]): Promise<SubmissionLine[]> {
  const people = await mapPeople(db, submissions.map((submission) => submission.traineeId));
  const logs = await mapLogs(db, [...new Set(submissions.map((submission) => submission.traineeId))]);
  return submissions.flatMap((submission) => {
    const entries = logs.get(submission.traineeId)?.entries ?? [];
    const cycle = entries.find((entry) => entry.id === submission.entryId);
    if (cycle?.kind !== "cycle") return [];
    const { id, way, attempt, state, traineeId, sentAt } = submission;
    const last = submission.steps.at(-1);
    return [{
      id, way, attempt, state, traineeName: people.get(traineeId)?.name ?? "", code: cycle.clientCode, nth: nthReview(entries, cycle), sentOn: londonDay(new Date(sentAt)),
      since: last?.at ?? sentAt, question: last?.note ?? null,
    }];
  });
}

/** Everything that waits for the actor's feedback, the longest waiting first. */
export async function listWaitingLines(db: Reader, actor: Actor): Promise<SubmissionLine[]> {
  return linesOf(db, await listWaitingSubmissions(db, actor));
}

/** Everything of the actor's own that was returned with a question, the longest waiting first. */
export async function listReturnedLines(db: Reader, actor: Actor): Promise<SubmissionLine[]> {
  return linesOf(db, await listReturnedSubmissions(db, actor));
}

/** Everything that trainee ever submitted, earlier attempts too, the latest first. */
export async function listOwnLines(db: Reader, traineeId: string): Promise<SubmissionLine[]> {
  return linesOf(db, await listSubmissionsOf(db, traineeId));
}
