import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { evidenceOf, stageAsked } from "#app/progress/evidence.ts";
import { EvidencePage } from "#app/progress/evidence-page.tsx";
import { findSupervisedProgress } from "#app/progress/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.view.title ?? words.progress.title) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const stage = stageAsked(new URL(request.url).searchParams.get("stage"));
  const progress = await findSupervisedProgress(context.database.reader, actor, params.traineeId ?? "");
  if (!progress || stage === "unreadable") throw notFound();
  const view = evidenceOf({ ...progress, definition: progress.version.definition }, params.requirement ?? "", stage);
  if (!view) throw notFound();
  return { view, trainee: progress.trainee };
}

export default function TraineeEvidence() {
  const { view, trainee } = useLoaderData<typeof loader>();
  const back = { to: paths.trainee(trainee.id), text: words.progress.evidence.backTo(trainee.name) };
  return <EvidencePage view={view} back={back} stageAt={(stage) => paths.traineeProgressOf(trainee.id, view.key, stage)} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
