import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { logPeerSupervision } from "#app/logbook/log-entry.server.ts";
import { formContextOf, listChoices, requireOwnLog } from "#app/logbook/request.server.ts";
import { PeerSupervisionForm } from "#app/logbook/session-fields.tsx";
import { peerSupervisionContentOf, peerSupervisionForm } from "#app/logbook/session-forms.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
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

export async function action({ request, context }: ActionFunctionArgs) {
  const log = await requireOwnLog(request, context);
  const form = await readForm(request, peerSupervisionForm(await formContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const { requestId = newId() } = form.value;
  const result = await logPeerSupervision(context.database, log.actor, { requestId, content: peerSupervisionContentOf(form.value) }, context.clock());
  return result.ok ? redirect(`${paths.entry(result.value.entryId)}?saved=peer_supervision`) : answerRefusal(form.submission, result);
}

export default function NewPeerSupervision() {
  const { fellows, requestId } = useLoaderData<typeof loader>();
  return (
    <FormFrame title={said.new} lead={said.lead}>
      <PeerSupervisionForm fellows={fellows} origin={{ requestId }} defaults={{ heldOnChoice: "today" }} lastResult={useActionData<typeof action>()?.lastResult} cancelTo={paths.log()} />
    </FormFrame>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
