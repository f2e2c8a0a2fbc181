import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { setShare } from "#app/pathway/set-working-time.server.ts";
import { shareForm } from "#app/pathway/working-time-form.ts";
import { SharePage } from "#app/pathway/working-time-page.tsx";
import { requireWorkingTime } from "#app/pathway/working-time-view.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.enrolment.time.shareFor(data?.trainee.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, view } = await requireWorkingTime(request, context, params.traineeId);
  return { trainee: view.trainee, today: typedDay(actor.today) };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, view: { trainee } } = await requireWorkingTime(request, context, params.traineeId);
  const form = await readForm(request, shareForm);
  if (!form.ok) return form.response;
  const result = await setShare(context.database, actor, { traineeId: trainee.id, from: form.value.from, percent: form.value.percent }, context.clock());
  return result.ok ? redirect(paths.workingTime(trainee.id, "set")) : answerRefusal(form.submission, result);
});

export default function Share() {
  return <SharePage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
