import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { endAssignment } from "#app/people/assign-supervisor.server.ts";
import { EndPage } from "#app/people/end-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { endForm } from "#app/people/forms.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { listAssignmentsOf } from "#app/people/queries.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const t = words.people.endAssignmentPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.title ?? "") }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const assignment = (await listAssignmentsOf(context.database.reader, person.id)).find((a) => a.id === params.assignmentId);
  if (!assignment) throw notFound();
  return {
    title: t.title(assignment.supervisorName, assignment.traineeName), version: assignment.version,
    day: typedDay(assignment.endsOn ?? actor.today), back: paths.person(person.id),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const form = await readForm(request, endForm);
  if (!form.ok) return form.response;
  const result = await endAssignment(context.database, actor, { ...form.value, traineeId: person.id, assignmentId: params.assignmentId ?? "" }, context.clock());
  return result.ok ? redirect(paths.person(person.id, "saved")) : answerRefusal(form.submission, result);
}

export default function EndAssignment() {
  return <EndPage {...useLoaderData<typeof loader>()} lead={t.lead} submit={t.submit} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
