import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ChangeReflectionPage } from "#app/logbook/reflection-fields.tsx";
import { changeReflectionDefaults, changeReflectionForm, reflectionContentOf } from "#app/logbook/reflection-forms.ts";
import { mapShares } from "#app/logbook/reflection-queries.server.ts";
import { requireOwnReflection } from "#app/logbook/reflection-request.server.ts";
import { formContextOf, requireOwnLog } from "#app/logbook/request.server.ts";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { changeReflection } from "#app/logbook/write-reflection.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { listEntryChoices } from "#app/progress/entry-choices.server.ts";
import { paths } from "#app/ui/paths.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

const said = words.reflections.form;

export const meta: MetaFunction = () => [{ title: words.common.title(said.changeTitle) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, reflection } = await requireOwnReflection(request, params.id, context);
  await requireOwnLog(request, context);
  if (reflection.kind === "cycle") throw redirect(paths.changeEntry(reflection.id));
  const db = context.database.reader;
  const shares = (await mapShares(db, actor.personId, actor.today)).get(reflection.id) ?? [];
  return {
    reflectionId: reflection.id, voided: reflection.voided, readers: shares.filter((s) => s.holds).map((s) => s.name), version: reflection.version,
    defaults: changeReflectionDefaults(reflection), entries: await listEntryChoices(db, actor.personId, actor.today, reflection.entryId),
  };
}

export const action = givingBack(TYPED_LABELS.reflection, async ({ request, params, context }) => {
  const { actor, reflection } = await requireOwnReflection(request, params.id, context);
  const log = await requireOwnLog(request, context);
  const db = context.database.reader;
  const form = await readForm(request, changeReflectionForm({ ...await formContextOf(db, log), acceptedTexts: [reflection.text] }));
  if (!form.ok) return data({ ...form.response.data, fresh: null }, { status: 400 });
  const input = { reflectionId: reflection.id, fromVersion: form.value.fromVersion, content: reflectionContentOf(form.value) };
  const result = await changeReflection(context.database, actor, input, context.clock());
  if (result.ok) return redirect(paths.reflection(reflection.id, "changed"));
  const refused = answerRefusal(form.submission, result);
  if (result.code !== "changed_meanwhile") return data({ ...refused.data, fresh: null }, refused.init ?? {});
  const { reflection: now } = await requireOwnReflection(request, reflection.id, context);
  const values = [{ term: said.standsNow.writtenOn, value: formatDay(now.writtenOn) }, { term: said.standsNow.text, value: now.text }];
  return data({ ...refused.data, fresh: { version: now.version, values } }, { status: 409 });
});

export default function ChangeReflection() {
  const { version, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const origin = { fromVersion: answer?.fresh?.version ?? version, fresh: answer?.fresh?.values ?? null };
  return <ChangeReflectionPage {...page} origin={origin} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
