import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { requireRecentProof, requireSignIn } from "#app/people/request.server.ts";
import { renewRecoveryCodes } from "#app/people/second-factor.server.ts";
import { RecoveryCodes } from "#app/people/set-up-page.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Narrow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const t = words.people.codesPage;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireSignIn(request, context);
  requireRecentProof(context, actor, paths.accountRecoveryCodes());
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignIn(request, context);
  requireRecentProof(context, actor, paths.accountRecoveryCodes());
  const result = await renewRecoveryCodes(context, actor.personId);
  return result.ok ? data({ codes: result.value.recoveryCodes }) : redirect(paths.accountSecondFactor());
}

export default function NewCodes() {
  const answer = useActionData<typeof action>();
  if (answer) return <RecoveryCodes codes={answer.codes} />;
  return (
    <Narrow>
      <PageHead title={t.title} lead={t.lead} />
      <Form method="post" className="actions">
        <Button>{t.submit}</Button>
        <ButtonLink to={paths.account()}>{words.common.form.cancel}</ButtonLink>
      </Form>
    </Narrow>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
