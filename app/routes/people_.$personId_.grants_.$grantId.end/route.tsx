import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { EndPage } from "#app/people/end-page.tsx";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { endGrantForm } from "#app/people/forms.ts";
import { endRole } from "#app/people/grant-role.server.ts";
import { roleName } from "#app/people/labels.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { findProof, prove } from "#app/people/prove.server.ts";
import { listManagedGrants } from "#app/people/queries.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const t = words.people.endGrantPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.title ?? "") }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const grant = (await listManagedGrants(context.database.reader, actor, person.id)).find((g) => g.id === params.grantId);
  if (!grant) throw notFound();
  return { title: t.title(roleName(grant), person.name), version: grant.version, day: typedDay(grant.endsOn ?? actor.today), back: paths.person(person.id), proof: await findProof(context, actor) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const form = await readForm(request, endGrantForm);
  if (!form.ok) return form.response;
  const unproved = await prove(request, context, form.submission, form.value);
  if (unproved) return unproved;
  const { version, endsOn } = form.value;
  const result = await endRole(context.database, actor, { version, endsOn, personId: person.id, grantId: params.grantId ?? "" }, context.clock());
  return result.ok ? redirect(paths.person(person.id, "role")) : answerRefusal(form.submission, result);
}

/** A proof is asked for by what stands after the form was answered, not by what stood when the page was opened. */
export const shouldRevalidate = (): boolean => true;

export default function EndGrant() {
  return <EndPage {...useLoaderData<typeof loader>()} lead={t.lead} submit={t.submit} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
