import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";

import { UploadForm } from "#app/clips/upload-form.tsx";
import { viewArrivedFilms, viewUpload } from "#app/clips/upload-view.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { excerptForm } from "#app/review/forms.ts";
import { submitReview } from "#app/review/submit.server.ts";
import { ExcerptWay, SubmitPage } from "#app/review/submit-page.tsx";
import { loadSubmitPage, requireOwnCycle, submitContextOf } from "#app/review/submit-view.server.ts";
import { TYPED_LABELS } from "#app/review/typed-labels.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.submit.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireOwnCycle(request, params.entryId, context);
  const [db, now] = [context.database.reader, context.clock()];
  return { ...await loadSubmitPage(context, own), films: await viewArrivedFilms(db, own.cycle, now), upload: await viewUpload(db, own.cycle, now) };
}

export const action = givingBack(TYPED_LABELS.submit, async ({ request, params, context }) => {
  const own = await requireOwnCycle(request, params.entryId, context);
  const form = await readForm(request, excerptForm(await submitContextOf(context, own)));
  if (!form.ok) return form.response;
  const { requestId, intention = null } = form.value;
  const input = { requestId, entryId: own.cycle.id, intention, how: { way: "excerpt", clipId: form.value.clip, olderFilmIsFine: form.value.olderFilmIsFine === "on" } } as const;
  const result = await submitReview(context.database, own.log.actor, input, context.clock());
  return result.ok ? redirect(paths.submission(result.value.submissionId, "sent")) : answerRefusal(form.submission, result);
});

export default function Submit() {
  const { films, upload, ...page } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const form = { ...page, lastResult: useActionData<typeof action>()?.lastResult };
  return (
    <SubmitPage {...form} way="excerpt">
      <ExcerptWay {...form} films={films} sending={<UploadForm {...upload} onArrived={revalidate} />} />
    </SubmitPage>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
