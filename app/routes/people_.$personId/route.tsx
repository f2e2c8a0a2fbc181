import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { EnrolmentCard } from "#app/pathway/enrolment-card.tsx";
import { findEnrolmentView } from "#app/pathway/enrolment-view.server.ts";
import { requireManaged } from "#app/people/managed.server.ts";
import { PersonPage } from "#app/people/person-page.tsx";
import { listAccreditations, listAssignmentsOf, listAssignmentsTo, listManagedGrants } from "#app/people/queries.server.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.person.name ?? words.people.list.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const db = context.database.reader;
  const grants = await listManagedGrants(db, actor, person.id);
  const programmes = new Map((await listProgrammes(db, grants.map((g) => g.programmeId))).map((p) => [p.id, p.name]));
  return {
    person, today: actor.today, done: new URL(request.url).searchParams.get("done"),
    grants: grants.map((g) => ({ ...g, programme: programmes.get(g.programmeId) ?? "" })),
    accreditations: await listAccreditations(db, person.id),
    supervisors: await listAssignmentsOf(db, person.id),
    trainees: await listAssignmentsTo(db, actor, person.id),
    enrolment: await findEnrolmentView(db, actor, person.id),
  };
}

export default function Person() {
  const { enrolment, ...shown } = useLoaderData<typeof loader>();
  return <PersonPage {...shown}>{enrolment && <EnrolmentCard personId={shown.person.id} view={enrolment} />}</PersonPage>;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
