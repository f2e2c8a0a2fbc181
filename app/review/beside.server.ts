import { data } from "@remix-run/node";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { AppContext } from "#app/platform/context.ts";
import { type FormSubmission, readForm } from "#app/platform/http/form.server.ts";

import { saveFeedback } from "./feedback.server.ts";
import { feedbackForm } from "./forms.ts";
import type { Submission } from "./model.ts";
import { findFeedback } from "./note-queries.server.ts";
import { reviewContextOf } from "./page.server.ts";

const DRAFT = ["fromVersion", "workingPoint", "nextStep", "question", "namesAreFine"] as const;
const MOMENT = ["kind", "layer", "sharing", "principle", "starts", "ends", "note", "namesAreFine"] as const;

/** Of what was posted that which belongs to the form that closes a review. */
async function draftIn(request: Request): Promise<Request | undefined> {
  const all = await request.formData();
  if (!all.has("fromVersion")) return undefined;
  const body = new URLSearchParams(DRAFT.flatMap((name) => all.getAll(name).flatMap((value) => (typeof value === "string" ? [[name, value]] : []))));
  return new Request(request.url, { method: "POST", body });
}

/**
 * Keeps the draft that was posted with a moment, as the page without scripts does; nothing where none was. What cannot be kept, and
 * a question, which is no part of a draft, comes back so that it stays on the screen.
 */
export async function keepDraftBeside(posted: Request, { actor, submission }: { readonly actor: Actor; readonly submission: Submission }, { database, clock }: AppContext) {
  const request = await draftIn(posted);
  if (!request) return undefined;
  const schema = feedbackForm(await reviewContextOf(database.reader, actor, submission.traineeId), await findFeedback(database.reader, submission.id));
  const form = await readForm(request, schema);
  if (!form.ok) return form.response;
  const { fromVersion, workingPoint = null, nextStep = null, question = null } = form.value;
  const kept = await saveFeedback(database, actor, { submissionId: submission.id, fromVersion, workingPoint, nextStep }, clock());
  if (!kept.ok) return answerRefusal(form.submission, kept);
  if (question === null) return undefined;
  const lastResult = form.submission.reply({});
  return data({ lastResult: { ...lastResult, initialValue: { ...lastResult.initialValue, fromVersion: String(kept.value.version) } } });
}

/** The moment that was typed beside a draft and not kept, to stay on the screen; undefined where none was. */
export function momentBeside({ payload }: Pick<FormSubmission, "payload">) {
  if (![payload.note, payload.starts, payload.ends].some((text) => typeof text === "string" && text !== "")) return undefined;
  return { initialValue: Object.fromEntries(MOMENT.flatMap((name) => (typeof payload[name] === "string" ? [[name, payload[name]]] : []))) };
}
