import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { lockOn } from "#app/logbook/entry-checks.server.ts";
import { EntryPage } from "#app/logbook/entry-page.tsx";
import type { Entry } from "#app/logbook/model.ts";
import { listDecisions, listVersions } from "#app/logbook/queries.server.ts";
import { requireEntry } from "#app/logbook/request.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { getProgress, type TraineeProgress } from "#app/progress/queries.server.ts";
import { standingIn } from "#app/progress/standing.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.title ?? words.logbook.log.title) }];

function findLock(entry: Entry, progress: TraineeProgress | undefined, today: Day): { stage: number; day: string } | null {
  const lock = progress && lockOn(entry, { closings: progress.closings, definition: progress.version.definition }, today);
  return lock ? { stage: lock.stage, day: lock.closedOn } : null;
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, entry, isOwn } = await requireEntry(request, params.entryId, context);
  const db = context.database.reader;
  const progress = await getProgress(db, entry.traineeId, actor.today);
  const lock = findLock(entry, progress, actor.today);
  return {
    entry, lock, title: entryTitleOn(entry, actor.today), owner: entry.traineeId === actor.personId ? null : progress?.trainee.name ?? "",
    count: progress ? standingIn(progress.count, entry, progress.entries) : { counts: false, waits: false, towards: [], reasons: [] },
    recognisedFor: entry.kind === "recognised" ? progress?.version.definition.requirements.find((r) => r.key === entry.requirement) : undefined,
    versions: await listVersions(db, entry.id), decisions: await listDecisions(db, entry.id),
    saved: new URL(request.url).searchParams.get("saved"),
    may: { change: isOwn && !entry.voided && lock === null && entry.kind !== "recognised" },
  };
}

export default function EntryRoute() {
  return <EntryPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
