import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { changePassword } from "#app/people/change-password.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { changePasswordForm } from "#app/people/forms.ts";
import { requireActor, requireSignIn } from "#app/people/request.server.ts";
import { sessionCookie } from "#app/people/sessions.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { FormPage } from "#app/ui/form-page.tsx";
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
  if (!result.ok) return answerRefusal(form.submission, result);
  const cookie = sessionCookie(context.database, context.environment, result.value.sessionId);
  return redirect(paths.account("password"), { headers: { "Set-Cookie": cookie } });
}

export default function Password() {
  const answer = useActionData<typeof action>();
  return (
    <FormPage<{ currentPassword: string; newPassword: string }> id="password" title={t.title} submit={t.submit} cancelTo={paths.account()} lastResult={answer?.lastResult}>
      {(fields) => (
        <>
          <TextField meta={fields.currentPassword} label={t.current} type="password" autoComplete="current-password" />
          <TextField meta={fields.newPassword} label={t.next} hint={words.people.reset.newPasswordHint} type="password" autoComplete="new-password" />
        </>
      )}
    </FormPage>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
