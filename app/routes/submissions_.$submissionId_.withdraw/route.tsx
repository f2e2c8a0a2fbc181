import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { plainForm } from "#app/review/forms.ts";
import { loadReviewPage, requireSubmission } from "#app/review/page.server.ts";
import { SubmissionPage } from "#app/review/submission-page.tsx";
import { titleOfReview } from "#app/review/title.ts";
import { withdrawSubmission } from "#app/review/withdraw-submission.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? titleOfReview(page) : words.review.list.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadReviewPage(request, params.submissionId, context);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, submission } = await requireSubmission(request, params.submissionId, context);
  const form = await readForm(request, plainForm);
  if (!form.ok) return form.response;
  const result = await withdrawSubmission(context.database, actor, { submissionId: submission.id }, context.clock());
  return result.ok ? redirect(paths.submission(submission.id, "withdrawn")) : answerRefusal(form.submission, result);
}

export default function Withdraw() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <SubmissionPage {...useLoaderData<typeof loader>()} refused={lastResult && { form: "plain", lastResult }} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
