import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { findRequestOfClosing } from "#app/accreditation/closing-request.server.ts";
import { sessionLinks, type StoryLink } from "#app/logbook/case-view.ts";
import { isDecidable } from "#app/logbook/deciding.server.ts";
import { lockOn } from "#app/logbook/entry-checks.server.ts";
import { EntryPage } from "#app/logbook/entry-page.tsx";
import { findEntryReflections } from "#app/logbook/entry-reflections.server.ts";
import { findActableLock } from "#app/logbook/locked-entry.server.ts";
import type { Entry } from "#app/logbook/model.ts";
import { listDecisions, listVersions } from "#app/logbook/queries.server.ts";
import { requireEntry } from "#app/logbook/request.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { getProgress, type TraineeProgress } from "#app/progress/queries.server.ts";
import { standingIn } from "#app/progress/standing.ts";
import { findBroughtEntry } from "#app/record/brought.server.ts";
import { CycleCard } from "#app/review/cycle-card.tsx";
import { listAttempts } from "#app/review/queries.server.ts";
import { notAgainBecause } from "#app/review/states.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data?.title ?? words.logbook.log.title) }];

/** The signed stage that locks the entry, with the request on which it was signed, where the actor can see that. */
async function findLock(db: Parameters<typeof listAttempts>[0], actor: Actor, entry: Entry, progress: TraineeProgress | undefined): Promise<{ stage: number; day: string; signOff: string | null } | null> {
  const lock = progress && lockOn(entry, { closings: progress.closings, definition: progress.version.definition }, actor.today);
  return lock ? { stage: lock.stage, day: lock.closedOn, signOff: await findRequestOfClosing(db, actor, entry.traineeId, lock, progress.closings) ?? null } : null;
}

/** What was submitted of a cycle with a shared review, and whether it can be submitted now; null for everything else. */
async function findReview(db: Parameters<typeof listAttempts>[0], entry: Entry, isOwn: boolean, today: Day): Promise<Parameters<typeof CycleCard>[0] | null> {
  if (entry.kind !== "cycle" || entry.reviewedOn === null || entry.reviewedOn > today) return null;
  const attempts = await listAttempts(db, entry.id);
  return { entryId: entry.id, attempts, maySubmit: isOwn && !entry.voided && notAgainBecause(attempts.at(-1)?.state) === undefined };
}

/** The cycles that a session was about, and the sessions that were about a cycle. */
function findAround(entry: Entry, progress: TraineeProgress | undefined): StoryLink[] {
  if (entry.kind === "supervision") return entry.discussed.map((d) => ({ text: words.logbook.supervision.discussed(d.clientCode, d.filmedOn), to: paths.entry(d.cycleId) }));
  return entry.kind === "cycle" && progress ? sessionLinks(progress.entries, entry.id) : [];
}

/** What the lock of a signed stage leaves to the actor. */
async function mayWithLocked(db: Parameters<typeof findActableLock>[0], actor: Actor, entry: Entry, isLocked: boolean): Promise<{ voidLocked: boolean; questionLocked: boolean }> {
  const voidLocked = isLocked && !entry.voided && (await findActableLock(db, actor, entry.id))?.isReopened === false;
  return { voidLocked, questionLocked: voidLocked && isDecidable(entry) && entry.confirmation !== "questioned" };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, entry, isOwn } = await requireEntry(request, params.entryId, context);
  const db = context.database.reader;
  const progress = await getProgress(db, entry.traineeId, actor.today);
  const lock = await findLock(db, actor, entry, progress);
  return {
    entry, lock, title: entryTitleOn(entry, actor.today), owner: entry.traineeId === actor.personId ? null : progress?.trainee.name ?? "",
    count: progress ? standingIn(progress.count, entry, progress.entries) : { counts: false, waits: false, towards: [], reasons: [] },
    recognisedFor: entry.kind === "recognised" ? progress?.version.definition.requirements.find((r) => r.key === entry.requirement) : undefined,
    versions: await listVersions(db, entry.id, isOwn ? actor.personId : undefined), decisions: await listDecisions(db, entry.id),
    // Nobody but the trainee is sent them, and whoever they share one with.
    reflections: await findEntryReflections(db, actor, entry, isOwn),
    saved: new URL(request.url).searchParams.get("saved"),
    brought: await findBroughtEntry(db, entry),
    may: { change: isOwn && !entry.voided && lock === null && entry.kind !== "recognised", ...await mayWithLocked(db, actor, entry, lock !== null) },
    around: findAround(entry, progress), review: await findReview(db, entry, isOwn, actor.today),
  };
}

export default function EntryRoute() {
  const page = useLoaderData<typeof loader>();
  return <EntryPage {...page} beside={page.review && <CycleCard {...page.review} />} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
