import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ShareReflectionPage } from "#app/logbook/reflection-fields.tsx";
import { shareReflectionForm } from "#app/logbook/reflection-forms.ts";
import { mapShares } from "#app/logbook/reflection-queries.server.ts";
import { listPossibleReaders } from "#app/logbook/reflection-relations.server.ts";
import { requireOwnReflection } from "#app/logbook/reflection-request.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { shareReflection } from "#app/logbook/share-reflection.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const { sharing, page } = words.reflections;

export const meta: MetaFunction = () => [{ title: words.common.title(sharing.shareTitle) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, reflection } = await requireOwnReflection(request, params.id, context);
  await requireOwnLog(request, context);
  if (reflection.voided) throw redirect(paths.reflection(reflection.id));
  const db = context.database.reader;
  const shares = (await mapShares(db, actor.personId, actor.today)).get(reflection.id) ?? [];
  const reads = new Set(shares.filter((s) => s.holds).map((s) => s.personId));
  const readers = (await listPossibleReaders(db, actor.personId, actor.today)).filter((r) => !reads.has(r.id));
  return { id: reflection.id, title: page.titleOn(reflection.writtenOn), readers };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, reflection } = await requireOwnReflection(request, params.id, context);
  const form = await readForm(request, shareReflectionForm);
  if (!form.ok) return form.response;
  const result = await shareReflection(context.database, actor, { id: reflection.id, personIds: form.value.personIds }, context.clock());
  return result.ok ? redirect(paths.reflection(reflection.id, "shared")) : answerRefusal(form.submission, result);
});

export default function ShareReflection() {
  return <ShareReflectionPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
