import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { OpenClientPage } from "#app/logbook/client-forms.tsx";
import { openClient } from "#app/logbook/clients.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { openClientForm } from "#app/logbook/small-forms.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.logbook.clients.openTitle) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOwnLog(request, context);
  return { requestId: newId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const form = await readForm(request, openClientForm);
  if (!form.ok) return form.response;
  const { requestId, ageBand = null } = form.value;
  const result = await openClient(context.database, actor, { requestId, ageBand }, context.clock());
  return result.ok ? redirect(`${paths.client(result.value.clientId)}?saved=opened`) : answerRefusal(form.submission, result);
}

export default function OpenClient() {
  return <OpenClientPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
