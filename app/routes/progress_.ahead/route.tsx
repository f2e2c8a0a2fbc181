import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { AheadPage } from "#app/progress/forecast/ahead-page.tsx";
import { aheadView } from "#app/progress/forecast/ahead-view.ts";
import { getAheadFacts } from "#app/progress/forecast/facts.server.ts";
import { getProgress } from "#app/progress/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.progress.ahead.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const progress = await getProgress(db, actor.personId, actor.today);
  const view = progress && aheadView(await getAheadFacts(db, progress, context.clock()));
  if (!view) throw notFound();
  return { view };
}

export default function Ahead() {
  return <AheadPage {...useLoaderData<typeof loader>()} back={{ to: paths.progress(), text: words.progress.ahead.page.back }} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
