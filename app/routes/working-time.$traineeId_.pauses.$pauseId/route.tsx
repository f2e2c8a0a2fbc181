import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { takeBackPause } from "#app/pathway/set-working-time.server.ts";
import { TakeBackPage } from "#app/pathway/working-time-page.tsx";
import { requireWorkingTime } from "#app/pathway/working-time-view.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.enrolment.time.takeBack) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view } = await requireWorkingTime(request, context, params.traineeId);
  const pause = view.pauses.find(({ id }) => id === params.pauseId);
  if (!pause) throw notFound();
  return { trainee: view.trainee, pause };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, view: { trainee } } = await requireWorkingTime(request, context, params.traineeId);
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.response;
  const result = await takeBackPause(context.database, actor, { traineeId: trainee.id, pauseId: params.pauseId ?? "" }, context.clock());
  return result.ok ? redirect(paths.workingTime(trainee.id)) : answerRefusal(form.submission, result);
});

export default function TakeBack() {
  return <TakeBackPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
