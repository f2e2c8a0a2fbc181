import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";
import { questionForm } from "#app/worklist/forms.ts";
import { findWaiting, hasWaited } from "#app/worklist/queries.server.ts";
import { QuestionGonePage, QuestionPage } from "#app/worklist/question-page.tsx";

export const meta: MetaFunction = () => [{ title: words.common.title(words.worklist.question.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const entryId = new URL(request.url).searchParams.get("entry") ?? "";
  const item = await findWaiting(context.database.reader, actor, entryId);
  // What was voided or decided meanwhile still has a page, so that a question that came too late is not lost.
  if (!item && !await hasWaited(context.database.reader, actor, entryId)) throw notFound();
  return { item: item ?? null };
}

export const action = givingBack({ note: words.worklist.question.label }, async ({ request, context }) => {
  const actor = await requireActor(request, context);
  const form = await readForm(request, questionForm);
  if (!form.ok) return form.response;
  const { entry, note } = form.value;
  const result = await decideEntries(context.database, actor, { entries: [entry], decision: "questioned", note }, context.clock());
  return result.ok ? redirect(paths.waitingDone("question")) : answerRefusal(form.submission, result);
});

export default function Question() {
  const { item } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return item ? <QuestionPage item={item} lastResult={lastResult} /> : <QuestionGonePage note={lastResult?.initialValue?.note} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
