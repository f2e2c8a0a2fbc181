import { data } from "@remix-run/node";

import { type FormSubmission, refuseForm, type RefusedForm } from "#app/platform/http/form.server.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { type Code, explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

import type { TooMany } from "./throttle.server.ts";

/** What a command may say no with: a code to explain, or that it is not there to be seen. */
interface Refusal {
  readonly ok: false;
  readonly code: Code | "not_there";
}

function refuseTooMany(submission: FormSubmission, { waitSeconds }: TooMany): RefusedForm {
  const text = words.people.tooManyTries(waitSeconds);
  const refused = refuseForm(submission, { status: 400, text });
  return data(refused.data, { status: 429, headers: { "Retry-After": String(waitSeconds) } });
}

/**
 * The answer to a form whose command said no, beside `field` where the form has another one for it than `explain` names.
 * Throws 404 for what is not there, 403 for what is not theirs to do.
 */
export function answerRefusal(submission: FormSubmission, refusal: Refusal | TooMany, field?: string): RefusedForm {
  if ("waitSeconds" in refusal) return refuseTooMany(submission, refusal);
  if (refusal.code === "not_there") throw notFound();
  if (refusal.code === "not_allowed") throw forbidden();
  const explanation = explain(refusal.code);
  return refuseForm(submission, field === undefined ? explanation : { ...explanation, field });
}
