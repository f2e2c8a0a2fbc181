import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { NewReflectionPage } from "#app/logbook/reflection-fields.tsx";
import { newReflectionForm, reflectionContentOf } from "#app/logbook/reflection-forms.ts";
import { formContextOf, requireOwnLog } from "#app/logbook/request.server.ts";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { writeReflection } from "#app/logbook/write-reflection.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { listEntryChoices } from "#app/progress/entry-choices.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.reflections.form.newTitle) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const asked = new URL(request.url).searchParams.get("entry");
  const entries = await listEntryChoices(context.database.reader, actor.personId, actor.today, asked);
  return { requestId: newId(), entryId: entries.find((e) => e.value === asked)?.value ?? null, entries };
}

export const action = givingBack(TYPED_LABELS.reflection, async ({ request, context }) => {
  const log = await requireOwnLog(request, context);
  const form = await readForm(request, newReflectionForm(await formContextOf(context.database.reader, log)));
  if (!form.ok) return form.response;
  const input = { requestId: form.value.requestId, content: reflectionContentOf(form.value) };
  const result = await writeReflection(context.database, log.actor, input, context.clock());
  return result.ok ? redirect(paths.reflection(result.value.reflectionId, "written")) : answerRefusal(form.submission, result);
});

export default function NewReflection() {
  return <NewReflectionPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
