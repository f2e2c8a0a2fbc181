import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { listRecognised, voidRecognised } from "#app/logbook/recognise-work.server.ts";
import { voidForm } from "#app/logbook/small-forms.ts";
import { VoidPage } from "#app/logbook/void-page.tsx";
import { requireLedRecord } from "#app/outcomes/lead.server.ts";
import { recognisedInWords } from "#app/outcomes/trainee-view.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.outcomes.recognise.voiding;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { traineeId, name, definition } = await requireLedRecord(request, context, params.traineeId);
  const work = (await listRecognised(context.database.reader, traineeId)).find((one) => one.entryId === params.entryId);
  if (!work) throw notFound();
  if (work.voided) throw redirect(paths.cohortTrainee(traineeId));
  return { traineeId, name, version: work.version, stands: recognisedInWords(work, definition) };
}

export const action = givingBack({ reason: words.logbook.labels.reason }, async ({ request, params, context }) => {
  const { actor, traineeId, name } = await requireLedRecord(request, context, params.traineeId);
  const form = await readForm(request, voidForm({ knownNames: [actor.name, name] }));
  if (!form.ok) return form.response;
  const input = { traineeId, entryId: params.entryId ?? "", fromVersion: form.value.fromVersion, reason: form.value.reason };
  const result = await voidRecognised(context.database, actor, input, context.clock());
  return result.ok ? redirect(paths.ledTrainee(traineeId, "recognition_voided")) : answerRefusal(form.submission, result);
});

export default function VoidRecognised() {
  const { traineeId, name, version, stands } = useLoaderData<typeof loader>();
  return (
    <VoidPage kicker={name} title={said.title} text={said.text} submit={said.submit} version={version} stands={stands} cancelTo={paths.cohortTrainee(traineeId)}
      lastResult={useActionData<typeof action>()?.lastResult} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
