import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";
import { confirmForm } from "#app/worklist/forms.ts";
import { loadWaitingPage } from "#app/worklist/page.server.ts";
import { refusedOf } from "#app/worklist/refused.ts";
import { WaitingPage } from "#app/worklist/waiting-page.tsx";

export const meta: MetaFunction = () => [{ title: words.common.title(words.worklist.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return loadWaitingPage(context.database.reader, actor, request);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await readForm(request, confirmForm);
  if (!form.ok) return form.response;
  const result = await decideEntries(context.database, actor, { entries: form.value.entry, decision: "confirmed", note: null }, context.clock());
  return result.ok ? redirect(paths.waitingDone("confirmed", result.value.entryIds.length)) : answerRefusal(form.submission, result, "entry");
}

export default function Confirm() {
  return <WaitingPage {...useLoaderData<typeof loader>()} {...refusedOf(useActionData<typeof action>()?.lastResult)} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
