import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { WorkingTimePage } from "#app/pathway/working-time-page.tsx";
import { requireWorkingTime } from "#app/pathway/working-time-view.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.enrolment.time.title(data?.view.trainee.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view } = await requireWorkingTime(request, context, params.traineeId);
  return { view, saved: new URL(request.url).searchParams.get("saved") };
}

export default function WorkingTimeRoute() {
  return <WorkingTimePage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
