import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { askResetForm } from "#app/people/forms.ts";
import { askReset, RESET_MINUTES } from "#app/people/reset.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { logUnexpected } from "#app/platform/log.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
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
  const asked = await askReset(context, form.value.email, (error) => {
    logUnexpected(error, { requestId: context.requestId, method: request.method, target: paths.reset() });
  });
  return asked.ok ? data({ sentFor: RESET_MINUTES }) : answerRefusal(form.submission, asked);
}

export default function Reset() {
  const answer = useActionData<typeof action>();
  if (answer && "sentFor" in answer) return <Sent minutes={answer.sentFor} />;
  return (
    <Narrow>
      <PageHead title={t.title} lead={t.lead} />
      <Card>
        <FormFor<{ email: string }> id="reset" lastResult={answer?.lastResult}>
          {(fields) => (
            <>
              <TextField meta={fields.email} label={words.people.signIn.email} type="email" autoComplete="username" />
              <Button wide>{t.submit}</Button>
              <ButtonLink to={paths.signIn()} wide>{t.back}</ButtonLink>
            </>
          )}
        </FormFor>
      </Card>
    </Narrow>
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
