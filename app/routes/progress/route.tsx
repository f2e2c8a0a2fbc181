import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { homeFor } from "#app/people/home.ts";
import { hasRole } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import { LogActions, ProgressPage } from "#app/progress/progress-page.tsx";
import { getProgress } from "#app/progress/queries.server.ts";
import { progressView } from "#app/progress/view.ts";
import { NotEnrolled } from "#app/progress/not-enrolled.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.progress.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const isTrainee = hasRole(actor, "trainee");
  const progress = await getProgress(context.database.reader, actor.personId, actor.today);
  if (!isTrainee && !progress) throw redirect(homeFor(actor));
  return { view: progress ? progressView(progress, true) : null, may: { log: isTrainee } };
}

export default function Progress() {
  const { view, may } = useLoaderData<typeof loader>();
  if (view === null) return <NotEnrolled />;
  return (
    <ProgressPage view={view} evidenceAt={(key) => paths.progressOf(key)} wholeLog={paths.log()}
      actions={may.log && <LogActions next={view.next} />} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
