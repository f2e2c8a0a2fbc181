import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { hasRole } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { listOwnLines, listWaitingLines } from "#app/review/list-view.server.ts";
import { SubmissionsPage } from "#app/review/submissions-page.tsx";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.list.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const [supervises, trains] = [hasRole(actor, "supervisor"), hasRole(actor, "trainee")];
  if (!supervises && !trains) throw forbidden();
  const db = context.database.reader;
  return { waiting: supervises ? await listWaitingLines(db, actor) : null, own: trains ? await listOwnLines(db, actor.personId) : null };
}

export default function Submissions() {
  return <SubmissionsPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
