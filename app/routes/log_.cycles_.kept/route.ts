import { type ActionFunctionArgs, redirect } from "@remix-run/node";

import { clientChoiceOf, cycleContentOf } from "#app/logbook/cycle-form.ts";
import { keptCycleForm, refusalsOf } from "#app/logbook/kept-cycle.ts";
import { logCycle } from "#app/logbook/log-entry.server.ts";
import { listClients } from "#app/logbook/queries.server.ts";
import { cycleFormContextOf, requireOwnLog } from "#app/logbook/request.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { type FormSubmission, readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export function loader() {
  return redirect(paths.newCycle());
}

function refuse(submission: Pick<ReturnType<FormSubmission["reply"]>, "error">, clientCode: unknown, status: number): Response {
  return Response.json({ refused: refusalsOf(submission.error ?? {}, clientCode) }, { status });
}

/**
 * Takes a cycle that waited on a device, for the account under which it was noted and no other. Answered in JSON to the page that
 * sends it: `{saved}` with the entry, or `{refused}` with why.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const log = await requireOwnLog(request, context);
  const db = context.database.reader;
  const sent = await request.clone().formData();
  if (sent.get("account") !== log.actor.personId) return Response.json({ refused: [words.offline.refusals.otherAccount] }, { status: 403 });
  const clientCode = sent.get("clientCode");
  const form = await readForm(request, keptCycleForm(await cycleFormContextOf(db, log), await listClients(db, log.actor.personId)));
  if (!form.ok) return refuse(form.response.data.lastResult, clientCode, 400);
  const { requestId = newId() } = form.value;
  const result = await logCycle(context.database, log.actor, { requestId, client: clientChoiceOf(form.value), content: cycleContentOf(form.value) }, context.clock());
  if (result.ok) return Response.json({ saved: result.value.entryId });
  return refuse(answerRefusal(form.submission, result).data.lastResult, clientCode, 409);
}
