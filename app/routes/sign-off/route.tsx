import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { loadListPage } from "#app/accreditation/list-page.server.ts";
import { ListPage } from "#app/accreditation/list-page.tsx";
import { hasRole } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.accreditation.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  if (!(["trainee", "supervisor", "lead"] as const).some((role) => hasRole(actor, role))) throw forbidden();
  return loadListPage(context.database.reader, actor);
}

export default function SignOff() {
  return <ListPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
