import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { formContextOf, requireEntry, requireOwnLog } from "#app/logbook/request.server.ts";
import { voidForm } from "#app/logbook/small-forms.ts";
import { VoidPage } from "#app/logbook/void-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.voiding;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, entry, isOwn } = await requireEntry(request, params.entryId, context);
  if (!isOwn || entry.kind === "recognised") throw forbidden();
  if (entry.voided) throw redirect(paths.entry(entry.id));
  return { entryId: entry.id, version: entry.version, what: entryTitleOn(entry, actor.today) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, entry, isOwn } = await requireEntry(request, params.entryId, context);
  if (!isOwn) throw forbidden();
  const log = await requireOwnLog(request, context);
  const form = await readForm(request, voidForm(await formContextOf(context.database.reader, log, entry)));
  if (!form.ok) return form.response;
  const result = await voidEntry(context.database, actor, { entryId: entry.id, fromVersion: form.value.fromVersion, reason: form.value.reason }, context.clock());
  return result.ok ? redirect(`${paths.entry(entry.id)}?saved=voided`) : answerRefusal(form.submission, result);
}

export default function VoidEntry() {
  const { entryId, version, what } = useLoaderData<typeof loader>();
  return (
    <VoidPage title={said.title} kicker={what} text={said.text} submit={said.submit} version={version} cancelTo={paths.entry(entryId)}
      lastResult={useActionData<typeof action>()?.lastResult} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
