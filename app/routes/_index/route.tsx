import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { homeFor } from "#app/people/home.ts";
import { requireActor } from "#app/people/request.server.ts";

/** Leads everybody to where their work starts, and others to sign-in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return redirect(homeFor(await requireActor(request, context)));
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
