import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { VoidReflectionPage } from "#app/logbook/reflection-fields.tsx";
import { voidReflectionForm } from "#app/logbook/reflection-forms.ts";
import { requireOwnReflection } from "#app/logbook/reflection-request.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { voidReflection } from "#app/logbook/write-reflection.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const { voiding, page } = words.reflections;

export const meta: MetaFunction = () => [{ title: words.common.title(voiding.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reflection } = await requireOwnReflection(request, params.id, context);
  await requireOwnLog(request, context);
  if (reflection.voided || reflection.kind === "cycle") throw redirect(paths.reflection(reflection.id));
  return { id: reflection.id, version: reflection.version, title: page.titleOn(reflection.writtenOn) };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, reflection } = await requireOwnReflection(request, params.id, context);
  const form = await readForm(request, voidReflectionForm);
  if (!form.ok) return form.response;
  const result = await voidReflection(context.database, actor, { reflectionId: reflection.id, fromVersion: form.value.fromVersion }, context.clock());
  return result.ok ? redirect(paths.reflections({ saved: "voided" })) : answerRefusal(form.submission, result);
});

export default function VoidReflection() {
  return <VoidReflectionPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
