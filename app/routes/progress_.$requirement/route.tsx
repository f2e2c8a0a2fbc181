import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { evidenceOf, stageAsked } from "#app/progress/evidence.ts";
import { EvidencePage } from "#app/progress/evidence-page.tsx";
import { getProgress } from "#app/progress/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.view.title ?? words.progress.title) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const stage = stageAsked(new URL(request.url).searchParams.get("stage"));
  const progress = stage === "unreadable" ? undefined : await getProgress(context.database.reader, actor.personId, actor.today);
  if (!progress || stage === "unreadable") throw notFound();
  const view = evidenceOf({ ...progress, definition: progress.version.definition }, params.requirement ?? "", stage);
  if (!view) throw notFound();
  return { view };
}

export default function Evidence() {
  const { view } = useLoaderData<typeof loader>();
  return <EvidencePage view={view} back={{ to: paths.progress(), text: words.progress.evidence.back }} stageAt={(stage) => paths.progressOf(view.key, stage)} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
