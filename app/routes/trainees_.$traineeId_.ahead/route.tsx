import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { AheadPage } from "#app/progress/forecast/ahead-page.tsx";
import { aheadView } from "#app/progress/forecast/ahead-view.ts";
import { getAheadFacts } from "#app/progress/forecast/facts.server.ts";
import { findSupervisedProgress } from "#app/progress/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.progress.ahead.title) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const progress = await findSupervisedProgress(db, actor, params.traineeId ?? "");
  const view = progress && aheadView(await getAheadFacts(db, progress, context.clock()));
  if (!progress || !view) throw notFound();
  return { view, trainee: progress.trainee };
}

export default function TraineeAhead() {
  const { view, trainee } = useLoaderData<typeof loader>();
  return <AheadPage view={view} back={{ to: paths.trainee(trainee.id), text: words.progress.ahead.page.backTo(trainee.name) }} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
