import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { momentContentOf, momentForm } from "#app/review/forms.ts";
import { changeMoment } from "#app/review/mark-moment.server.ts";
import { MomentPage } from "#app/review/moment-page.tsx";
import { requireOwnMoment, reviewContextOf } from "#app/review/page.server.ts";
import { TYPED_LABELS } from "#app/review/typed-labels.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.moments.changeTitle) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { moment } = await requireOwnMoment(request, params, context);
  return { moment };
}

export const action = givingBack(TYPED_LABELS.review, async ({ request, params, context }) => {
  const { actor, submission, moment } = await requireOwnMoment(request, params, context);
  const form = await readForm(request, momentForm(await reviewContextOf(context.database.reader, actor, submission.traineeId), moment));
  if (!form.ok) return form.response;
  const { fromVersion = 0 } = form.value;
  const input = { submissionId: submission.id, momentId: moment.id, fromVersion, content: momentContentOf(form.value) };
  const result = await changeMoment(context.database, actor, input, context.clock());
  return result.ok ? redirect(paths.submission(submission.id, "changed")) : answerRefusal(form.submission, result);
});

export default function ChangeMoment() {
  return <MomentPage {...useLoaderData<typeof loader>()} title={words.review.list.title} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
