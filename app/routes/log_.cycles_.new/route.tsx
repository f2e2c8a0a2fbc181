import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { CycleForm } from "#app/logbook/cycle-fields.tsx";
import { clientChoiceOf, cycleContentOf, cycleForm, newCycleDefaults } from "#app/logbook/cycle-form.ts";
import { logCycle } from "#app/logbook/log-entry.server.ts";
import { listClients } from "#app/logbook/queries.server.ts";
import { formContextOf, requireOwnLog } from "#app/logbook/request.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { FormFrame } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.cycle;

export const meta: MetaFunction = () => [{ title: words.common.title(said.new) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const clients = await listClients(context.database.reader, actor.personId);
  const asked = new URL(request.url).searchParams.get("client");
  return { clients, requestId: newId(), defaults: newCycleDefaults(clients, asked) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const log = await requireOwnLog(request, context);
  const form = await readForm(request, cycleForm(await formContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const { requestId = newId() } = form.value;
  const input = { requestId, client: clientChoiceOf(form.value), content: cycleContentOf(form.value) };
  const result = await logCycle(context.database, log.actor, input, context.clock());
  return result.ok ? redirect(`${paths.entry(result.value.entryId)}?saved=cycle`) : answerRefusal(form.submission, result);
}

export default function NewCycle() {
  const { clients, requestId, defaults } = useLoaderData<typeof loader>();
  return (
    <FormFrame title={said.new} lead={said.lead}>
      <CycleForm clients={clients} origin={{ requestId }} defaults={defaults} lastResult={useActionData<typeof action>()?.lastResult} cancelTo={paths.log()} />
    </FormFrame>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
