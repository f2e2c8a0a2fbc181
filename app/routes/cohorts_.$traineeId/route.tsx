import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireLeadOf } from "#app/outcomes/lead.server.ts";
import { TraineePage } from "#app/outcomes/trainee-page.tsx";
import { findLedTrainee } from "#app/outcomes/trainee-queries.server.ts";
import { traineeView } from "#app/outcomes/trainee-view.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.view.heading ?? words.outcomes.cohort.title) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const traineeId = params.traineeId ?? "";
  const actor = await requireLeadOf(request, context, traineeId);
  const trainee = await findLedTrainee(context.database.reader, traineeId, actor.today);
  if (!trainee) throw notFound();
  return { view: traineeView(trainee, actor.today), mayRecognise: traineeId !== actor.personId, saved: new URL(request.url).searchParams.get("saved") };
}

export default function CohortTrainee() {
  return <TraineePage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
