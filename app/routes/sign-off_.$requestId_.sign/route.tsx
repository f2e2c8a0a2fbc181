import { redirect } from "@remix-run/node";

import { readSigning } from "#app/accreditation/act.server.ts";
import { signForm } from "#app/accreditation/forms.ts";
import { closingOutcome } from "#app/accreditation/may-sign.ts";
import { RequestRoute } from "#app/accreditation/request-route.tsx";
import { decide } from "#app/accreditation/sign.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export { meta, shouldRevalidate } from "#app/accreditation/request-route.tsx";
export { loader } from "#app/accreditation/act.server.ts";

export const action = givingBack({}, async ({ request, params, context }) => {
  const read = await readSigning(request, params.requestId, context, "decision", () => signForm);
  if (!read.ok) return read.response;
  const { actor, asked, record, stageName, seen, submission } = read;
  const outcome = closingOutcome(record.version.definition, asked.stage);
  const input = { requestId: asked.id, statement: words.accreditation.statement[outcome](stageName), seen, outcome, actions: null };
  const result = await decide(context.database, actor, input, context.clock());
  return result.ok ? redirect(paths.signOffRequest(asked.id, "decided")) : answerRefusal(submission, result);
});

export default function Sign() {
  return <RequestRoute form="sign" />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
