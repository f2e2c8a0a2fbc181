import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { queryOf } from "#app/logbook/asked-log.ts";
import { partsOf } from "#app/logbook/log-filter.tsx";
import { LogPage } from "#app/logbook/log-page.tsx";
import { findOwnEnrolment } from "#app/logbook/own-record.server.ts";
import { listClients } from "#app/logbook/queries.server.ts";
import { nextShow, readAskedLog } from "#app/logbook/read-asked-log.ts";
import { hasRole } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { LogMonths } from "#app/progress/log-list.tsx";
import { LogTable } from "#app/progress/log-table.tsx";
import { logRows, logView } from "#app/progress/log-view.ts";
import { NotEnrolled } from "#app/progress/not-enrolled.tsx";
import { getProgress } from "#app/progress/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.logbook.log.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const progress = await getProgress(db, actor.personId, actor.today);
  if (!progress && !hasRole(actor, "trainee")) throw forbidden();
  if (!progress) return null;
  const { asked: told, show, isPrinted } = readAskedLog(new URL(request.url).searchParams);
  const clients = (await listClients(db, actor.personId)).map(({ id, code }) => ({ id, code }));
  const asked = { ...told, client: clients.some((c) => c.id === told.client) ? told.client : null };
  if (isPrinted) {
    const parts = partsOf(asked, clients);
    return { isPrinted, ...logRows(progress, asked), name: actor.name, programmeName: progress.programmeName, on: formatDay(actor.today), parts, backTo: paths.log(queryOf(asked)) };
  }
  return {
    isPrinted, ...logView(progress, asked, show), asked, clients, next: nextShow(show),
    stages: progress.version.definition.stages.map((stage) => stage.number), mayWrite: await findOwnEnrolment(db, actor) !== undefined,
  };
}

export default function Log() {
  const page = useLoaderData<typeof loader>();
  if (page === null) return <NotEnrolled />;
  if (page.isPrinted) return <LogTable {...page} />;
  const { months, ...rest } = page;
  return <LogPage {...rest}><LogMonths months={months} /></LogPage>;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
