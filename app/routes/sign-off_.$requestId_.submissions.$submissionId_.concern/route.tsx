import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { recordConcernAsked, requireReached } from "#app/accreditation/reach-request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { ConcernPage } from "#app/review/concern-page.tsx";
import { loadProcedure } from "#app/review/page.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.concern.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { asked, submission } = await requireReached(request, params, context);
  return { back: paths.signOffSubmission(asked.id, submission.id), ...await loadProcedure(context.database.reader, submission) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, asked, submission } = await requireReached(request, params, context);
  const result = await recordConcernAsked(context.database, actor, { requestId: asked.id, submissionId: submission.id }, context.clock());
  if (!result.ok) throw notFound();
  return redirect(paths.signOffConcern(asked.id, submission.id));
}

export default function AskedConcern() {
  return <ConcernPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
