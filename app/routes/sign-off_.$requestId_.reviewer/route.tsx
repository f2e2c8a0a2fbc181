import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { assignReviewer } from "#app/accreditation/lead-acts.server.ts";
import { reviewerForm } from "#app/accreditation/lead-forms.ts";
import { requireLedRequest } from "#app/accreditation/leading.server.ts";
import { closingOf, maySign } from "#app/accreditation/may-sign.ts";
import { isOpenRequest } from "#app/accreditation/model.ts";
import { findReviewerId } from "#app/accreditation/queries.server.ts";
import { ReviewerPage } from "#app/accreditation/reviewer-page.tsx";
import { listReviewerChoices } from "#app/accreditation/reviewers.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.leading.reviewer.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, record: { enrolment, version, traineeName }, asked } = await requireLedRequest(request, params.requestId, context);
  const db = context.database.reader;
  const isNeeded = maySign(closingOf(version.definition, asked.stage), "decision", "asked_reviewer");
  return {
    stage: version.definition.stages[asked.stage - 1]?.name ?? "", trainee: { id: enrolment.traineeId, name: traineeName },
    choices: await listReviewerChoices(db, actor, enrolment), reviewerId: await findReviewerId(db, enrolment.traineeId, asked.stage, actor.today) ?? null,
    closed: !isOpenRequest(asked) ? "over" as const : isNeeded ? null : "notNeeded" as const,
  };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, asked } = await requireLedRequest(request, params.requestId, context);
  const form = await readForm(request, reviewerForm);
  if (!form.ok) return form.response;
  if (!isOpenRequest(asked)) return answerRefusal(form.submission, { ok: false, code: "already_done" });
  const { traineeId, stage } = asked;
  const result = await assignReviewer(context.database, actor, { traineeId, stage, reviewerId: form.value.reviewerId }, context.clock());
  return result.ok ? redirect(paths.ledTrainee(traineeId, "reviewer")) : answerRefusal(form.submission, result);
});

export default function AssignReviewer() {
  return <ReviewerPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
