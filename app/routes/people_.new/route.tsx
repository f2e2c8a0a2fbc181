import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { createPerson } from "#app/people/create-person.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { newPersonForm } from "#app/people/forms.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { invite } from "#app/people/invite.server.ts";
import { hasRole } from "#app/people/model.ts";
import { NewPersonPage } from "#app/people/new-person-page.tsx";
import { findProof, prove } from "#app/people/prove.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { typedDay } from "#app/platform/http/form-fields.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { logUnexpected } from "#app/platform/log.server.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.people.newPerson.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  if (!hasRole(actor, "administrator")) throw forbidden();
  const managed = actor.grants.filter((g) => g.role === "administrator").map((g) => g.programmeId);
  return { programmes: await listProgrammes(context.database.reader, managed), today: typedDay(actor.today), proof: await findProof(context, actor) };
}

export const action = givingBack({ name: words.people.newPerson.name, email: words.people.newPerson.email }, async ({ request, context }) => {
  const actor = await requireActor(request, context);
  if (!hasRole(actor, "administrator")) throw forbidden();
  const form = await readForm(request, newPersonForm);
  if (!form.ok) return form.response;
  const unproved = await prove(request, context, form.submission, form.value);
  if (unproved) return unproved;
  const { name, email = null, isExternal, role, isIndependentReviewer, programmeId, startsOn, endsOn = null } = form.value;
  const grant = { role, isIndependentReviewer, programmeId, startsOn, endsOn };
  const result = await createPerson(context.database, actor, { name, email, isExternal, grant }, context.clock());
  if (!result.ok) return answerRefusal(form.submission, result);
  const { personId } = result.value;
  if (email !== null && !isExternal) {
    await invite(context, actor, { id: personId, name, email }).catch((error: unknown) => {
      logUnexpected(error, { requestId: context.requestId, method: request.method, target: paths.newPerson() });
    });
  }
  return redirect(paths.person(personId, isExternal ? "external" : "added"));
});

/** A proof is asked for by what stands after the form was answered, not by what stood when the page was opened. */
export const shouldRevalidate = (): boolean => true;

export default function NewPerson() {
  return <NewPersonPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
