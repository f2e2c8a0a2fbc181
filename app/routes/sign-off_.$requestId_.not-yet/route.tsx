import { redirect } from "@remix-run/node";

import { readSigning } from "#app/accreditation/act.server.ts";
import { notYetForm } from "#app/accreditation/forms.ts";
import { RequestRoute } from "#app/accreditation/request-route.tsx";
import { decide } from "#app/accreditation/sign.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export { meta, shouldRevalidate } from "#app/accreditation/request-route.tsx";
export { loader } from "#app/accreditation/act.server.ts";

export const action = givingBack({ actions: words.accreditation.request.notYet.actions }, async ({ request, params, context }) => {
  const read = await readSigning(request, params.requestId, context, "decision", notYetForm);
  if (!read.ok) return read.response;
  const { actor, asked, stageName, seen, value: { actions }, submission } = read;
  const input = { requestId: asked.id, statement: words.accreditation.statement.not_yet(stageName), seen, outcome: "not_yet", actions } as const;
  const result = await decide(context.database, actor, input, context.clock());
  return result.ok ? redirect(paths.signOffRequest(asked.id, "decided")) : answerRefusal(submission, result);
});

export default function SayNotYet() {
  return <RequestRoute form="not-yet" />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
