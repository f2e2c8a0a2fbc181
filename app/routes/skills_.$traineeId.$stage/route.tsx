import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { skillsContentOf, skillsForm } from "#app/review/forms.ts";
import { reviewContextOf } from "#app/review/page.server.ts";
import { SkillsPage } from "#app/review/skills-page.tsx";
import { findSkillsRecord } from "#app/review/skills-queries.server.ts";
import { saveSkillsRecord } from "#app/review/skills-record.server.ts";
import { loadSkillsPage, requireStage } from "#app/review/skills-view.server.ts";
import { TYPED_LABELS } from "#app/review/typed-labels.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.skills.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadSkillsPage(request, params, context);
}

export const action = givingBack(TYPED_LABELS.skills, async ({ request, params, context }) => {
  const { actor, traineeId, stage } = await requireStage(request, params, context);
  const db = context.database.reader;
  const form = await readForm(request, skillsForm(await reviewContextOf(db, actor, traineeId), await findSkillsRecord(db, traineeId, stage, actor.personId)));
  if (!form.ok) return form.response;
  const { fromVersion, submission: submissionId = null } = form.value;
  const result = await saveSkillsRecord(context.database, actor, { traineeId, stage, submissionId, fromVersion, content: skillsContentOf(form.value) }, context.clock());
  return result.ok ? redirect(paths.skillsRecord(traineeId, stage, { saved: "yes" })) : answerRefusal(form.submission, result);
});

export default function Skills() {
  return <SkillsPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
