import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PathwaysPage } from "#app/pathway/pathway-sheet.tsx";
import { findEnrolment, listPathwayVersions } from "#app/pathway/queries.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.pathways.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const enrolment = await findEnrolment(db, actor.personId);
  return { versions: await listPathwayVersions(db), ownVersionId: enrolment?.pathwayVersionId ?? null, today: actor.today };
}

export default function Pathways() {
  return <PathwaysPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
