import type { SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { AppContext } from "#app/platform/context.ts";
import { type FormSubmission, readForm, refuseForm, type RefusedForm } from "#app/platform/http/form.server.ts";
import { words } from "#app/words/words.ts";

import { BESIDE, type Beside, isTyped, postedOf } from "./beside.ts";
import { saveFeedback } from "./feedback.server.ts";
import { feedbackForm } from "./forms.ts";
import type { Submission } from "./model.ts";
import { findFeedback } from "./note-queries.server.ts";
import { reviewContextOf } from "./page.server.ts";
import { isOpen } from "./states.ts";

/** A form of the page in which something stays, and what the page is to show in it and beside it. */
interface Left {
  readonly form: Beside;
  readonly lastResult: SubmissionResult;
}

function ofDraft({ data: { lastResult }, init }: RefusedForm) {
  return data<Left>({ form: "feedback", lastResult }, init ?? {});
}

/** Of what was posted that which belongs to the form that closes a review, and an answer typed beside it. */
async function draftIn(request: Request): Promise<Request | undefined> {
  const all = await request.formData();
  if (!all.has("fromVersion")) return undefined;
  const names = [...BESIDE.feedback, ...BESIDE.reply, "namesAreFine"];
  const body = new URLSearchParams(names.flatMap((name) => all.getAll(name).flatMap((value) => (typeof value === "string" ? [[name, value]] : []))));
  return new Request(request.url, { method: "POST", body });
}

/**
 * Keeps the draft that was posted with a moment, as the page without scripts does; nothing where none was. What cannot be kept, and
 * a question or an answer, which are no part of a draft, come back so that they stay on the screen.
 */
export async function keepDraftBeside(posted: Request, { actor, submission }: { readonly actor: Actor; readonly submission: Submission }, { database, clock }: AppContext) {
  const request = await draftIn(posted);
  if (!request) return undefined;
  const schema = feedbackForm(await reviewContextOf(database.reader, actor, submission.traineeId), await findFeedback(database.reader, submission.id));
  const form = await readForm(request, schema);
  if (!form.ok) return ofDraft(form.response);
  const { fromVersion, workingPoint = null, nextStep = null, question } = form.value;
  const kept = await saveFeedback(database, actor, { submissionId: submission.id, fromVersion, workingPoint, nextStep }, clock());
  if (!kept.ok) return ofDraft(answerRefusal(form.submission, kept));
  const left = leftBeside({ ...form.submission.payload, fromVersion: String(kept.value.version) }, question === undefined ? ["reply"] : ["feedback", "reply"]);
  return left && data(left);
}

/** What was typed in those forms and is kept nowhere, to stay on the screen; undefined where nothing was. */
export function leftBeside(payload: FormSubmission["payload"], forms: readonly Beside[]): Left | undefined {
  const typed = forms.filter((form) => isTyped(form, payload));
  const [form] = typed;
  return form === undefined ? undefined : { form, lastResult: { initialValue: postedOf(typed, payload) } };
}

/**
 * The answer where a review is to be closed while a moment is typed and not kept: afterwards it could be kept no more. Undefined
 * where none is, and where the review was closed meanwhile, which the act itself says.
 */
export function refuseLooseMoment(submission: FormSubmission, { state }: Submission) {
  if (!isOpen(state) || !isTyped("moment", submission.payload)) return undefined;
  const { data: { lastResult }, init } = refuseForm(submission, { status: 400, text: words.review.moments.notKept, field: "note" });
  // Names that are fine in the draft are not for that fine in the moment.
  const { namesAreFine: _, ...initialValue } = lastResult.initialValue ?? {};
  return data({ lastResult: { ...lastResult, initialValue }, form: "moment" as const }, init ?? {});
}
