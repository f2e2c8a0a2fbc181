import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { recordAttendance } from "#app/logbook/record-attendance.server.ts";
import { attendingOf } from "#app/outcomes/attendance.ts";
import { goneText, recordedInAddress, recordedText } from "#app/outcomes/attendance-answers.ts";
import { attendanceForm } from "#app/outcomes/attendance-form.ts";
import { AttendancePage } from "#app/outcomes/attendance-page.tsx";
import { requireLed } from "#app/outcomes/lead.server.ts";
import { getProgrammeFacts } from "#app/outcomes/queries.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm, refuseForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.outcomes.attendance;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, programme, programmes } = await requireLed(request, context);
  const { trainees, cohorts } = await getProgrammeFacts(context.database.reader, programme.id, actor.today);
  const url = new URL(request.url);
  const cohort = cohorts.find((c) => c.id === url.searchParams.get("cohort"))?.id ?? null;
  const others = trainees.filter((t) => t.traineeId !== actor.personId);
  return { programme, programmes, cohorts, cohort, trainees: attendingOf(others, cohort, actor.today), requestId: newId(), done: recordedText(url, trainees) };
}

export const action = givingBack({}, async ({ request, context }) => {
  const { actor, programme } = await requireLed(request, context);
  const form = await readForm(request, attendanceForm(actor.today));
  if (!form.ok) return form.response;
  const { requestId, training, heldOn, halfDays, traineeIds } = form.value;
  const result = await recordAttendance(context.database, actor, { requestId, training, heldOn, halfDays, traineeIds }, context.clock());
  if (result.ok) return redirect(paths.attendance({ programme: programme.id, ...recordedInAddress(result.value) }));
  if (result.code !== "not_there" && result.code !== "attendee_left") return answerRefusal(form.submission, result);
  const { trainees } = await getProgrammeFacts(context.database.reader, programme.id, actor.today);
  return refuseForm(form.submission, { status: 400, field: "traineeIds", text: goneText(trainees, traineeIds, heldOn) });
});

export default function Attendance() {
  const page = useLoaderData<typeof loader>();
  return <AttendancePage {...page} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
