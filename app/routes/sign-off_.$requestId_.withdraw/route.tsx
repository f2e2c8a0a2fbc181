import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { withdrawRequest } from "#app/accreditation/ask-sign-off.server.ts";
import { buttonForm } from "#app/accreditation/forms.ts";
import { loadRequestPage, requireRequest } from "#app/accreditation/request-page.server.ts";
import { RequestPage } from "#app/accreditation/request-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? words.accreditation.titleOf(page.stageName, page.traineeName) : words.accreditation.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadRequestPage(request, params.requestId, context);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, asked } = await requireRequest(request, params.requestId, context);
  if (asked.traineeId !== actor.personId) throw forbidden();
  const form = await readForm(request, buttonForm);
  if (!form.ok) return form.response;
  const result = await withdrawRequest(context.database, actor, { requestId: asked.id }, context.clock());
  return result.ok ? redirect(paths.signOffRequest(asked.id, "withdrawn")) : answerRefusal(form.submission, result);
}

/** Whatever was answered, what stands is read afresh: a form carries what was seen. */
export const shouldRevalidate = (): boolean => true;

export default function WithdrawRequest() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <RequestPage {...useLoaderData<typeof loader>()} refused={lastResult && { form: "withdraw", lastResult }} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
