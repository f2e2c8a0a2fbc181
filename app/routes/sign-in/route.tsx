import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { signInForm } from "#app/people/forms.ts";
import { homeFor } from "#app/people/home.ts";
import { safeRedirect } from "#app/people/redirects.ts";
import { readSignIn } from "#app/people/request.server.ts";
import { sessionCookie } from "#app/people/sessions.server.ts";
import { signIn } from "#app/people/sign-in.server.ts";
import { SignInPage } from "#app/people/sign-in-page.tsx";
import { readForm } from "#app/platform/http/form.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.people.signIn.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const present = await readSignIn(request, context);
  if (present?.step === "complete") return redirect(homeFor(present.actor));
  const asked = new URL(request.url).searchParams;
  return {
    isDemo: context.environment.isDemo,
    hasNoRole: present?.step === "no_role",
    done: asked.get("done"), isUnsaved: asked.has("unsaved"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, signInForm);
  if (!form.ok) return form.response;
  const present = await readSignIn(request, context);
  const result = await signIn(context, form.value, present?.session ?? null);
  if (!result.ok) return answerRefusal(form.submission, result);
  const to = safeRedirect(new URL(request.url).searchParams.get("redirectTo"), "/");
  return redirect(to, { headers: { "Set-Cookie": sessionCookie(context.database, context.environment, result.value.sessionId) } });
}

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
