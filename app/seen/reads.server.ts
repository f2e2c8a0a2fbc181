import { findReach, findReached } from "#app/accreditation/reach.server.ts";
import { findRequest, listRequestsOf } from "#app/accreditation/queries.server.ts";
import type { SignOffRequest } from "#app/accreditation/model.ts";
import { describeClip } from "#app/clips/queries.server.ts";
import { findLeaving } from "#app/clips/retention-job.server.ts";
import { watchVerdict } from "#app/clips/watch.server.ts";
import type { Entry } from "#app/logbook/model.ts";
import type { Reflection } from "#app/logbook/reflection-model.ts";
import { listSharedWith } from "#app/logbook/reflection-queries.server.ts";
import { listWaitingFor } from "#app/logbook/waiting.server.ts";
import { type CohortRow, cohortRows } from "#app/outcomes/cohort-rows.ts";
import { getProgrammeFacts } from "#app/outcomes/queries.server.ts";
import { findEnrolment } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { findManagedPerson, listSupervisorsOf } from "#app/people/queries.server.ts";
import { evidenceOf } from "#app/progress/evidence.ts";
import { findSupervisedProgress, getProgress } from "#app/progress/queries.server.ts";
import type { Submission } from "#app/review/model.ts";
import { findSubmission, listSubmissionsOf } from "#app/review/queries.server.ts";
import { findStages } from "#app/review/skills-record.server.ts";
import type { Reader } from "#db/database.server.ts";

import type { SeenFilm } from "./model.ts";

/** What the reads of somebody's own pages give them of one trainee. */
export interface Given {
  readonly entries: readonly Entry[] | null;
  readonly reflections: readonly Reflection[];
  readonly submissions: readonly Submission[];
  readonly films: readonly SeenFilm[];
  readonly receipts: readonly string[];
  /** Of how many stages they open the skills record. */
  readonly stages: number;
  readonly requests: readonly SignOffRequest[];
  /** Those that they are asked to decide on, with what is laid open for it. */
  readonly reach: readonly { readonly request: SignOffRequest; readonly submissions: readonly string[]; readonly keys: readonly string[] }[];
  readonly waiting: readonly Entry[];
  readonly row: CohortRow | null;
  readonly managed: boolean;
  readonly setsTime: boolean;
}

/** Those of the trainee's things that the viewer's own read finds. */
async function found<T extends { readonly id: string }>(all: readonly T[], find: (id: string) => Promise<unknown>): Promise<T[]> {
  const visible: T[] = [];
  for (const one of all) if (await find(one.id) !== undefined) visible.push(one);
  return visible;
}

async function filmsOf(db: Reader, viewer: Actor, traineeId: string, submissions: readonly Submission[], now: Date): Promise<Pick<Given, "films" | "receipts">> {
  const isPresent = (await listSupervisorsOf(db, traineeId, viewer.today)).some((s) => s.id === viewer.personId);
  const [films, receipts]: [SeenFilm[], string[]] = [[], []];
  const sentWith = new Map(submissions.flatMap(({ id, clipId }) => (clipId === null ? [] : [[clipId, id] as const])).reverse());
  for (const [clipId, submissionId] of sentWith) {
    const clip = await describeClip(db, clipId);
    if (!clip) continue;
    if (clip.erasure !== null && isPresent) receipts.push(clipId);
    if (clip.erasure === null && (await watchVerdict(db, viewer, clipId, now)).ok) films.push({ clipId, submissionId, until: (await findLeaving(db, clip, viewer.today)).on });
  }
  return { films, receipts };
}

/** What is laid open to whoever is asked to decide, for each request on which they are. */
async function reachOf(db: Reader, viewer: Actor, { traineeId, requests, submissions }: { traineeId: string; requests: readonly SignOffRequest[]; submissions: readonly Submission[] }, now: Date): Promise<Given["reach"]> {
  const reach: Given["reach"][number][] = [];
  for (const request of await found(requests, (id) => findReach(db, viewer, id))) {
    const progress = await getProgress(db, traineeId, viewer.today);
    const requirements = progress?.version.definition.requirements.map((r) => r.key) ?? [];
    const keys = requirements.filter((key) => progress && evidenceOf({ ...progress, definition: progress.version.definition }, key, request.stage) !== undefined);
    const reached = await found(submissions, (id) => findReached(db, request, id, now));
    reach.push({ request, submissions: reached.map((s) => s.id), keys });
  }
  return reach;
}

/** The trainee's line in the list of a lead of their programme; null for everybody else. */
async function rowOf(db: Reader, viewer: Actor, { traineeId, programmeId }: { traineeId: string; programmeId: string }): Promise<CohortRow | null> {
  if (!can(viewer, "cohort.read", { programmeId })) return null;
  const { trainees } = await getProgrammeFacts(db, programmeId, viewer.today);
  return cohortRows(trainees.filter((t) => t.traineeId === traineeId), viewer.today)[0] ?? null;
}

/**
 * Everything that the viewer's own pages show them of that trainee today, by the very reads that those pages make, with the viewer as
 * actor. Nothing here decides who sees what.
 */
export async function readGiven(db: Reader, viewer: Actor, traineeId: string, now: Date): Promise<Given> {
  const enrolment = await findEnrolment(db, traineeId);
  const progress = await findSupervisedProgress(db, viewer, traineeId);
  const all = await listSubmissionsOf(db, traineeId);
  const requests = await listRequestsOf(db, traineeId);
  const mine = { traineeId, programmeId: enrolment?.programmeId ?? "" };
  return {
    entries: progress?.entries ?? null, reflections: await listSharedWith(db, viewer, traineeId), submissions: await found(all, (id) => findSubmission(db, viewer, id)),
    ...await filmsOf(db, viewer, traineeId, all, now), stages: await findStages(db, viewer, traineeId) ?? 0,
    requests: await found(requests, (id) => findRequest(db, viewer, id)), reach: await reachOf(db, viewer, { traineeId, requests, submissions: all }, now),
    waiting: (await listWaitingFor(db, viewer)).map((w) => w.entry).filter((entry) => entry.traineeId === traineeId),
    row: await rowOf(db, viewer, mine), managed: await findManagedPerson(db, viewer, traineeId) !== undefined, setsTime: can(viewer, "working_time.set", mine),
  };
}
