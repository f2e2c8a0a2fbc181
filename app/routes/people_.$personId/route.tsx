import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { EnrolmentCard } from "#app/pathway/enrolment-card.tsx";
import { requireManaged } from "#app/people/managed.server.ts";
import { PersonPage } from "#app/people/person-page.tsx";
import { notFound } from "#app/platform/http/responses.ts";
import { findManagedPage } from "#app/seen/managed.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.person.name ?? words.people.list.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, person } = await requireManaged(request, params.personId, context);
  const page = await findManagedPage(context.database.reader, actor, person.id);
  if (!page) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get("done") };
}

export default function Person() {
  const { enrolment, ...shown } = useLoaderData<typeof loader>();
  return <PersonPage {...shown}>{enrolment && <EnrolmentCard personId={shown.person.id} view={enrolment} />}</PersonPage>;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
