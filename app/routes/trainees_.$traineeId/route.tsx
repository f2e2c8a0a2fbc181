import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { SupervisedPage } from "#app/seen/supervised-page.tsx";
import { findSupervisedPage } from "#app/seen/supervised.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.name ?? words.progress.trainees.title) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const page = await findSupervisedPage(context.database.reader, actor, params.traineeId ?? "", context.clock());
  if (!page) throw notFound();
  return page;
}

export default function Trainee() {
  const page = useLoaderData<typeof loader>();
  return <SupervisedPage {...page} evidenceAt={(key) => paths.traineeProgressOf(page.traineeId, key)} howAt={paths.traineeAhead(page.traineeId)} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
