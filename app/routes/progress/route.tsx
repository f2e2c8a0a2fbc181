import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SignOffCards } from "#app/accreditation/sign-off-card.tsx";
import { findSignOffView } from "#app/accreditation/stage-view.server.ts";
import { signOffStep } from "#app/accreditation/view-model.ts";
import { hasRole } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
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
  const signOff = await findSignOffView(context.database.reader, actor, actor.personId, context.clock());
  if (!progress || !signOff) return { view: null, signOff: null, notices, may: { log: false } };
  const mayWrite = can(actor, "logbook.write", { traineeId: actor.personId, programmeId: progress.enrolment.programmeId });
  return { view: progressView(progress, true, signOffStep(signOff)), signOff, notices, may: { log: mayWrite && !isOver(progress) } };
}

export default function Progress() {
  const { view, signOff, notices, may } = useLoaderData<typeof loader>();
  if (view === null) return <Stack gap="large"><NotEnrolled /><NoticeList lines={notices} /></Stack>;
  return (
    <ProgressPage view={view} evidenceAt={(key) => paths.progressOf(key)} wholeLog={paths.log()} news={<NoticeList lines={notices} />}
      signOff={<SignOffCards view={signOff} isOwn />} actions={may.log && <LogActions next={view.next} />} />
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
