import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { CycleForm } from "#app/logbook/cycle-fields.tsx";
import { clientChoiceOf, cycleContentOf, cycleForm, newCycleDefaults } from "#app/logbook/cycle-form.ts";
import { findLogged, logCycle } from "#app/logbook/log-entry.server.ts";
import { listClients } from "#app/logbook/queries.server.ts";
import { cycleFormContextOf, requireOwnLog } from "#app/logbook/request.server.ts";
import { answerSent } from "#app/logbook/sent-before.server.ts";
import { SentBefore } from "#app/logbook/sent-before.tsx";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
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

export const action = givingBack(TYPED_LABELS.cycle, async ({ request, context }) => {
  const log = await requireOwnLog(request, context);
  const form = await readForm(request, cycleForm(await cycleFormContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const { requestId = newId() } = form.value;
  const input = { requestId, client: clientChoiceOf(form.value), content: cycleContentOf(form.value) };
  const result = await logCycle(context.database, log.actor, input, context.clock());
  if (result.ok) return redirect(`${paths.entry(result.value.entryId)}?saved=${result.value.reopened ? "reopened" : "cycle"}`);
  return answerSent(form.submission, result, async () => {
    const entryId = await findLogged(context.database.reader, log.actor.personId, requestId);
    return entryId === undefined ? null : paths.entry(entryId);
  });
});

export default function NewCycle() {
  const answer = useActionData<typeof action>();
  const { clients, requestId, defaults } = useLoaderData<typeof loader>();
  return (
    <FormFrame title={said.new} lead={said.lead}>
      <SentBefore answer={answer} />
      <CycleForm clients={clients} origin={{ requestId }} defaults={defaults} lastResult={answer?.lastResult} cancelTo={paths.log()} />
    </FormFrame>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
