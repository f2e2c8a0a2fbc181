import { recordAct } from "#app/audit/writes.server.ts";
import { findOwnClip, listClipConsents } from "#app/clips/queries.server.ts";
import { grantClip } from "#app/clips/writes.server.ts";
import { consentFor } from "#app/logbook/consent.ts";
import { listConsentsByIds } from "#app/logbook/consent-queries.server.ts";
import type { Cycle } from "#app/logbook/model.ts";
import { inOwnRecord, type OwnRecord } from "#app/logbook/own-record.server.ts";
import { findEntry } from "#app/logbook/queries.server.ts";
import { notify } from "#app/notices/writes.server.ts";
import type { Actor, Person } from "#app/people/model.ts";
import { listProgrammeSupervisors, listSupervisorsOf } from "#app/people/queries.server.ts";
import { type Day, instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { done, refused, type Result } from "#app/platform/result.ts";
import type { Database, Reader } from "#db/database.server.ts";

import type { Submission } from "./model.ts";
import { findSubmissionByRequest, listAttempts } from "./queries.server.ts";
import { referenceProblem } from "./reference.ts";
import { notAgainBecause } from "./states.ts";

/** How the shared review reaches the supervisor. */
export type SubmittedWay =
  | { readonly way: "excerpt"; readonly clipId: string; /** That a film older than a consent may be shown was answered. */ readonly olderFilmIsFine: boolean }
  | { readonly way: "reference"; readonly reference: string }
  | { readonly way: "watched_together"; readonly watchedOn: Day; readonly watchedWith: string };

/** What a trainee submits. `requestId` comes from the form: sent twice, it submits once. */
export interface SubmitInput {
  readonly requestId: string;
  readonly entryId: string;
  readonly intention: string | null;
  readonly how: SubmittedWay;
}

type CycleCode = "not_there" | "cycle_voided" | "review_not_held" | "submission_waits" | "reviewed_already";
type WayCode =
  | "clip_unknown" | "film_consent_missing" | "film_older_than_consent"
  | "reference_names_somebody" | "reference_not_an_identifier"
  | "watched_in_future" | "watched_before_review" | "watched_with_unknown";
/** A code with which submitting is refused. */
export type SubmitCode = "not_allowed" | "sent_before_differently" | CycleCode | WayCode;

/** The trainee's supervisors who can answer a submission today: assigned, and of the programme. By name. */
export async function listAnswering(db: Reader, traineeId: string, programmeId: string, today: Day): Promise<Person[]> {
  const ofProgramme = new Set((await listProgrammeSupervisors(db, programmeId, today)).map((supervisor) => supervisor.id));
  return (await listSupervisorsOf(db, traineeId, today)).filter((supervisor) => ofProgramme.has(supervisor.id));
}

async function submittable({ trx, traineeId, today }: OwnRecord, actor: Actor, entryId: string): Promise<Result<Cycle & { readonly reviewedOn: Day }, CycleCode>> {
  const entry = await findEntry(trx, actor, entryId);
  if (entry?.kind !== "cycle" || entry.traineeId !== traineeId) return refused("not_there");
  if (entry.voided) return refused("cycle_voided");
  const { reviewedOn } = entry;
  if (reviewedOn === null || reviewedOn > today) return refused("review_not_held");
  const because = notAgainBecause((await listAttempts(trx, entryId)).at(-1)?.state);
  return because === undefined ? done({ ...entry, reviewedOn }) : refused(because);
}

async function filmProblem({ trx, traineeId, today }: OwnRecord, cycle: Cycle, how: Extract<SubmittedWay, { way: "excerpt" }>): Promise<WayCode | undefined> {
  const clip = await findOwnClip(trx, traineeId, how.clipId);
  if (clip?.entryId !== cycle.id) return "clip_unknown";
  const consents = await listConsentsByIds(trx, await listClipConsents(trx, clip.id));
  // The day of the first film: the excerpt shows the clips that were chosen from it.
  const verdict = consentFor(consents, "own_supervisor", cycle.filmedOn, today);
  if (!verdict.ok) return "film_consent_missing";
  return verdict.questions.length > 0 && !how.olderFilmIsFine ? "film_older_than_consent" : undefined;
}

async function watchedProblem({ trx, traineeId, programmeId, today }: OwnRecord, cycle: { readonly reviewedOn: Day }, how: Extract<SubmittedWay, { way: "watched_together" }>): Promise<WayCode | undefined> {
  if (how.watchedOn > today) return "watched_in_future";
  if (how.watchedOn < cycle.reviewedOn) return "watched_before_review";
  const answering = await listAnswering(trx, traineeId, programmeId, today);
  return answering.some((supervisor) => supervisor.id === how.watchedWith) ? undefined : "watched_with_unknown";
}

const REFERENCE_CODES = { names_somebody: "reference_names_somebody", not_an_identifier: "reference_not_an_identifier" } as const;

async function problemWith(record: OwnRecord, cycle: Cycle & { readonly reviewedOn: Day }, how: SubmittedWay): Promise<WayCode | undefined> {
  if (how.way === "excerpt") return filmProblem(record, cycle, how);
  if (how.way === "watched_together") return watchedProblem(record, cycle, how);
  const problem = referenceProblem(how.reference);
  return problem && REFERENCE_CODES[problem];
}

async function insertSubmission({ trx, traineeId, now }: OwnRecord, { requestId, entryId, intention, how }: SubmitInput): Promise<string> {
  const [id, at] = [newId(), instantOf(now)];
  const attempt = ((await listAttempts(trx, entryId)).at(-1)?.attempt ?? 0) + 1;
  await trx.insertInto("submission").values({
    id, trainee_id: traineeId, entry_id: entryId, attempt, way: how.way, intention, request_id: requestId, recorded_at: at, recorded_by: traineeId,
    clip_id: how.way === "excerpt" ? how.clipId : null, reference: how.way === "reference" ? how.reference : null,
    watched_on: how.way === "watched_together" ? how.watchedOn : null, watched_with: how.way === "watched_together" ? how.watchedWith : null,
  }).execute();
  await trx.insertInto("submission_step").values({ submission_id: id, number: 1, state: "sent", note: null, stepped_by: traineeId, recorded_at: at }).execute();
  return id;
}

/** Lets the supervisors watch the film, and tells whoever is to answer. */
async function handOver({ trx, traineeId, today, now }: OwnRecord, submissionId: string, { how }: SubmitInput): Promise<void> {
  if (how.way === "excerpt") await grantClip(trx, { clipId: how.clipId, purpose: "own_supervisor", personId: null, reason: "submitted", endsAt: null }, traineeId, now);
  const recipientIds = how.way === "watched_together" ? [how.watchedWith] : (await listSupervisorsOf(trx, traineeId, today)).map((supervisor) => supervisor.id);
  await notify(trx, { kind: "submission_sent", actorId: traineeId, traineeId, recipientIds, subjects: { submission: submissionId } }, now);
}

// What a form that was sent before says now: words typed since must not pass for sent.
function isSame(before: Submission, { entryId, intention, how }: SubmitInput): boolean {
  if (before.entryId !== entryId || before.intention !== intention || before.way !== how.way) return false;
  if (how.way === "excerpt") return before.clipId === how.clipId;
  if (how.way === "reference") return before.reference === how.reference;
  return before.watchedOn === how.watchedOn && before.watchedWith === how.watchedWith;
}

/** Submits the shared review of the actor's own cycle to their supervisors, in one of the three ways (docs/field.md, "Submissions"). */
export async function submitReview(db: Database, actor: Actor, input: SubmitInput, now: Date): Promise<Result<{ submissionId: string }, SubmitCode>> {
  return inOwnRecord<{ submissionId: string }, SubmitCode>(db, actor, now, async (record) => {
    const { trx, traineeId, today } = record;
    const before = await findSubmissionByRequest(trx, traineeId, input.requestId);
    if (before !== undefined) return isSame(before, input) ? done({ submissionId: before.id }) : refused("sent_before_differently");
    const cycle = await submittable(record, { ...actor, today }, input.entryId);
    if (!cycle.ok) return cycle;
    const problem = await problemWith(record, cycle.value, input.how);
    if (problem !== undefined) return refused(problem);
    const submissionId = await insertSubmission(record, input);
    await handOver(record, submissionId, input);
    await recordAct(trx, { actorId: traineeId, act: "submission.sent", subjects: { trainee: traineeId, entry: input.entryId, submission: submissionId } }, now);
    return done({ submissionId });
  }, "submission.write");
}
