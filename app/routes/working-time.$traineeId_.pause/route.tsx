import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { planPause } from "#app/pathway/set-working-time.server.ts";
import { pauseForm } from "#app/pathway/working-time-form.ts";
import { PausePage } from "#app/pathway/working-time-page.tsx";
import { requireWorkingTime } from "#app/pathway/working-time-view.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.enrolment.time.planFor(data?.trainee.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view } = await requireWorkingTime(request, context, params.traineeId);
  return { trainee: view.trainee };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, view: { trainee } } = await requireWorkingTime(request, context, params.traineeId);
  const form = await readForm(request, pauseForm);
  if (!form.ok) return form.response;
  const result = await planPause(context.database, actor, { traineeId: trainee.id, startsOn: form.value.startsOn, endsOn: form.value.endsOn }, context.clock());
  if (result.ok) return redirect(paths.workingTime(trainee.id, "planned"));
  const field = result.code === "time_too_far_ahead" ? "endsOn" : "startsOn";
  return result.code === "ends_before_start" ? answerRefusal(form.submission, result) : answerRefusal(form.submission, result, field);
});

export default function Pause() {
  return <PausePage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
