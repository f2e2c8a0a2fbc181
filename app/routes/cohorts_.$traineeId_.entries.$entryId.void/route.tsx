import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireLedRecord } from "#app/accreditation/leading.server.ts";
import { findActableLock, voidLockedEntry } from "#app/logbook/locked-entry.server.ts";
import { voidForm } from "#app/logbook/small-forms.ts";
import { VoidPage } from "#app/logbook/void-page.tsx";
import { listWorkDays } from "#app/logbook/work-days.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { reviewContextOf } from "#app/review/page.server.ts";
import { paths } from "#app/ui/paths.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

const said = words.logbook.voiding;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

/** An entry that is locked, or was until its stage was reopened, as a lead knows it: its kind and day. Throws 404 for any other. */
async function requireLocked({ request, params, context }: LoaderFunctionArgs) {
  const { actor, record } = await requireLedRecord(request, params.traineeId, "entry.void_locked", context);
  const db = context.database.reader;
  const work = (await listWorkDays(db, record.enrolment.traineeId)).find((w) => w.entryId === params.entryId);
  const actable = work && await findActableLock(db, actor, work.entryId);
  if (!work || !actable) throw notFound();
  return { actor, record, work, actable };
}

export async function loader(args: LoaderFunctionArgs) {
  const { record, work, actable: { lock, isReopened, entry: { version } } } = await requireLocked(args);
  const what = words.leading.voiding.kicker(record.traineeName, words.leading.voiding.kinds[work.kind], work.day ?? work.filmedOn ?? "");
  return { traineeId: record.enrolment.traineeId, version, stage: lock.stage, what, instead: isReopened ? explain("not_locked").text : null };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, record: { enrolment: { traineeId } }, work } = await requireLocked(args);
  const { database, clock } = args.context;
  const form = await readForm(args.request, voidForm(await reviewContextOf(database.reader, actor, traineeId)));
  if (!form.ok) return form.response;
  const { fromVersion, reason } = form.value;
  const result = await voidLockedEntry(database, actor, { entryId: work.entryId, fromVersion, reason }, clock());
  return result.ok ? redirect(paths.ledTrainee(traineeId, "voided")) : answerRefusal(form.submission, result);
}

export default function VoidLed() {
  const { traineeId, version, stage, what, instead } = useLoaderData<typeof loader>();
  return (
    <VoidPage title={said.title} kicker={what} text={said.lockedText(stage)} submit={said.submit} instead={instead} version={version} cancelTo={paths.cohortTrainee(traineeId)}
      lastResult={useActionData<typeof action>()?.lastResult} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
