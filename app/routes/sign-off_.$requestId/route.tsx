import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { loadRequestPage } from "#app/accreditation/request-page.server.ts";
import { RequestPage } from "#app/accreditation/request-page.tsx";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? words.accreditation.titleOf(page.stageName, page.traineeName) : words.accreditation.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadRequestPage(request, params.requestId, context);
}

export default function SignOffRequest() {
  return <RequestPage {...useLoaderData<typeof loader>()} refused={undefined} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
