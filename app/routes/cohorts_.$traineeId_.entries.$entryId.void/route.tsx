import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { insteadOf, requireLedEntry } from "#app/accreditation/led-entry.server.ts";
import { voidLockedEntry } from "#app/logbook/locked-entry.server.ts";
import { voidForm } from "#app/logbook/small-forms.ts";
import { VoidPage } from "#app/logbook/void-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { reviewContextOf } from "#app/review/page.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.voiding;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const led = await requireLedEntry(args, "entry.void_locked");
  return { traineeId: led.entry.traineeId, version: led.entry.version, stage: led.lock.stage, what: led.what, instead: insteadOf(led) };
}

export const action = givingBack({ reason: words.logbook.labels.reason }, async (args) => {
  const { actor, entry: { id, traineeId } } = await requireLedEntry(args, "entry.void_locked");
  const { database, clock } = args.context;
  const form = await readForm(args.request, voidForm(await reviewContextOf(database.reader, actor, traineeId)));
  if (!form.ok) return form.response;
  const { fromVersion, reason } = form.value;
  const result = await voidLockedEntry(database, actor, { entryId: id, fromVersion, reason }, clock());
  return result.ok ? redirect(paths.ledTrainee(traineeId, "voided")) : answerRefusal(form.submission, result);
});

export default function VoidLed() {
  const { traineeId, version, stage, what, instead } = useLoaderData<typeof loader>();
  return (
    <VoidPage title={said.title} kicker={what} text={said.lockedText(stage)} submit={said.submit} instead={instead} version={version} stands={[{ term: words.leading.locked.entry, value: what }]} cancelTo={paths.cohortTrainee(traineeId)}
      lastResult={useActionData<typeof action>()?.lastResult} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
