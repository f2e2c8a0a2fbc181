import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { voidEntry } from "#app/logbook/change-entry.server.ts";
import { findActableLock, voidLockedEntry } from "#app/logbook/locked-entry.server.ts";
import { formContextOf, requireEntry, requireOwnLog } from "#app/logbook/request.server.ts";
import { sayEntry } from "#app/logbook/say-value.ts";
import { voidForm } from "#app/logbook/small-forms.ts";
import { VoidPage } from "#app/logbook/void-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { reviewContextOf } from "#app/review/page.server.ts";
import { paths } from "#app/ui/paths.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.voiding;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, entry, isOwn } = await requireEntry(request, params.entryId, context);
  const actable = isOwn ? null : await findActableLock(context.database.reader, actor, entry.id);
  if ((!isOwn && !actable) || entry.kind === "recognised") throw forbidden();
  if (entry.voided) throw redirect(paths.entry(entry.id));
  return {
    entryId: entry.id, version: entry.version, what: entryTitleOn(entry, actor.today), text: actable ? said.lockedText(actable.lock.stage) : said.text,
    stands: sayEntry(entry), instead: actable?.isReopened ? explain("not_locked").text : null,
  };
}

export const action = givingBack({ reason: words.logbook.labels.reason }, async ({ request, params, context }) => {
  const { actor, entry, isOwn } = await requireEntry(request, params.entryId, context);
  const db = context.database.reader;
  if (!isOwn && !await findActableLock(db, actor, entry.id)) throw forbidden();
  const knowing = isOwn ? await formContextOf(db, await requireOwnLog(request, context), entry) : await reviewContextOf(db, actor, entry.traineeId);
  const form = await readForm(request, voidForm(knowing));
  if (!form.ok) return form.response;
  const { fromVersion, reason } = form.value;
  const result = await (isOwn ? voidEntry : voidLockedEntry)(context.database, actor, { entryId: entry.id, fromVersion, reason }, context.clock());
  return result.ok ? redirect(`${paths.entry(entry.id)}?saved=voided`) : answerRefusal(form.submission, result);
});

export default function VoidEntry() {
  const { entryId, version, what, text, stands, instead } = useLoaderData<typeof loader>();
  return (
    <VoidPage title={said.title} kicker={what} text={text} submit={said.submit} instead={instead} version={version} stands={stands} cancelTo={paths.entry(entryId)}
      lastResult={useActionData<typeof action>()?.lastResult} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
