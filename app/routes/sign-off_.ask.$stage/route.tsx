import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { loadAskPage, requireOwnStage } from "#app/accreditation/ask-page.server.ts";
import { AskPage } from "#app/accreditation/ask-page.tsx";
import { askSignOff } from "#app/accreditation/ask-sign-off.server.ts";
import { buttonForm } from "#app/accreditation/forms.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? words.accreditation.ask.title(page.stageName) : words.accreditation.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadAskPage(request, params.stage, context);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, stage } = await requireOwnStage(request, params.stage, context);
  const form = await readForm(request, buttonForm);
  if (!form.ok) return form.response;
  const result = await askSignOff(context.database, actor, { stage }, context.clock());
  return result.ok ? redirect(paths.signOffRequest(result.value.requestId, "asked")) : answerRefusal(form.submission, result);
}

/** What is missing is read afresh where it could not be asked. */
export const shouldRevalidate = (): boolean => true;

export default function AskSignOff() {
  return <AskPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
