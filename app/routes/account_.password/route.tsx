import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { changePassword } from "#app/people/change-password.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { changePasswordForm } from "#app/people/forms.ts";
import { requireActor, requireSignIn } from "#app/people/request.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Narrow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

const t = words.people.passwordPage;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = await requireSignIn(request, context);
  const form = await readForm(request, changePasswordForm);
  if (!form.ok) return form.response;
  const result = await changePassword(context, session, { current: form.value.currentPassword, next: form.value.newPassword });
  return result.ok ? redirect(paths.account("password")) : answerRefusal(form.submission, result);
}

export default function Password() {
  const answer = useActionData<typeof action>();
  return (
    <Narrow>
      <PageHead title={t.title} />
      <Card>
        <FormFor<{ currentPassword: string; newPassword: string }> id="password" lastResult={answer?.lastResult}>
          {(fields) => (
            <>
              <TextField meta={fields.currentPassword} label={t.current} type="password" autoComplete="current-password" />
              <TextField meta={fields.newPassword} label={t.next} hint={words.people.reset.newPasswordHint} type="password" autoComplete="new-password" />
              <Button wide>{t.submit}</Button>
              <ButtonLink to={paths.account()} wide>{words.common.form.cancel}</ButtonLink>
            </>
          )}
        </FormFor>
      </Card>
    </Narrow>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
