import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { ConcernPage } from "#app/review/concern-page.tsx";
import { recordConcernShown } from "#app/review/concern.server.ts";
import { loadProcedure, requireSubmission } from "#app/review/page.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.concern.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { submission } = await requireSubmission(request, params.submissionId, context);
  return { back: paths.submission(submission.id), ...await loadProcedure(context.database.reader, submission) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, submission } = await requireSubmission(request, params.submissionId, context);
  const result = await recordConcernShown(context.database, actor, { submissionId: submission.id }, context.clock());
  if (!result.ok) throw result.code === "not_there" ? notFound() : forbidden();
  return redirect(paths.reviewAct(submission.id, "concern"));
}

export default function Concern() {
  return <ConcernPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
