import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/people/request.server.ts";
import { words } from "#app/words/words.ts";
import { loadWaitingPage } from "#app/worklist/page.server.ts";
import { WaitingPage } from "#app/worklist/waiting-page.tsx";

export const meta: MetaFunction = () => [{ title: words.common.title(words.worklist.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return loadWaitingPage(context.database.reader, actor, request);
}

export default function Waiting() {
  return <WaitingPage {...useLoaderData<typeof loader>()} errors={[]} chosenBefore={[]} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
