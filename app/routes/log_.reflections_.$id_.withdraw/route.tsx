import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { withdrawReflectionForm } from "#app/logbook/reflection-forms.ts";
import { requireOwnReflection } from "#app/logbook/reflection-request.server.ts";
import { withdrawReflection } from "#app/logbook/share-reflection.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { badRequest } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reflection } = await requireOwnReflection(request, params.id, context);
  throw redirect(paths.reflection(reflection.id));
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, reflection } = await requireOwnReflection(request, params.id, context);
  const form = await readForm(request, withdrawReflectionForm);
  if (!form.ok) throw badRequest();
  const result = await withdrawReflection(context.database, actor, { id: reflection.id, personId: form.value.personId }, context.clock());
  // A second press, or another tab: the page says that it was done.
  if (!result.ok && result.code === "already_done") return redirect(paths.reflection(reflection.id, "withdrawn_before"));
  return result.ok ? redirect(paths.reflection(reflection.id, "withdrawn")) : answerRefusal(form.submission, result);
});

/** Shows nothing: the action leads back to the reflection, and where it cannot the error page answers. */
export default function WithdrawReflection() {
  return null;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
