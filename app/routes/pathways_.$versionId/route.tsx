import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PathwayPage } from "#app/pathway/pathway-sheet.tsx";
import { findEnrolment, findPathwayVersion } from "#app/pathway/queries.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.version.pathwayName ?? words.pathways.title) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const version = await findPathwayVersion(db, params.versionId ?? "");
  if (!version) throw notFound();
  const enrolment = await findEnrolment(db, actor.personId);
  return { version, isOwn: enrolment?.pathwayVersionId === version.id, today: actor.today };
}

export default function Pathway() {
  return <PathwayPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
