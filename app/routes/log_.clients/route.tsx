import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ClientsPage } from "#app/logbook/clients-page.tsx";
import { listClients } from "#app/logbook/queries.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.logbook.clients.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const isVoided = new URL(request.url).searchParams.get("saved") === "voided";
  return { clients: await listClients(context.database.reader, actor.personId), mayOpen: true, isVoided };
}

export default function Clients() {
  return <ClientsPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
