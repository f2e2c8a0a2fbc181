import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import { grantForm } from "#app/people/forms.ts";
import { GrantPage } from "#app/people/grant-page.tsx";
import { grantRole } from "#app/people/grant-role.server.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { findProof, prove } from "#app/people/prove.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(words.people.grantPage.title(data?.person.name ?? "")) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const managed = actor.grants.filter((g) => g.role === "administrator").map((g) => g.programmeId);
  return { person, programmes: await listProgrammes(context.database.reader, managed), today: typedDay(actor.today), proof: await findProof(context, actor) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const form = await readForm(request, grantForm);
  if (!form.ok) return form.response;
  const unproved = await prove(request, context, form.submission, form.value);
  if (unproved) return unproved;
  const { role, isIndependentReviewer, programmeId, startsOn, endsOn = null } = form.value;
  const result = await grantRole(context.database, actor, { role, isIndependentReviewer, programmeId, startsOn, endsOn, personId: person.id }, context.clock());
  return result.ok ? redirect(paths.person(person.id, "role")) : answerRefusal(form.submission, result);
}

/** A proof is asked for by what stands after the form was answered, not by what stood when the page was opened. */
export const shouldRevalidate = (): boolean => true;

export default function Grant() {
  return <GrantPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
