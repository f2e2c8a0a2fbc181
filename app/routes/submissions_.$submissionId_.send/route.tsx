import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { leftBeside, refuseLooseMoment } from "#app/review/beside.server.ts";
import { sendFeedback } from "#app/review/feedback.server.ts";
import { loadReviewPage, readFeedbackForm } from "#app/review/page.server.ts";
import { SubmissionPage } from "#app/review/submission-page.tsx";
import { titleOfReview } from "#app/review/title.ts";
import { TYPED_LABELS } from "#app/review/typed-labels.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? titleOfReview(page) : words.review.list.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadReviewPage(request, params.submissionId, context);
}

export const action = givingBack(TYPED_LABELS.review, async ({ request, params, context }) => {
  const { actor, submission, form } = await readFeedbackForm(request, params.submissionId, context);
  if (!form.ok) return form.response;
  const loose = refuseLooseMoment(form.submission, submission);
  if (loose) return loose;
  const { fromVersion, workingPoint = null, nextStep = null } = form.value;
  const result = await sendFeedback(context.database, actor, { submissionId: submission.id, fromVersion, workingPoint, nextStep }, context.clock());
  if (!result.ok) return answerRefusal(form.submission, result);
  const left = leftBeside(form.submission.payload, ["reply"]);
  return left ? data(left) : redirect(paths.submission(submission.id, "reviewed"));
});

export default function SendFeedback() {
  const answer = useActionData<typeof action>();
  const refused = answer?.lastResult && { form: "form" in answer ? answer.form : "feedback" as const, lastResult: answer.lastResult };
  return <SubmissionPage {...useLoaderData<typeof loader>()} refused={refused} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
