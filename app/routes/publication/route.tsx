import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireLed } from "#app/outcomes/lead.server.ts";
import { PublicationPage } from "#app/outcomes/publication-page.tsx";
import { publicationAt, publicationDays } from "#app/outcomes/publication.ts";
import { getFiguresFacts } from "#app/outcomes/queries.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.outcomes.publication.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, programme, programmes } = await requireLed(request, context);
  const { facts, boardNames } = await getFiguresFacts(context.database.reader, programme.id);
  const days = publicationDays(facts, actor.today);
  // An address that asks for a day that is no month end shows the last one.
  const asked = days.find((day) => day === new URL(request.url).searchParams.get("month")) ?? days[0];
  return { programme, programmes, days, publication: asked === undefined ? undefined : publicationAt(facts, asked, actor.today, boardNames) };
}

export default function PublicationFigures() {
  return <PublicationPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
