import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { assignSupervisor } from "#app/people/assign-supervisor.server.ts";
import { AssignmentPage } from "#app/people/assignment-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { assignmentForm } from "#app/people/forms.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { listAssignable } from "#app/people/queries.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.people.assignmentPage.title(data?.person.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const supervisors = (await listAssignable(context.database.reader, actor, "supervisor")).filter((s) => s.id !== person.id);
  return { person, supervisors: supervisors.map(({ id, name }) => ({ id, name })), today: typedDay(actor.today) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const form = await readForm(request, assignmentForm);
  if (!form.ok) return form.response;
  const { endsOn = null, ...assignment } = form.value;
  const result = await assignSupervisor(context.database, actor, { ...assignment, endsOn, traineeId: person.id }, context.clock());
  return result.ok ? redirect(paths.person(person.id, "saved")) : answerRefusal(form.submission, result);
}

export default function Assignments() {
  return <AssignmentPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
