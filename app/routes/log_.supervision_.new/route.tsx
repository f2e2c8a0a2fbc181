import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { findLogged, logSupervision } from "#app/logbook/log-entry.server.ts";
import { listLatestCycles } from "#app/logbook/queries.server.ts";
import { findLastSupervision } from "#app/logbook/quick.server.ts";
import { newSupervisionDefaults } from "#app/logbook/quick.ts";
import { formContextOf, listChoices, requireOwnLog } from "#app/logbook/request.server.ts";
import { answerSent } from "#app/logbook/sent-before.server.ts";
import { SentBefore } from "#app/logbook/sent-before.tsx";
import { SupervisionForm } from "#app/logbook/session-fields.tsx";
import { supervisionContentOf, supervisionForm } from "#app/logbook/session-forms.ts";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { FormFrame } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.supervision;

export const meta: MetaFunction = () => [{ title: words.common.title(said.new) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const log = await requireOwnLog(request, context);
  const db = context.database.reader;
  const { supervisors, ownSupervisorId } = await listChoices(db, log);
  const last = new URL(request.url).searchParams.get("like") === "last" ? await findLastSupervision(db, log.actor.personId) : undefined;
  return { supervisors, defaults: newSupervisionDefaults(ownSupervisorId, last), cycles: await listLatestCycles(db, log.actor.personId), requestId: newId() };
}

export const action = givingBack(TYPED_LABELS.entry, async ({ request, context }) => {
  const log = await requireOwnLog(request, context);
  const form = await readForm(request, supervisionForm(await formContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const { requestId = newId() } = form.value;
  const result = await logSupervision(context.database, log.actor, { requestId, content: supervisionContentOf(form.value) }, context.clock());
  if (result.ok) return redirect(`${paths.entry(result.value.entryId)}?saved=supervision`);
  return answerSent(form.submission, result, async () => {
    const entryId = await findLogged(context.database.reader, log.actor.personId, requestId);
    return entryId === undefined ? null : paths.entry(entryId);
  });
});

export default function NewSupervision() {
  const answer = useActionData<typeof action>();
  const { supervisors, cycles, defaults, requestId } = useLoaderData<typeof loader>();
  return (
    <FormFrame title={said.new} lead={said.lead}>
      <SentBefore answer={answer} />
      <SupervisionForm supervisors={supervisors} cycles={cycles} origin={{ requestId }} defaults={defaults} lastResult={answer?.lastResult} cancelTo={paths.log()} />
    </FormFrame>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
