import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { caseInputOf, openClientForm } from "#app/logbook/case-forms.ts";
import { OpenClientPage } from "#app/logbook/client-forms.tsx";
import { findOpened, openClient } from "#app/logbook/clients.server.ts";
import { formContextOf, requireOwnLog } from "#app/logbook/request.server.ts";
import { answerSent } from "#app/logbook/sent-before.server.ts";
import { SentBefore } from "#app/logbook/sent-before.tsx";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.logbook.clients.openTitle) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOwnLog(request, context);
  return { requestId: newId() };
}

export const action = givingBack(TYPED_LABELS.case, async ({ request, context }) => {
  const log = await requireOwnLog(request, context);
  const { actor } = log;
  const form = await readForm(request, openClientForm(await formContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const { requestId } = form.value;
  const result = await openClient(context.database, actor, { requestId, ...caseInputOf(form.value) }, context.clock());
  if (result.ok) return redirect(`${paths.client(result.value.clientId)}?saved=opened`);
  return answerSent(form.submission, result, async () => {
    const clientId = await findOpened(context.database.reader, actor.personId, requestId);
    return clientId === undefined ? null : paths.client(clientId);
  });
});

export default function OpenClient() {
  const answer = useActionData<typeof action>();
  return <OpenClientPage {...useLoaderData<typeof loader>()} before={<SentBefore answer={answer} />} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
