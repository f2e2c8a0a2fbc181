import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { closeCaseDefaults, closeCaseForm, closingOf } from "#app/logbook/case-forms.ts";
import { CloseCasePage } from "#app/logbook/client-forms.tsx";
import { closeCase } from "#app/logbook/close-case.server.ts";
import { clientFormContextOf, requireClient } from "#app/logbook/request.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.cases.close;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? said.title(page.code) : said.action) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client } = await requireClient(request, params.clientId, context);
  return { clientId: client.id, code: client.code, version: client.version, isClosed: client.closedOn !== null, defaults: closeCaseDefaults(client) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { client, ...log } = await requireClient(request, params.clientId, context);
  const form = await readForm(request, closeCaseForm(await clientFormContextOf(context.database.reader, log, client)));
  if (!form.ok) return data({ ...form.response.data, version: null }, { status: 400 });
  const input = { clientId: client.id, fromVersion: form.value.fromVersion, ...closingOf(form.value) };
  const result = await closeCase(context.database, log.actor, input, context.clock());
  if (result.ok) return redirect(`${paths.client(client.id)}?saved=closed`);
  const refused = answerRefusal(form.submission, result);
  return data({ ...refused.data, version: client.version }, refused.init ?? {});
}

export default function CloseCase() {
  const { version, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CloseCasePage {...page} version={answer?.version ?? version} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
