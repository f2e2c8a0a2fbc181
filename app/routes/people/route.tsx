import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { hasRole } from "#app/people/model.ts";
import { PeopleList } from "#app/people/people-list.tsx";
import { listPeople } from "#app/people/queries.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { words } from "#app/words/words.ts";

const MAX_SEARCH_CHARACTERS = 100;

export const meta: MetaFunction = () => [{ title: words.common.title(words.people.list.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  if (!hasRole(actor, "administrator")) throw forbidden();
  const search = (new URL(request.url).searchParams.get("search") ?? "").slice(0, MAX_SEARCH_CHARACTERS).trim();
  return { search, people: await listPeople(context.database.reader, actor, search) };
}

export default function People() {
  return <PeopleList {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
