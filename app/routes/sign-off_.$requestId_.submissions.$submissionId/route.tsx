import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireReached } from "#app/accreditation/reach-request.server.ts";
import { reviewPageOf } from "#app/review/page.server.ts";
import { SubmissionPage } from "#app/review/submission-page.tsx";
import { titleOfReview } from "#app/review/title.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? titleOfReview(data) : words.accreditation.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, asked, submission } = await requireReached(request, params, context);
  // Other attempts were not reviewed, and the skills record has a page beside this one.
  return { ...await reviewPageOf(request, context, actor, submission), attempts: [], stage: null, askedIn: asked.id };
}

export default function AskedSubmission() {
  return <SubmissionPage {...useLoaderData<typeof loader>()} refused={undefined} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
