import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form } from "@remix-run/react";

import { requireRecentProof, requireSignIn } from "#app/people/request.server.ts";
import { removeSecondFactor } from "#app/people/second-factor.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Narrow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const t = words.people.removePage;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireSignIn(request, context);
  requireRecentProof(context, actor, paths.accountSecondFactorRemove());
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, session } = await requireSignIn(request, context);
  requireRecentProof(context, actor, paths.accountSecondFactorRemove());
  await removeSecondFactor(context, session);
  return redirect(context.environment.isDemo ? paths.account() : paths.accountSecondFactor());
}

export default function Remove() {
  return (
    <Narrow>
      <PageHead title={t.title} lead={t.lead} />
      <Form method="post" className="actions">
        <Button look="danger">{t.submit}</Button>
        <ButtonLink to={paths.account()}>{t.keep}</ButtonLink>
      </Form>
    </Narrow>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
