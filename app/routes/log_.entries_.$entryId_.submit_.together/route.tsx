import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { watchedForm } from "#app/review/forms.ts";
import { listAnswering, submitReview } from "#app/review/submit.server.ts";
import { WatchedWay, SubmitPage } from "#app/review/submit-page.tsx";
import { loadSubmitPage, requireOwnCycle, submitContextOf } from "#app/review/submit-view.server.ts";
import { TYPED_LABELS } from "#app/review/typed-labels.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.submit.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireOwnCycle(request, params.entryId, context);
  return { ...await loadSubmitPage(context, own), supervisors: await listAnswering(context.database.reader, own.log.actor.personId, own.log.programmeId, own.log.actor.today) };
}

export const action = givingBack(TYPED_LABELS.submit, async ({ request, params, context }) => {
  const own = await requireOwnCycle(request, params.entryId, context);
  const form = await readForm(request, watchedForm(await submitContextOf(context, own)));
  if (!form.ok) return form.response;
  const { requestId, intention = null } = form.value;
  const input = { requestId, entryId: own.cycle.id, intention, how: { way: "watched_together", watchedOn: form.value.watchedOn, watchedWith: form.value.watchedWith } } as const;
  const result = await submitReview(context.database, own.log.actor, input, context.clock());
  return result.ok ? redirect(paths.submission(result.value.submissionId, "sent")) : answerRefusal(form.submission, result);
});

export default function Submit() {
  const page = useLoaderData<typeof loader>();
  const form = { ...page, lastResult: useActionData<typeof action>()?.lastResult };
  return <SubmitPage {...form} way="watched_together"><WatchedWay {...form} /></SubmitPage>;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
