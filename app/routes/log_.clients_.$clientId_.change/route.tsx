import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { caseInputOf, changeClientDefaults, changeClientForm } from "#app/logbook/case-forms.ts";
import { ChangeClientPage } from "#app/logbook/client-forms.tsx";
import { changeClient } from "#app/logbook/clients.server.ts";
import { clientFormContextOf, requireClient } from "#app/logbook/request.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const { clients: said } = words.logbook;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? said.changeTitle(page.code) : said.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client } = await requireClient(request, params.clientId, context);
  return { clientId: client.id, code: client.code, version: client.version, defaults: changeClientDefaults(client) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { client, ...log } = await requireClient(request, params.clientId, context);
  const form = await readForm(request, changeClientForm(await clientFormContextOf(context.database.reader, log, client)));
  if (!form.ok) return data({ ...form.response.data, version: null }, { status: 400 });
  const input = { clientId: client.id, fromVersion: form.value.fromVersion, told: caseInputOf(form.value) };
  const result = await changeClient(context.database, log.actor, input, context.clock());
  if (result.ok) return redirect(`${paths.client(client.id)}?saved=changed`);
  const refused = answerRefusal(form.submission, result);
  return data({ ...refused.data, version: client.version }, refused.init ?? {});
}

export default function ChangeClient() {
  const { version, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ChangeClientPage {...page} version={answer?.version ?? version} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
