import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { recogniseWork } from "#app/logbook/recognise-work.server.ts";
import { requireLedRecord } from "#app/outcomes/lead.server.ts";
import { recogniseForm } from "#app/outcomes/recognise-form.ts";
import { RecognisePage } from "#app/outcomes/recognise-page.tsx";
import { amountOf, askedInAll, requirementTitle } from "#app/pathway/amounts.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.outcomes.recognise;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { traineeId, name, definition } = await requireLedRecord(request, context, params.traineeId);
  const requirements = definition.requirements.map((r) => ({ key: r.key, title: said.unit(requirementTitle(r), r.measure === "minutes") }));
  return { traineeId, name, requirements, requestId: newId() };
}

export const action = givingBack({ reason: said.labels.reason }, async ({ request, params, context }) => {
  const { actor, traineeId, name, definition } = await requireLedRecord(request, context, params.traineeId);
  const limits = definition.requirements.map((r) => ({ key: r.key, most: askedInAll(r, definition), asked: amountOf(r, askedInAll(r, definition)) }));
  const form = await readForm(request, recogniseForm(actor.today, { knownNames: [actor.name, name] }, limits));
  if (!form.ok) return form.response;
  const { requestId, requirement, amount, recognisedOn, reason } = form.value;
  const result = await recogniseWork(context.database, actor, { traineeId, requestId, requirement, amount, recognisedOn, reason }, context.clock());
  return result.ok ? redirect(paths.ledTrainee(traineeId, "recognised")) : answerRefusal(form.submission, result);
});

export default function RecogniseWork() {
  return <RecognisePage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
