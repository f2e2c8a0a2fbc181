import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SignOffCards } from "#app/accreditation/sign-off-card.tsx";
import { findSignOffView } from "#app/accreditation/stage-view.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
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
  return { traineeId: progress.trainee.id, name: progress.trainee.name, view: progressView(progress, false), signOff: await findSignOffView(db, actor, progress.trainee.id, context.clock()) };
}

export default function Trainee() {
  const { traineeId, view, signOff } = useLoaderData<typeof loader>();
  return <ProgressPage view={view} lead={words.progress.trainees.reading} evidenceAt={(key) => paths.traineeProgressOf(traineeId, key)}
    signOff={signOff && <SignOffCards view={signOff} isOwn={false} />} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
