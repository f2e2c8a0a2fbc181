import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { recountSupervised } from "#app/logbook/recount-supervised.server.ts";
import { verifyExternal } from "#app/people/create-person.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";

/** A lead's press beside an external supervisor in the list of what waits. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  return redirect(paths.waiting());
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const result = await verifyExternal(context.database, actor, params.personId ?? "", context.clock(), recountSupervised);
  if (!result.ok && result.code === "not_there") throw notFound();
  if (!result.ok && result.code === "not_allowed") throw forbidden();
  return redirect(paths.waiting());
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
