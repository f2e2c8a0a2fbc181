import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { voidClient } from "#app/logbook/clients.server.ts";
import { formContextOf, requireClient } from "#app/logbook/request.server.ts";
import { voidForm } from "#app/logbook/small-forms.ts";
import { VoidPage } from "#app/logbook/void-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.voiding;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(said.clientTitle(data?.code ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client } = await requireClient(request, params.clientId, context);
  return { clientId: client.id, code: client.code, version: client.version };
}

export const action = givingBack({ reason: words.logbook.labels.reason }, async ({ request, params, context }) => {
  const { client, ...log } = await requireClient(request, params.clientId, context);
  const form = await readForm(request, voidForm(await formContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const { fromVersion, reason } = form.value;
  const result = await voidClient(context.database, log.actor, { clientId: client.id, fromVersion, reason }, context.clock());
  return result.ok ? redirect(`${paths.clients()}?saved=voided`) : answerRefusal(form.submission, result);
});

export default function VoidClient() {
  const { clientId, code, version } = useLoaderData<typeof loader>();
  return (
    <VoidPage title={said.clientTitle(code)} text={said.clientText} submit={said.clientSubmit} version={version} cancelTo={paths.client(clientId)}
      lastResult={useActionData<typeof action>()?.lastResult} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
