import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ClientPage } from "#app/logbook/client-page.tsx";
import { listConsents } from "#app/logbook/consent-queries.server.ts";
import { caseConsent } from "#app/logbook/consent-view.ts";
import { requireClient } from "#app/logbook/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { EntryList } from "#app/progress/entry-list.tsx";
import { logView } from "#app/progress/log-view.ts";
import { getProgress } from "#app/progress/queries.server.ts";
import { words } from "#app/words/words.ts";

const { clients: said } = words.logbook;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? said.one(data.client.code) : said.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, client } = await requireClient(request, params.clientId, context);
  const progress = await getProgress(context.database.reader, actor.personId, actor.today);
  if (!progress) throw notFound();
  const { lines } = logView(progress, { kind: "cycle", clientId: client.id, state: null }, progress.entries.length);
  const consent = caseConsent(await listConsents(context.database.reader, client.id), client.ageBand, actor.today);
  return { client, consent, lines, saved: new URL(request.url).searchParams.get("saved") };
}

export default function ClientRoute() {
  const { client, consent, lines, saved } = useLoaderData<typeof loader>();
  return <ClientPage client={client} consent={consent} saved={saved}>{lines.length === 0 ? null : <EntryList lines={lines} label={said.cyclesHeading} />}</ClientPage>;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
