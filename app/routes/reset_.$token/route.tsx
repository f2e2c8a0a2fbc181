import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { newPasswordForm } from "#app/people/forms.ts";
import { findLivingReset, resetPassword } from "#app/people/reset.server.ts";
import { blankSessionCookie } from "#app/people/sessions.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { Narrow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

const t = words.people.reset;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const isLiving = await findLivingReset(context.database.reader, params.token ?? "", context.clock()) !== undefined;
  return data({ isLiving }, { status: isLiving ? 200 : 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, newPasswordForm);
  if (!form.ok) return form.response;
  const result = await resetPassword(context, params.token ?? "", form.value.newPassword);
  if (!result.ok) return answerRefusal(form.submission, result);
  return redirect(paths.signIn("reset"), { headers: { "Set-Cookie": blankSessionCookie(context.database, context.environment) } });
}

export default function NewPassword() {
  const { isLiving } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!isLiving) return <Spent />;
  return (
    <FormPage<{ newPassword: string }> id="new-password" title={t.title} submit={t.save} cancelTo={null} lastResult={answer?.lastResult}>
      {(fields) => <TextField meta={fields.newPassword} label={t.newPassword} hint={t.newPasswordHint} type="password" autoComplete="new-password" />}
    </FormPage>
  );
}

function Spent() {
  return (
    <Narrow>
      <PageHead title={t.spentTitle} lead={t.spent} />
      <div className="actions"><ButtonLink to={paths.reset()} look="primary">{t.again}</ButtonLink></div>
    </Narrow>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
