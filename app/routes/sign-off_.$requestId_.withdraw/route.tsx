import { redirect } from "@remix-run/node";

import { withdrawRequest } from "#app/accreditation/ask-sign-off.server.ts";
import { buttonForm } from "#app/accreditation/forms.ts";
import { requireRequest } from "#app/accreditation/request-page.server.ts";
import { RequestRoute } from "#app/accreditation/request-route.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";

export { meta, shouldRevalidate } from "#app/accreditation/request-route.tsx";
export { loader } from "#app/accreditation/act.server.ts";

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, asked } = await requireRequest(request, params.requestId, context);
  if (asked.traineeId !== actor.personId) throw forbidden();
  const form = await readForm(request, buttonForm);
  if (!form.ok) return form.response;
  const result = await withdrawRequest(context.database, actor, { requestId: asked.id }, context.clock());
  return result.ok ? redirect(paths.signOffRequest(asked.id, "withdrawn")) : answerRefusal(form.submission, result);
});

export default function WithdrawRequest() {
  return <RequestRoute form="withdraw" />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
