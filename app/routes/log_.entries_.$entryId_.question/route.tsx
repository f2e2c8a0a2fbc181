import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { isDecidable } from "#app/logbook/deciding.server.ts";
import { findActableLock, questionLockedEntry } from "#app/logbook/locked-entry.server.ts";
import { requireEntry } from "#app/logbook/request.server.ts";
import { sayEntry } from "#app/logbook/say-value.ts";
import { voidForm } from "#app/logbook/small-forms.ts";
import { VoidPage } from "#app/logbook/void-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { reviewContextOf } from "#app/review/page.server.ts";
import { paths } from "#app/ui/paths.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.lockedQuestion;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

/** An entry of a signed stage about which the actor may ask. Throws 404 for what nobody confirms, 403 for what is not theirs to question. */
async function requireActable({ request, params, context }: LoaderFunctionArgs) {
  const { actor, entry } = await requireEntry(request, params.entryId, context);
  const actable = await findActableLock(context.database.reader, actor, entry.id, "entry.question_locked");
  if (!actable) throw forbidden();
  if (!isDecidable(entry)) throw notFound();
  return { actor, entry, stage: actable.lock.stage, instead: actable.isReopened ? explain("not_locked").text : null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, entry, ...locked } = await requireActable(args);
  if (entry.voided || entry.confirmation === "questioned") throw redirect(paths.entry(entry.id));
  return { entryId: entry.id, version: entry.version, what: entryTitleOn(entry, actor.today), stands: sayEntry(entry), ...locked };
}

export const action = givingBack({ reason: said.label }, async (args) => {
  const { actor, entry } = await requireActable(args);
  const { database, clock } = args.context;
  const form = await readForm(args.request, voidForm(await reviewContextOf(database.reader, actor, entry.traineeId), said.missing));
  if (!form.ok) return form.response;
  const { fromVersion, reason } = form.value;
  const result = await questionLockedEntry(database, actor, { entryId: entry.id, fromVersion, reason }, clock());
  return result.ok ? redirect(`${paths.entry(entry.id)}?saved=question`) : answerRefusal(form.submission, result);
});

export default function QuestionEntry() {
  const { entryId, version, what, stage, stands, instead } = useLoaderData<typeof loader>();
  return (
    <VoidPage title={said.title} kicker={what} text={said.text(stage)} submit={said.submit} asks={said} instead={instead} version={version} stands={stands} cancelTo={paths.entry(entryId)}
      lastResult={useActionData<typeof action>()?.lastResult} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
