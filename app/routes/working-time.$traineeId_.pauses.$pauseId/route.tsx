import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { takeBackPause } from "#app/pathway/set-working-time.server.ts";
import { TakeBackPage } from "#app/pathway/working-time-page.tsx";
import { wasPauseTakenBack } from "#app/pathway/working-time-queries.server.ts";
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
  // A second press, or another tab: the page before says that it was done.
  if (!pause && await wasPauseTakenBack(context.database.reader, view.trainee.id, params.pauseId)) throw redirect(paths.workingTime(view.trainee.id, "back_before"));
  if (!pause) throw notFound();
  return { trainee: view.trainee, pause };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, view: { trainee } } = await requireWorkingTime(request, context, params.traineeId);
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.response;
  const result = await takeBackPause(context.database, actor, { traineeId: trainee.id, pauseId: params.pauseId ?? "" }, context.clock());
  if (!result.ok && result.code === "already_done") return redirect(paths.workingTime(trainee.id, "back_before"));
  return result.ok ? redirect(paths.workingTime(trainee.id, "pause_back")) : answerRefusal(form.submission, result);
});

export default function TakeBack() {
  return <TakeBackPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
