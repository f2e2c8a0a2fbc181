import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SignOffCards } from "#app/accreditation/sign-off-card.tsx";
import { findSignOffView } from "#app/accreditation/stage-view.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { aheadOf } from "#app/progress/forecast/ahead.ts";
import { getAheadFacts } from "#app/progress/forecast/facts.server.ts";
import { WhenCard } from "#app/progress/forecast/when-card.tsx";
import { whenView } from "#app/progress/forecast/when-view.ts";
import { ProgressPage } from "#app/progress/progress-page.tsx";
import { findSupervisedProgress } from "#app/progress/queries.server.ts";
import { progressView } from "#app/progress/view.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.name ?? words.progress.trainees.title) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const progress = await findSupervisedProgress(db, actor, params.traineeId ?? "");
  if (!progress) throw notFound();
  const ahead = await getAheadFacts(db, progress, context.clock());
  return {
    traineeId: progress.trainee.id, name: progress.trainee.name, view: progressView(progress, false), when: whenView(aheadOf(ahead), ahead),
    signOff: await findSignOffView(db, actor, progress.trainee.id, context.clock()),
  };
}

export default function Trainee() {
  const { traineeId, view, when, signOff } = useLoaderData<typeof loader>();
  return (
    <ProgressPage view={view} lead={words.progress.trainees.reading} evidenceAt={(key) => paths.traineeProgressOf(traineeId, key)}
      when={when && <WhenCard view={when} howAt={paths.traineeAhead(traineeId)} />} signOff={signOff && <SignOffCards view={signOff} isOwn={false} />} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
