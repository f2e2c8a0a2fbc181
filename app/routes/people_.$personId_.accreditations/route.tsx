import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { recountSupervised } from "#app/logbook/recount-supervised.server.ts";
import { AccreditationPage } from "#app/people/accreditation-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { accreditationForm } from "#app/people/forms.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { recordAccreditation } from "#app/people/record-accreditation.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.people.accreditationPage.title(data?.person.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = await requireManaged(request, params.personId, context);
  return { person, period: null, startsOn: typedDay(null), endsOn: typedDay(null) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const form = await readForm(request, accreditationForm);
  if (!form.ok) return form.response;
  const { standing, startsOn, endsOn = null } = form.value;
  const period = { personId: person.id, standing, from: startsOn, to: endsOn };
  const result = await recordAccreditation(context.database, actor, period, context.clock(), recountSupervised);
  return result.ok ? redirect(paths.person(person.id, "saved")) : answerRefusal(form.submission, result);
}

export default function Accreditations() {
  return <AccreditationPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
