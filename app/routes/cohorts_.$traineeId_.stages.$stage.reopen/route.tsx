import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { reopenStage } from "#app/accreditation/lead-acts.server.ts";
import { reopenForm } from "#app/accreditation/lead-forms.ts";
import { requireLedStage } from "#app/accreditation/leading.server.ts";
import { ReopenPage } from "#app/accreditation/reopen-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { findProof, prove } from "#app/people/prove.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { reviewContextOf } from "#app/review/page.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.leading.reopen.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, record: { enrolment, version, closings, traineeName }, stage } = await requireLedStage(request, params, context);
  const signed = closings.find((c) => c.stage === stage && !c.reopened && c.closedOn <= actor.today);
  return {
    stage: version.definition.stages[stage - 1]?.name ?? "", trainee: { id: enrolment.traineeId, name: traineeName },
    signed: signed ? { by: signed.deciderName, on: signed.closedOn } : null, proof: await findProof(context, actor),
  };
}

export const action = givingBack({ reason: words.leading.reopen.label }, async ({ request, params, context }) => {
  const { actor, record: { enrolment: { traineeId } }, stage } = await requireLedStage(request, params, context);
  const { database, clock } = context;
  const form = await readForm(request, reopenForm(await reviewContextOf(database.reader, actor, traineeId)));
  if (!form.ok) return form.response;
  const refused = await prove(request, context, form.submission, form.value);
  if (refused) return refused;
  const result = await reopenStage(database, actor, { traineeId, stage, reason: form.value.reason }, clock());
  return result.ok ? redirect(paths.ledTrainee(traineeId, "reopened")) : answerRefusal(form.submission, result);
});

/** Also after a refusal: whether the password is asked for follows what stands now. */
export const shouldRevalidate = (): boolean => true;

export default function Reopen() {
  return <ReopenPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
