import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { keepDraftBeside } from "#app/review/beside.server.ts";
import { momentContentOf, momentForm } from "#app/review/forms.ts";
import { markMoment } from "#app/review/mark-moment.server.ts";
import { loadReviewPage, requireSubmission, reviewContextOf } from "#app/review/page.server.ts";
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
  const { actor, submission } = await requireSubmission(request, params.submissionId, context);
  const posted = request.clone();
  const form = await readForm(request, momentForm(await reviewContextOf(context.database.reader, actor, submission.traineeId)));
  if (!form.ok) return form.response;
  const { requestId = newId(), quiet } = form.value;
  const result = await markMoment(context.database, actor, { submissionId: submission.id, requestId, content: momentContentOf(form.value) }, context.clock());
  if (!result.ok) return answerRefusal(form.submission, result);
  if (quiet === "on") return data({ done: result.value.momentId, lastResult: undefined });
  const left = await keepDraftBeside(posted, { actor, submission }, context);
  return left ?? redirect(paths.submission(submission.id, "moment"));
});

export default function MarkMoment() {
  const answer = useActionData<typeof action>();
  const refused = answer?.lastResult && { form: "form" in answer ? answer.form : "moment" as const, lastResult: answer.lastResult };
  return <SubmissionPage {...useLoaderData<typeof loader>()} refused={refused} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
