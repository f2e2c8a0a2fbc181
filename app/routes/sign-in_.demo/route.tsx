import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { demoForm } from "#app/people/forms.ts";
import { readSignIn } from "#app/people/request.server.ts";
import { sessionCookie } from "#app/people/sessions.server.ts";
import { signInDemo } from "#app/people/sign-in.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";

/** One press on the demonstration's sign-in page; there is no such address anywhere else. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.environment.isDemo) throw notFound();
  return redirect(paths.signIn());
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (!context.environment.isDemo) throw notFound();
  const form = await readForm(request, demoForm);
  const present = await readSignIn(request, context);
  const result = form.ok ? await signInDemo(context, form.value.email, present?.session ?? null) : form;
  if (!result.ok) return redirect(paths.signIn());
  return redirect(paths.home(), { headers: { "Set-Cookie": sessionCookie(context.database, context.environment, result.value.sessionId) } });
}

/** Never shown: the address answers with a redirect, or is not there. */
export default function DemoSignIn() {
  return null;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
