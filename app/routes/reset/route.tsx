import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { askResetForm } from "#app/people/forms.ts";
import { askReset, RESET_MINUTES } from "#app/people/reset.server.ts";
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

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, askResetForm);
  if (!form.ok) return form.response;
  const tooMany = await askReset(context, form.value.email);
  return tooMany ? answerRefusal(form.submission, tooMany) : data({ sentFor: RESET_MINUTES });
}

export default function Reset() {
  const answer = useActionData<typeof action>();
  if (answer && "sentFor" in answer) return <Sent minutes={answer.sentFor} />;
  return (
    <FormPage<{ email: string }> id="reset" title={t.title} lead={t.lead} submit={t.submit} cancelTo={paths.signIn()} cancel={t.back} lastResult={answer?.lastResult}>
      {(fields) => <TextField meta={fields.email} label={words.people.signIn.email} type="email" autoComplete="username" />}
    </FormPage>
  );
}

function Sent({ minutes }: { readonly minutes: number }) {
  return (
    <Narrow>
      <PageHead title={t.sentTitle} lead={t.sent(minutes)} />
      <p className="muted">{t.notArrived}</p>
      <div className="actions"><ButtonLink to={paths.signIn()}>{t.back}</ButtonLink></div>
    </Narrow>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
