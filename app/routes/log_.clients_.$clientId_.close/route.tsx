import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { closeCaseDefaults, closeCaseForm, closingOf } from "#app/logbook/case-forms.ts";
import { clashOfClosing, takeChosenOfClosing } from "#app/logbook/clash.server.ts";
import { CloseCasePage } from "#app/logbook/client-forms.tsx";
import { closeCase } from "#app/logbook/close-case.server.ts";
import { clientFormContextOf, requireClient } from "#app/logbook/request.server.ts";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.cases.close;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? said.title(page.code) : said.action) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client } = await requireClient(request, params.clientId, context);
  return { clientId: client.id, code: client.code, version: client.version, isClosed: client.closedOn !== null, defaults: closeCaseDefaults(client) };
}

export const action = givingBack(TYPED_LABELS.case, async ({ request, params, context }) => {
  const { client, ...log } = await requireClient(request, params.clientId, context);
  const db = context.database.reader;
  const form = await readForm(request, closeCaseForm(await clientFormContextOf(db, log, client)), (sent) => takeChosenOfClosing(db, client, sent));
  if (!form.ok) return data({ ...form.response.data, clash: null }, { status: 400 });
  const [fromVersion, closing] = [form.value.fromVersion, closingOf(form.value)];
  const result = await closeCase(context.database, log.actor, { clientId: client.id, fromVersion, ...closing }, context.clock());
  if (result.ok) return redirect(`${paths.client(client.id)}?saved=closed`);
  const refused = answerRefusal(form.submission, result);
  if (result.code !== "changed_meanwhile") return data({ ...refused.data, clash: null }, refused.init ?? {});
  const { client: now } = await requireClient(request, client.id, context);
  return data({ ...refused.data, clash: await clashOfClosing(db, now, { closing, fromVersion }) }, { status: 409 });
});

export default function CloseCase() {
  const answer = useActionData<typeof action>();
  return <CloseCasePage {...useLoaderData<typeof loader>()} clash={answer?.clash ?? null} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
