import { type ActionFunctionArgs, redirect } from "@remix-run/node";

import { clientChoiceOf, cycleContentOf } from "#app/logbook/cycle-form.ts";
import { keptCycleForm, refusalsOf } from "#app/logbook/kept-cycle.ts";
import { logCycle } from "#app/logbook/log-entry.server.ts";
import { listClients } from "#app/logbook/queries.server.ts";
import { cycleFormContextOf, type OwnLog, requireOwnLog } from "#app/logbook/request.server.ts";
import { KEPT_CODES } from "#app/offline/answer.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { type FormSubmission, readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export function loader() {
  return redirect(paths.newCycle());
}

type Refused = Pick<ReturnType<FormSubmission["reply"]>, "error">;

function refuse(submission: Refused, clientCode: unknown, status: 400 | 409): Response {
  const code = status === 400 ? KEPT_CODES.form : KEPT_CODES.conflict;
  return Response.json({ code, refused: refusalsOf(submission.error ?? {}, clientCode) }, { status });
}

/** The sender's own log; where they keep none any more, the answer that says so. Sends whoever is not signed in on, as ever. */
async function findOwnLog(request: Request, context: AppContext): Promise<OwnLog | Response> {
  try {
    return await requireOwnLog(request, context);
  } catch (thrown) {
    if (!(thrown instanceof Response) || thrown.status !== 403) throw thrown;
    return Response.json({ code: KEPT_CODES.noLog, refused: [words.offline.refusals.noLog] }, { status: 403 });
  }
}

/**
 * Takes a cycle that waited on a device, for the account under which it was noted and no other. Answered in JSON to the page that
 * sends it: `{saved}` with the entry, or `{code, refused}` with why.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const log = await findOwnLog(request.clone(), context);
  const sent = await request.clone().formData();
  const own = log instanceof Response ? (await requireActor(request, context)).personId : log.actor.personId;
  if (sent.get("account") !== own) return Response.json({ code: KEPT_CODES.otherAccount, refused: [words.offline.refusals.otherAccount] }, { status: 403 });
  if (log instanceof Response) return log;
  const db = context.database.reader;
  const clientCode = sent.get("clientCode");
  const form = await readForm(request, keptCycleForm(await cycleFormContextOf(db, log), await listClients(db, log.actor.personId)));
  if (!form.ok) return refuse(form.response.data.lastResult, clientCode, 400);
  const { requestId = newId() } = form.value;
  const result = await logCycle(context.database, log.actor, { requestId, client: clientChoiceOf(form.value), content: cycleContentOf(form.value) }, context.clock());
  if (result.ok) return Response.json({ saved: result.value.entryId });
  return refuse(answerRefusal(form.submission, result).data.lastResult, clientCode, 409);
}
