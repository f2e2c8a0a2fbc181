import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { LogPage } from "#app/logbook/log-page.tsx";
import { findOwnEnrolment } from "#app/logbook/own-record.server.ts";
import { listClients } from "#app/logbook/queries.server.ts";
import { ENTRY_KINDS } from "#app/pathway/model.ts";
import { hasRole } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { EntryList } from "#app/progress/entry-list.tsx";
import { LOG_STATES, logView } from "#app/progress/log-view.ts";
import { NotEnrolled } from "#app/progress/not-enrolled.tsx";
import { getProgress } from "#app/progress/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const ROWS_A_PAGE = 50;
const MAX_ROWS = 10_000;

export const meta: MetaFunction = () => [{ title: words.common.title(words.logbook.log.title) }];

// An address that asks for what is not there shows the whole log.
const askedSchema = z.object({
  kind: z.enum(ENTRY_KINDS).nullable().catch(null),
  client: z.string().min(1).max(40).nullable().catch(null),
  state: z.enum(LOG_STATES).nullable().catch(null),
  show: z.coerce.number().int().min(ROWS_A_PAGE).max(MAX_ROWS).catch(ROWS_A_PAGE),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const progress = await getProgress(db, actor.personId, actor.today);
  if (!progress && !hasRole(actor, "trainee")) throw forbidden();
  if (!progress) return null;
  const address = new URL(request.url);
  const { kind, client: clientId, state, show } = askedSchema.parse({ kind: null, client: null, state: null, ...Object.fromEntries(address.searchParams) });
  const view = logView(progress, { kind, clientId, state }, show);
  address.searchParams.set("show", String(show + ROWS_A_PAGE));
  return {
    ...view, asked: { kind, clientId, state }, moreTo: `${paths.log()}${address.search}`,
    clients: (await listClients(db, actor.personId)).map(({ id, code }) => ({ id, code })),
    mayWrite: await findOwnEnrolment(db, actor) !== undefined,
  };
}

export default function Log() {
  const page = useLoaderData<typeof loader>();
  if (page === null) return <NotEnrolled />;
  const { lines, ...rest } = page;
  return (
    <LogPage {...rest} shown={lines.length}>
      <EntryList lines={lines} label={words.logbook.log.caption} />
    </LogPage>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
