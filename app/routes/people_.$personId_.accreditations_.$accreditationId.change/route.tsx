import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { recountSupervised } from "#app/logbook/recount-supervised.server.ts";
import { AccreditationPage } from "#app/people/accreditation-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { changeAccreditationForm } from "#app/people/forms.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { listAccreditations } from "#app/people/queries.server.ts";
import { recordAccreditation } from "#app/people/record-accreditation.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.people.accreditationPage.title(data?.person.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = await requireManaged(request, params.personId, context);
  const period = (await listAccreditations(context.database.reader, person.id)).find((p) => p.id === params.accreditationId);
  if (!period) throw notFound();
  return { person, period, startsOn: typedDay(period.from), endsOn: typedDay(period.to) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const form = await readForm(request, changeAccreditationForm);
  if (!form.ok) return form.response;
  const { standing, startsOn, endsOn = null, version } = form.value;
  const period = { personId: person.id, standing, from: startsOn, to: endsOn, corrects: { id: params.accreditationId ?? "", version } };
  const result = await recordAccreditation(context.database, actor, period, context.clock(), recountSupervised);
  return result.ok ? redirect(paths.person(person.id, "saved")) : answerRefusal(form.submission, result);
}

export default function ChangeAccreditation() {
  return <AccreditationPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
