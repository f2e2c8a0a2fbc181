import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";
import { questionForm } from "#app/worklist/forms.ts";
import { findWaiting } from "#app/worklist/queries.server.ts";
import { QuestionPage } from "#app/worklist/question-page.tsx";

export const meta: MetaFunction = () => [{ title: words.common.title(words.worklist.question.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const item = await findWaiting(context.database.reader, actor, new URL(request.url).searchParams.get("entry") ?? "");
  if (!item) throw notFound();
  return { item };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await readForm(request, questionForm);
  if (!form.ok) return form.response;
  const { entry, note } = form.value;
  const result = await decideEntries(context.database, actor, { entries: [entry], decision: "questioned", note }, context.clock());
  if (result.ok) return redirect(paths.waitingDone("question"));
  const refused = answerRefusal(form.submission, result);
  const stillWaits = await findWaiting(context.database.reader, actor, entry.entryId);
  return stillWaits ? refused : redirect(paths.waitingDone("gone"));
}

export default function Question() {
  const { item } = useLoaderData<typeof loader>();
  return <QuestionPage item={item} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
