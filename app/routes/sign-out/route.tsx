import { type ActionFunctionArgs, redirect } from "@remix-run/node";

import { readSignIn } from "#app/people/request.server.ts";
import { blankSessionCookie } from "#app/people/sessions.server.ts";
import { signOut } from "#app/people/sign-in.server.ts";
import { paths } from "#app/ui/paths.ts";

export function loader() {
  return redirect(paths.home());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const signIn = await readSignIn(request, context);
  if (signIn) await signOut(context, signIn.session);
  return redirect(paths.signIn("signed-out"), { headers: { "Set-Cookie": blankSessionCookie(context.database, context.environment) } });
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
