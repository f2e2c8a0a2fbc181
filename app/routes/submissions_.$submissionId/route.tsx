import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { loadReviewPage } from "#app/review/page.server.ts";
import { SubmissionPage } from "#app/review/submission-page.tsx";
import { titleOfReview } from "#app/review/title.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? titleOfReview(data) : words.review.list.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadReviewPage(request, params.submissionId, context);
}

export default function Submission() {
  return <SubmissionPage {...useLoaderData<typeof loader>()} refused={undefined} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
