import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { leftBeside } from "#app/review/beside.server.ts";
import { saveFeedback } from "#app/review/feedback.server.ts";
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
  const { fromVersion, workingPoint = null, nextStep = null, question, quiet } = form.value;
  const result = await saveFeedback(context.database, actor, { submissionId: submission.id, fromVersion, workingPoint, nextStep }, context.clock());
  if (!result.ok) return answerRefusal(form.submission, result);
  if (quiet === "on") return data({ done: String(result.value.version), lastResult: undefined });
  const left = leftBeside({ ...form.submission.payload, fromVersion: String(result.value.version) }, question === undefined ? ["moment", "reply"] : ["feedback", "moment", "reply"]);
  return left ? data(left) : redirect(paths.submission(submission.id, "draft"));
});

export default function SaveFeedback() {
  const answer = useActionData<typeof action>();
  const refused = answer?.lastResult && { form: "form" in answer ? answer.form : "feedback" as const, lastResult: answer.lastResult };
  return <SubmissionPage {...useLoaderData<typeof loader>()} refused={refused} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
