import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { codeForm } from "#app/people/forms.ts";
import { safeRedirect } from "#app/people/redirects.ts";
import { readSignIn, requireSignIn } from "#app/people/request.server.ts";
import { giveSecondFactor } from "#app/people/second-factor.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Narrow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

const t = words.people.secondFactor;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const signIn = await readSignIn(request, context);
  if (signIn?.step === "second_factor") return null;
  await requireSignIn(request, context);
  return redirect(paths.home());
}

export async function action({ request, context }: ActionFunctionArgs) {
  const signIn = await readSignIn(request, context);
  if (signIn?.step !== "second_factor") return redirect(paths.home());
  const form = await readForm(request, codeForm);
  if (!form.ok) return form.response;
  const result = await giveSecondFactor(context, signIn.session, form.value.code);
  if (!result.ok) return answerRefusal(form.submission, result);
  return redirect(safeRedirect(new URL(request.url).searchParams.get("redirectTo"), "/"));
}

export default function SecondFactor() {
  const answer = useActionData<typeof action>();
  return (
    <Narrow>
      <PageHead title={t.title} lead={t.lead} />
      <Card>
        <FormFor<{ code: string }> id="second-factor" lastResult={answer?.lastResult}>
          {(fields) => (
            <>
              <TextField meta={fields.code} label={t.code} hint={t.codeHint} autoComplete="one-time-code" width="medium" />
              <Button wide>{t.submit}</Button>
            </>
          )}
        </FormFor>
        <Form method="post" action={paths.signOut()}><Button look="quiet" wide>{t.cancel}</Button></Form>
      </Card>
    </Narrow>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
