import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireReach } from "#app/accreditation/reach-request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { evidenceOf } from "#app/progress/evidence.ts";
import { CountedPage } from "#app/progress/evidence-page.tsx";
import { getProgress } from "#app/progress/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.leading.asked;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.view.title ?? words.accreditation.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, asked } = await requireReach(request, params, context);
  const progress = await getProgress(context.database.reader, asked.traineeId, actor.today);
  const view = progress && evidenceOf({ ...progress, definition: progress.version.definition }, params.key ?? "", asked.stage);
  if (!view) throw notFound();
  return { requestId: asked.id, view: { ...view, leftOut: [], stages: [] } };
}

export default function AskedEvidence() {
  const { requestId, view } = useLoaderData<typeof loader>();
  return <CountedPage view={view} back={{ to: paths.signOffRequest(requestId), text: said.back }} note={said.counted} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
