import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listReceipts } from "#app/clips/queries.server.ts";
import { ConsentPage } from "#app/logbook/consent-page.tsx";
import { listConsents } from "#app/logbook/consent-queries.server.ts";
import { caseConsent } from "#app/logbook/consent-view.ts";
import { requireClient } from "#app/logbook/request.server.ts";
import { can } from "#app/people/policy.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? words.consent.heading(data.code) : words.consent.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, client, programmeId } = await requireClient(request, params.clientId, context);
  const db = context.database.reader;
  const consents = await listConsents(db, client.id);
  return {
    receipts: await listReceipts(db, consents.filter((consent) => consent.withdrawnOn !== null).map(({ id }) => id)),
    clientId: client.id, code: client.code, consents, state: caseConsent(consents, client.ageBand, actor.today),
    mayWrite: can(actor, "consent.write", { traineeId: client.traineeId, programmeId }), saved: new URL(request.url).searchParams.get("saved"),
  };
}

export default function ConsentRoute() {
  return <ConsentPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
