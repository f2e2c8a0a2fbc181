import { sessionLinks } from "#app/logbook/case-view.ts";
import type { Cycle, Entry } from "#app/logbook/model.ts";
import type { FormContext } from "#app/logbook/form-parts.ts";
import { listEntries } from "#app/logbook/queries.server.ts";
import { findEnrolment, findRecord } from "#app/pathway/queries.server.ts";
import type { Actor } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { can, type Subject } from "#app/people/policy.ts";
import { findPerson, listSupervisorsOf } from "#app/people/queries.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { getProgrammeSettings, listProgrammes } from "#app/programme/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

import { nthReview } from "./cycle-view.ts";
import { viewFilm } from "./film-view.server.ts";
import { feedbackForm } from "./forms.ts";
import { subjectOf } from "./in-review.server.ts";
import type { Feedback, Moment, Reply, Submission } from "./model.ts";
import { sharedOf } from "./moments.ts";
import type { ReviewPageData } from "./page-data.ts";
import { findFeedback, findMoment, listMoments, listReplies } from "./note-queries.server.ts";
import { findSubmission, listAttempts } from "./queries.server.ts";
import { findStages } from "./skills-record.server.ts";
import { isOpen } from "./states.ts";

/** A submission that the actor can see. Throws 404 for any other. */
export async function requireSubmission(request: Request, submissionId: string | undefined, context: AppContext): Promise<{ actor: Actor; submission: Submission }> {
  const actor = await requireActor(request, context);
  const submission = submissionId && isId(submissionId) ? await findSubmission(context.database.reader, actor, submissionId) : undefined;
  if (!submission) throw notFound();
  return { actor, submission };
}

/** What the schemas of a review's forms are told: the trainee's name and those of the supervisors may stand in a text. */
export async function reviewContextOf(db: Reader, actor: Actor, traineeId: string): Promise<FormContext> {
  const people = [await findPerson(db, traineeId), ...await listSupervisorsOf(db, traineeId, actor.today)];
  return { today: actor.today, knownNames: [actor.name, ...people.flatMap((person) => (person ? [person.name] : []))] };
}

/** The form that closes a review, as it was sent for a submission that the actor can see. Throws 404 for any other. */
export async function readFeedbackForm(request: Request, submissionId: string | undefined, context: AppContext) {
  const { actor, submission } = await requireSubmission(request, submissionId, context);
  const db = context.database.reader;
  const schema = feedbackForm(await reviewContextOf(db, actor, submission.traineeId), await findFeedback(db, submission.id));
  return { actor, submission, form: await readForm(request, schema) };
}

/** The notes of a review as the actor may read them: the trainee nothing before it is sent, and then what is shared. */
async function notesFor(db: Reader, actor: Actor, submission: Submission): Promise<{ moments: Moment[]; feedback: Feedback | null; replies: Reply[] }> {
  const replies = await listReplies(db, submission.id);
  if (actor.personId === submission.traineeId && submission.state !== "reviewed") return { moments: [], feedback: null, replies };
  const [moments, feedback] = [await listMoments(db, submission.id, actor.personId), await findFeedback(db, submission.id) ?? null];
  return { moments: actor.personId === submission.traineeId ? sharedOf(moments) : moments, feedback, replies };
}

/** The stage that the trainee works in, for the skills record; null without a pathway, or where all are closed. */
async function stageNow(db: Reader, actor: Actor, traineeId: string): Promise<number | null> {
  const stages = await findStages(db, actor, traineeId) ?? 0;
  const closed = new Set(((await findRecord(db, traineeId))?.closings ?? []).filter((closing) => !closing.reopened).map((closing) => closing.stage));
  return Array.from({ length: stages }, (_, index) => index + 1).find((stage) => !closed.has(stage)) ?? null;
}

