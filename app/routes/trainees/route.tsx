import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { hasRole } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { listSupervisedProgress } from "#app/progress/queries.server.ts";
import { summariesOf } from "#app/progress/summary.ts";
import { TraineesPage } from "#app/progress/trainees-page.tsx";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.progress.trainees.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  if (!hasRole(actor, "supervisor")) throw forbidden();
  return { trainees: summariesOf(await listSupervisedProgress(context.database.reader, actor)) };
}

export default function Trainees() {
  return <TraineesPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
