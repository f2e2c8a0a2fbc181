import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { takeBackShare } from "#app/pathway/set-working-time.server.ts";
import { percentOn } from "#app/pathway/working-time.ts";
import { TakeBackSharePage } from "#app/pathway/working-time-page.tsx";
import { wasShareSet } from "#app/pathway/working-time-queries.server.ts";
import { requireWorkingTime } from "#app/pathway/working-time-view.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { addDays } from "#app/platform/clock.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.enrolment.time.takeBack) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view: { trainee, shares } } = await requireWorkingTime(request, context, params.traineeId);
  const share = shares.find(({ from }) => from === params.from);
  // A second press, or another tab: the page before says that it was done.
  if (!share && await wasShareSet(context.database.reader, trainee.id, params.from)) throw redirect(paths.workingTime(trainee.id, "back_before"));
  if (!share) throw notFound();
  return { trainee, share, before: percentOn({ shares, pauses: [] }, addDays(share.from, -1)) };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, view: { trainee } } = await requireWorkingTime(request, context, params.traineeId);
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.response;
  const result = await takeBackShare(context.database, actor, { traineeId: trainee.id, from: params.from ?? "" }, context.clock());
  if (!result.ok && result.code === "already_done") return redirect(paths.workingTime(trainee.id, "back_before"));
  return result.ok ? redirect(paths.workingTime(trainee.id, "share_back")) : answerRefusal(form.submission, result);
});

export default function TakeBackShare() {
  return <TakeBackSharePage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
