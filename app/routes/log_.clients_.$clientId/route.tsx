import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listCaseVersions } from "#app/logbook/case-rows.server.ts";
import { caseView, sessionsAbout, type StoryLink } from "#app/logbook/case-view.ts";
import { ClientPage } from "#app/logbook/client-page.tsx";
import { listConsents } from "#app/logbook/consent-queries.server.ts";
import { WHOLE_LOG } from "#app/logbook/asked-log.ts";
import { caseConsent } from "#app/logbook/consent-view.ts";
import { requireClient } from "#app/logbook/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { logView } from "#app/progress/log-view.ts";
import { getProgress, type TraineeProgress } from "#app/progress/queries.server.ts";
import type { Submission } from "#app/review/model.ts";
import { listSubmissionsOf } from "#app/review/queries.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const { clients: said } = words.logbook;
const { story } = words.cases;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? said.one(data.client.code) : said.title) }];

/** What belongs to each of those cycles: the supervision in which it was talked about, and each attempt to submit its shared review. */
function linksOf({ entries }: TraineeProgress, submissions: readonly Submission[], cycleIds: readonly string[]): Record<string, StoryLink[]> {
  const sessions = sessionsAbout(entries);
  return Object.fromEntries(cycleIds.map((id) => [id, [
    ...submissions.filter((s) => s.entryId === id).map((s) => ({ text: story.submitted(words.review.states[s.state]), to: paths.submission(s.id) })),
    ...(sessions.get(id) ?? []).map((s) => ({ text: story.discussed(s.minutes, s.heldOn), to: paths.entry(s.id) })),
  ]]));
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, client } = await requireClient(request, params.clientId, context);
  const db = context.database.reader;
  const progress = await getProgress(db, actor.personId, actor.today);
  if (!progress) throw notFound();
  const lines = logView(progress, { ...WHOLE_LOG, kind: "cycle", client: client.id }, progress.entries.length).months.flatMap((month) => month.lines);
  return {
    client, consent: caseConsent(await listConsents(db, client.id), client.ageBand, actor.today),
    view: caseView(client, await listCaseVersions(db, client.id), progress.entries, actor.today),
    standings: Object.fromEntries(lines.map(({ entryId, text, tone }) => [entryId, { text, tone }])),
    links: linksOf(progress, await listSubmissionsOf(db, actor.personId), lines.map((line) => line.entryId)), saved: new URL(request.url).searchParams.get("saved"),
  };
}

export default function ClientRoute() {
  return <ClientPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
