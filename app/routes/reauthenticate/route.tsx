import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { proofForm } from "#app/people/forms.ts";
import { needsCode, reauthenticate } from "#app/people/reauthenticate.server.ts";
import { safeRedirect } from "#app/people/redirects.ts";
import { requireActor, requireSignIn } from "#app/people/request.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

const t = words.people.reauthenticate;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return { needsCode: await needsCode(context, actor.personId) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = await requireSignIn(request, context);
  const form = await readForm(request, proofForm);
  if (!form.ok) return form.response;
  const result = await reauthenticate(context, session, { password: form.value.password, code: form.value.code ?? "" });
  if (!result.ok) return answerRefusal(form.submission, result);
  return redirect(safeRedirect(new URL(request.url).searchParams.get("redirectTo"), paths.account()));
}

export default function Reauthenticate() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FormPage<{ password: string; code: string }> id="proof" title={t.title} lead={t.lead} submit={t.submit} cancelTo={paths.account()} lastResult={answer?.lastResult}>
      {(fields) => (
        <>
          <TextField meta={fields.password} label={words.people.signIn.password} type="password" autoComplete="current-password" />
          {loaded.needsCode && <TextField meta={fields.code} label={words.people.secondFactor.code} hint={t.codeHint} autoComplete="one-time-code" width="medium" />}
        </>
      )}
    </FormPage>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
