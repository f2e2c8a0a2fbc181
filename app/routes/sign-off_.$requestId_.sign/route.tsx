import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readSigning } from "#app/accreditation/act.server.ts";
import { signForm } from "#app/accreditation/forms.ts";
import { closingOutcome } from "#app/accreditation/may-sign.ts";
import { loadRequestPage } from "#app/accreditation/request-page.server.ts";
import { RequestPage } from "#app/accreditation/request-page.tsx";
import { decide } from "#app/accreditation/sign.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? words.accreditation.titleOf(page.stageName, page.traineeName) : words.accreditation.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadRequestPage(request, params.requestId, context);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const read = await readSigning(request, params.requestId, context, "decision", () => signForm);
  if (!read.ok) return read.response;
  const { actor, asked, record, stageName, seen, submission } = read;
  const outcome = closingOutcome(record.version.definition, asked.stage);
  const input = { requestId: asked.id, statement: words.accreditation.statement[outcome](stageName), seen, outcome, actions: null };
  const result = await decide(context.database, actor, input, context.clock());
  return result.ok ? redirect(paths.signOffRequest(asked.id, "decided")) : answerRefusal(submission, result);
}

/** Whatever was answered, what stands is read afresh: a form carries what was seen. */
export const shouldRevalidate = (): boolean => true;

export default function Sign() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <RequestPage {...useLoaderData<typeof loader>()} refused={lastResult && { form: "sign", lastResult }} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
