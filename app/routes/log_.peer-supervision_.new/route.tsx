import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { findLogged, logPeerSupervision } from "#app/logbook/log-entry.server.ts";
import { formContextOf, listChoices, requireOwnLog } from "#app/logbook/request.server.ts";
import { answerSent } from "#app/logbook/sent-before.server.ts";
import { SentBefore } from "#app/logbook/sent-before.tsx";
import { PeerSupervisionForm } from "#app/logbook/session-fields.tsx";
import { peerSupervisionContentOf, peerSupervisionForm } from "#app/logbook/session-forms.ts";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { FormFrame } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.peer;

export const meta: MetaFunction = () => [{ title: words.common.title(said.new) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { fellows } = await listChoices(context.database.reader, await requireOwnLog(request, context));
  return { fellows, requestId: newId() };
}

export const action = givingBack(TYPED_LABELS.entry, async ({ request, context }) => {
  const log = await requireOwnLog(request, context);
  const form = await readForm(request, peerSupervisionForm(await formContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const { requestId = newId() } = form.value;
  const result = await logPeerSupervision(context.database, log.actor, { requestId, content: peerSupervisionContentOf(form.value) }, context.clock());
  if (result.ok) return redirect(`${paths.entry(result.value.entryId)}?saved=peer_supervision`);
  return answerSent(form.submission, result, async () => {
    const entryId = await findLogged(context.database.reader, log.actor.personId, requestId);
    return entryId === undefined ? null : paths.entry(entryId);
  });
});

export default function NewPeerSupervision() {
  const answer = useActionData<typeof action>();
  const { fellows, requestId } = useLoaderData<typeof loader>();
  return (
    <FormFrame title={said.new} lead={said.lead}>
      <SentBefore answer={answer} />
      <PeerSupervisionForm fellows={fellows} origin={{ requestId }} defaults={{ heldOnChoice: "today" }} lastResult={answer?.lastResult} cancelTo={paths.log()} />
    </FormFrame>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
