import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { z } from "zod";

import { safeRedirect } from "#app/people/redirects.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { badRequest } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { THEMES } from "#app/ui/root-data.ts";
import { themeCookie } from "#app/ui/theme.ts";

const schema = z.object({ theme: z.enum(THEMES), redirectTo: z.string().optional() });

/** Only a form leads here; a visit goes home. */
export function loader() {
  return redirect(paths.home());
}

/** Keeps the theme in a cookie and goes back to the page. Anybody may, signed in or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema);
  if (!form.ok) throw badRequest();
  const { theme, redirectTo } = form.value;
  return redirect(safeRedirect(redirectTo, paths.home()), { headers: { "Set-Cookie": themeCookie(theme, context.environment.origin) } });
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
