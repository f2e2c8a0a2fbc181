import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { replyForm } from "#app/review/forms.ts";
import { loadReviewPage, requireSubmission, reviewContextOf } from "#app/review/page.server.ts";
import { reply } from "#app/review/reply.server.ts";
import { SubmissionPage } from "#app/review/submission-page.tsx";
import { titleOfReview } from "#app/review/title.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? titleOfReview(page) : words.review.list.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadReviewPage(request, params.submissionId, context);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, submission } = await requireSubmission(request, params.submissionId, context);
  const form = await readForm(request, replyForm(await reviewContextOf(context.database.reader, actor, submission.traineeId)));
  if (!form.ok) return form.response;
  const { requestId, moment: momentId = null, text } = form.value;
  const result = await reply(context.database, actor, { submissionId: submission.id, requestId, momentId, text }, context.clock());
  return result.ok ? redirect(paths.submission(submission.id, "reply")) : answerRefusal(form.submission, result);
}

export default function Answer() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <SubmissionPage {...useLoaderData<typeof loader>()} refused={lastResult && { form: "reply", lastResult }} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
