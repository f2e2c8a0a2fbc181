import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { caseInputOf, changeClientDefaults, changeClientForm } from "#app/logbook/case-forms.ts";
import { clashOfCase, takeChosenOfCase } from "#app/logbook/clash.server.ts";
import { ChangeClientPage } from "#app/logbook/client-forms.tsx";
import { changeClient } from "#app/logbook/clients.server.ts";
import { clientFormContextOf, requireClient } from "#app/logbook/request.server.ts";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const { clients: said } = words.logbook;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? said.changeTitle(page.code) : said.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client } = await requireClient(request, params.clientId, context);
  return { clientId: client.id, code: client.code, version: client.version, defaults: changeClientDefaults(client) };
}

export const action = givingBack(TYPED_LABELS.case, async ({ request, params, context }) => {
  const { client, ...log } = await requireClient(request, params.clientId, context);
  const db = context.database.reader;
  const form = await readForm(request, changeClientForm(await clientFormContextOf(db, log, client)), (sent) => takeChosenOfCase(db, client, sent));
  if (!form.ok) return data({ ...form.response.data, clash: null }, { status: 400 });
  const input = { clientId: client.id, fromVersion: form.value.fromVersion, told: caseInputOf(form.value) };
  const result = await changeClient(context.database, log.actor, input, context.clock());
  if (result.ok) return redirect(`${paths.client(client.id)}?saved=changed`);
  const refused = answerRefusal(form.submission, result);
  if (result.code !== "changed_meanwhile") return data({ ...refused.data, clash: null }, refused.init ?? {});
  const { client: now } = await requireClient(request, client.id, context);
  return data({ ...refused.data, clash: await clashOfCase(db, now, { told: input.told, fromVersion: input.fromVersion }) }, { status: 409 });
});

export default function ChangeClient() {
  const answer = useActionData<typeof action>();
  return <ChangeClientPage {...useLoaderData<typeof loader>()} clash={answer?.clash ?? null} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
