import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { proofForm } from "#app/people/forms.ts";
import { PROOF_LABELS, ProofFields, type ProofInputs } from "#app/people/proof-fields.tsx";
import { findProof, prove } from "#app/people/prove.server.ts";
import { requireSignIn } from "#app/people/request.server.ts";
import { removeSecondFactor } from "#app/people/second-factor.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const t = words.people.removePage;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireSignIn(request, context);
  return { proof: await findProof(context, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = await requireSignIn(request, context);
  const form = await readForm(request, proofForm);
  if (!form.ok) return form.response;
  const unproved = await prove(request, context, form.submission, form.value);
  if (unproved) return unproved;
  await removeSecondFactor(context, session);
  return redirect(context.environment.isDemo ? paths.account() : paths.accountSecondFactor());
}

/** A proof is asked for by what stands after the form was answered, not by what stood when the page was opened. */
export const shouldRevalidate = (): boolean => true;

export default function Remove() {
  const { proof } = useLoaderData<typeof loader>();
  return (
    <FormPage<ProofInputs> id="remove" title={t.title} lead={t.lead} submit={t.submit} look="danger" cancelTo={paths.account()} cancel={t.keep}
      labels={PROOF_LABELS} lastResult={useActionData<typeof action>()?.lastResult}>
      {(fields) => <ProofFields proof={proof} hint={words.people.proof.forAccount} fields={fields} />}
    </FormPage>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
