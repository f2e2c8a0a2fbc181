import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { getAccount } from "#app/people/accounts.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { setUpForm } from "#app/people/forms.ts";
import { forgetSignIn, requireSetUp } from "#app/people/request.server.ts";
import { hasSecondFactor } from "#app/people/second-factor-state.server.ts";
import { beginSetUp, confirmSetUp, resumeSetUp } from "#app/people/second-factor.server.ts";
import { RecoveryCodes, SetUpAlready, SetUpPage } from "#app/people/set-up-page.tsx";
import { readForm } from "#app/platform/http/form.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.people.setUp.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireSetUp(request, context);
  const { email } = await getAccount(context.database.reader, actor.personId);
  return { setUp: await hasSecondFactor(context.database.reader, actor.personId) ? null : beginSetUp(context, actor.personId, email) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = await requireSetUp(request, context);
  const form = await readForm(request, setUpForm);
  const { email } = await getAccount(context.database.reader, session.personId);
  if (!form.ok) return data({ ...form.response.data, setUp: undefined }, { status: 400 });
  const result = await confirmSetUp(context, session, form.value);
  forgetSignIn(context);
  if (result.ok) return data({ codes: result.value.recoveryCodes });
  const refusal = answerRefusal(form.submission, result);
  return data({ ...refusal.data, setUp: resumeSetUp(context, session.personId, email, form.value.sealed) }, refusal.init ?? {});
}

export default function SecondFactor() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "codes" in answer) return <RecoveryCodes codes={answer.codes} />;
  const setUp = answer?.setUp ?? loaded.setUp;
  return setUp ? <SetUpPage setUp={setUp} lastResult={answer?.lastResult} /> : <SetUpAlready />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
