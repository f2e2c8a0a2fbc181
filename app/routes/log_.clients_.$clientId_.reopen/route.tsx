import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { reopenCaseForm } from "#app/logbook/case-forms.ts";
import { ReopenCasePage } from "#app/logbook/client-forms.tsx";
import { closingInWords } from "#app/logbook/case-view.ts";
import { reopenCase } from "#app/logbook/close-case.server.ts";
import { requireClient } from "#app/logbook/request.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.cases.reopen;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? said.title(page.code) : said.action) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client } = await requireClient(request, params.clientId, context);
  if (client.closedOn === null) throw redirect(paths.client(client.id));
  return { clientId: client.id, code: client.code, version: client.version };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, client } = await requireClient(request, params.clientId, context);
  const form = await readForm(request, reopenCaseForm(actor.today));
  if (!form.ok) return data({ ...form.response.data, fresh: null }, { status: 400 });
  const { fromVersion, reopenedOn } = form.value;
  const result = await reopenCase(context.database, actor, { clientId: client.id, fromVersion, reopenedOn }, context.clock());
  if (result.ok) return redirect(`${paths.client(client.id)}?saved=reopened`);
  const refused = answerRefusal(form.submission, result);
  if (result.code !== "changed_meanwhile") return data({ ...refused.data, fresh: null }, refused.init ?? {});
  const { client: now } = await requireClient(request, client.id, context);
  return data({ ...refused.data, fresh: { version: now.version, values: closingInWords(now) } }, { status: 409 });
});

export default function ReopenCase() {
  const answer = useActionData<typeof action>();
  return <ReopenCasePage {...useLoaderData<typeof loader>()} fresh={answer?.fresh ?? null} defaults={{ reopenedOnChoice: "today" }} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
