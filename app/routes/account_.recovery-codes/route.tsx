import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { proofForm } from "#app/people/forms.ts";
import { PROOF_LABELS, ProofFields, type ProofInputs } from "#app/people/proof-fields.tsx";
import { findProof, prove } from "#app/people/prove.server.ts";
import { requireSignIn } from "#app/people/request.server.ts";
import { renewRecoveryCodes } from "#app/people/second-factor.server.ts";
import { RecoveryCodes } from "#app/people/set-up-page.tsx";
import { readForm } from "#app/platform/http/form.server.ts";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const t = words.people.codesPage;

export const meta: MetaFunction = () => [{ title: words.common.title(t.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireSignIn(request, context);
  return { proof: await findProof(context, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireSignIn(request, context);
  const form = await readForm(request, proofForm);
  if (!form.ok) return form.response;
  const unproved = await prove(request, context, form.submission, form.value);
  if (unproved) return unproved;
  const result = await renewRecoveryCodes(context, actor.personId);
  return result.ok ? data({ codes: result.value.recoveryCodes }) : redirect(paths.accountSecondFactor());
}

/** A proof is asked for by what stands after the form was answered, not by what stood when the page was opened. */
export const shouldRevalidate = (): boolean => true;

export default function NewCodes() {
  const { proof } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "codes" in answer) return <RecoveryCodes codes={answer.codes} />;
  return (
    <FormPage<ProofInputs> id="codes" title={t.title} lead={t.lead} submit={t.submit} cancelTo={paths.account()}
      labels={PROOF_LABELS} lastResult={answer?.lastResult}>
      {(fields) => <ProofFields proof={proof} hint={words.people.proof.forAccount} fields={fields} />}
    </FormPage>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
