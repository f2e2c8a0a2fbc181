import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SignOffCards } from "#app/accreditation/sign-off-card.tsx";
import { findSignOffView } from "#app/accreditation/stage-view.server.ts";
import { signOffStep } from "#app/accreditation/view-model.ts";
import { QuickEntry } from "#app/logbook/quick-entry.tsx";
import { findQuickCycle } from "#app/logbook/quick.server.ts";
import { hasRole } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { aheadOf } from "#app/progress/forecast/ahead.ts";
import { getAheadFacts } from "#app/progress/forecast/facts.server.ts";
import { WhenCard } from "#app/progress/forecast/when-card.tsx";
import { whenView } from "#app/progress/forecast/when-view.ts";
import { NotEnrolled } from "#app/progress/not-enrolled.tsx";
import { LogActions, ProgressPage } from "#app/progress/progress-page.tsx";
import { getProgress } from "#app/progress/queries.server.ts";
import { isOver, progressView } from "#app/progress/view.ts";
import { Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";
import { NoticeList } from "#app/worklist/notice-list.tsx";
import { listNoticeLines } from "#app/worklist/notices.server.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.progress.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const progress = await getProgress(context.database.reader, actor.personId, actor.today);
  if (!progress && !hasRole(actor, "trainee")) throw forbidden();
  const notices = await listNoticeLines(context.database.reader, actor);
  const db = context.database.reader;
  const signOff = await findSignOffView(db, actor, actor.personId, context.clock());
  if (!progress || !signOff) return { view: null, when: null, signOff: null, notices, quick: null, may: { log: false } };
  const ahead = await getAheadFacts(db, progress, context.clock());
  const mayWrite = can(actor, "logbook.write", { traineeId: actor.personId, programmeId: progress.enrolment.programmeId });
  return {
    view: progressView(progress, true, signOffStep(signOff)), when: whenView(aheadOf(ahead), ahead), signOff, notices,
    quick: mayWrite && !isOver(progress) ? await findQuickCycle(db, actor.personId) : null, may: { log: mayWrite && !isOver(progress) },
  };
}

export default function Progress() {
  const { view, when, signOff, notices, quick, may } = useLoaderData<typeof loader>();
  if (view === null) return <Stack gap="large"><NotEnrolled /><NoticeList lines={notices} /></Stack>;
  return (
    <ProgressPage view={view} evidenceAt={(key) => paths.progressOf(key)} wholeLog={paths.log()} news={<NoticeList lines={notices} />}
      when={when && <WhenCard view={when} howAt={paths.progressAhead()} />} signOff={<SignOffCards view={signOff} isOwn />}
      quick={quick && <QuickEntry start={quick} />} actions={may.log && <LogActions next={view.next} />} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