function mayOf(actor: Actor, submission: Submission, subject: Subject, isLastAttempt: boolean): ReviewPageData["may"] {
  const open = isOpen(submission.state);
  const reviews = can(actor, "review.write", subject);
  const isOwner = can(actor, "submission.write", subject);
  return {
    review: reviews && open, send: reviews && open && (submission.watchedWith === null || submission.watchedWith === actor.personId),
    withdraw: isOwner && open, submitAgain: isOwner && isLastAttempt && (submission.state === "returned" || submission.state === "withdrawn"),
    reply: can(actor, "review.reply", subject) && submission.state !== "withdrawn",
  };
}

function cycleIn(entries: readonly Entry[], entryId: string): Cycle {
  const cycle = entries.find((entry): entry is Cycle => entry.kind === "cycle" && entry.id === entryId);
  if (!cycle) throw new Error(`the submission's cycle ${entryId} is not in the log`);
  return cycle;
}

function idsNamed({ steps, watchedWith, traineeId }: Submission, moments: readonly Moment[], feedback: Feedback | null, replies: readonly Reply[]): string[] {
  return [traineeId, ...steps.map((s) => s.by), ...(watchedWith === null ? [] : [watchedWith]), ...moments.map((m) => m.authorId), ...(feedback ? [feedback.recordedBy] : []), ...replies.map((r) => r.authorId)];
}

/** Everything that the page of a submission shows to the actor; its addresses that take a form load the same. */
export async function loadReviewPage(request: Request, submissionId: string | undefined, context: AppContext): Promise<ReviewPageData> {
  const { actor, submission } = await requireSubmission(request, submissionId, context);
  return reviewPageOf(request, context, actor, submission);
}

/** What that page shows of a submission which the actor may see: whether they may is the caller's question. */
export async function reviewPageOf(request: Request, context: AppContext, actor: Actor, submission: Submission): Promise<ReviewPageData> {
  const db = context.database.reader;
  const notes = await notesFor(db, actor, submission);
  const entries = await listEntries(db, submission.traineeId);
  const cycle = cycleIn(entries, submission.entryId);
  const attempts = await listAttempts(db, submission.entryId);
  const subject = await subjectOf(db, submission.traineeId, actor.today);
  const people = await mapPeople(db, idsNamed(submission, notes.moments, notes.feedback, notes.replies));
  return {
    submission, ...notes, actorId: actor.personId, isOwn: actor.personId === submission.traineeId, traineeName: people.get(submission.traineeId)?.name ?? "",
    names: Object.fromEntries([...people.values()].map(({ id, name }) => [id, name])),
    cycle: { code: cycle.clientCode, nth: nthReview(entries, cycle), filmedOn: cycle.filmedOn, reviewedOn: cycle.reviewedOn },
    sessions: sessionLinks(entries, cycle.id),
    film: await viewFilm(context, actor, submission, subject.supervisorIds), stage: await stageNow(db, actor, submission.traineeId),
    attempts: attempts.map(({ id, attempt, state, sentAt }) => ({ id, attempt, state, sentAt })),
    may: mayOf(actor, submission, subject, attempts.at(-1)?.id === submission.id),
    askedIn: null, requestId: newId(), saved: new URL(request.url).searchParams.get("saved"),
  };
}

/** A moment that the actor marked. Throws 404 for any other, and for one that was taken back. */
export async function requireOwnMoment(request: Request, { submissionId, momentId }: Readonly<Record<string, string | undefined>>, context: AppContext): Promise<{ actor: Actor; submission: Submission; moment: Moment }> {
  const { actor, submission } = await requireSubmission(request, submissionId, context);
  const moment = momentId && isId(momentId) ? await findMoment(context.database.reader, submission.id, momentId) : undefined;
  if (moment?.authorId !== actor.personId || moment.voided) throw notFound();
  return { actor, submission, moment };
}

/** What the trainee's programme wants done when something worries somebody, and its name. */
export async function loadProcedure(db: Reader, { traineeId }: Submission): Promise<{ programme: string; procedure: string }> {
  const programmeId = (await findEnrolment(db, traineeId))?.programmeId ?? "";
  const [programme] = await listProgrammes(db, [programmeId]);
  return { programme: programme?.name ?? "", procedure: (await getProgrammeSettings(db, programmeId)).concernProcedure };
}
