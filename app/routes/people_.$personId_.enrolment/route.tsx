import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { enrolTrainee } from "#app/pathway/enrol-trainee.server.ts";
import { enrolmentForm } from "#app/pathway/enrolment-form.ts";
import { EnrolmentPage } from "#app/pathway/enrolment-page.tsx";
import { listEnrolmentChoices } from "#app/pathway/enrolment-view.server.ts";
import { findEnrolment } from "#app/pathway/queries.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.enrolment.form.title(data?.person.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const db = context.database.reader;
  const choices = await listEnrolmentChoices(db, actor, person.id);
  if (choices.programmes.length === 0) throw notFound();
  if (await findEnrolment(db, person.id)) throw redirect(paths.person(person.id));
  return { person: { id: person.id, name: person.name }, choices, today: typedDay(actor.today) };
}

export const action = givingBack({ newCohort: words.enrolment.form.newCohort }, async ({ request, params, context }) => {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const form = await readForm(request, enrolmentForm);
  if (!form.ok) return form.response;
  const { programmeId, pathwayVersionId, startedOn, cohortId = null, newCohort = null, boardCode, sector } = form.value;
  const input = { traineeId: person.id, programmeId, pathwayVersionId, startedOn, cohortId, newCohort, boardCode, sector };
  const result = await enrolTrainee(context.database, actor, input, context.clock());
  return result.ok ? redirect(paths.person(person.id, "enrolled")) : answerRefusal(form.submission, result);
});

export default function Enrolment() {
  return <EnrolmentPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
