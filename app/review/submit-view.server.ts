import type { FormContext } from "#app/logbook/form-parts.ts";
import type { Cycle } from "#app/logbook/model.ts";
import { findOwnEnrolment } from "#app/logbook/own-record.server.ts";
import { formContextOf, type OwnLog, requireEntry } from "#app/logbook/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { newId } from "#app/platform/ids.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

import { listAttempts } from "./queries.server.ts";
import { notAgainBecause } from "./states.ts";

/** A cycle of the trainee who asks, to be submitted. */
export interface OwnCycle {
  readonly log: OwnLog;
  readonly cycle: Cycle;
}

/** Throws 404 for what is no cycle that the actor sees, 403 for whoever sees it and may not submit it. */
export async function requireOwnCycle(request: Request, entryId: string | undefined, context: AppContext): Promise<OwnCycle> {
  const { actor, entry, isOwn } = await requireEntry(request, entryId, context);
  if (entry.kind !== "cycle") throw notFound();
  const enrolment = isOwn ? await findOwnEnrolment(context.database.reader, actor, "submission.write") : undefined;
  if (!enrolment) throw forbidden();
  return { log: { actor, programmeId: enrolment.programmeId, startedOn: enrolment.startedOn }, cycle: entry };
}

function closedText({ voided, reviewedOn }: Cycle, today: string, last: Parameters<typeof notAgainBecause>[0]): string | null {
  if (voided) return explain("cycle_voided").text;
  if (reviewedOn === null || reviewedOn > today) return explain("review_not_held").text;
  const because = notAgainBecause(last);
  return because === undefined ? null : explain(because).text;
}

/** What the frame of each way is given: the cycle's title, whether it can be submitted, and an id for the form. */
export async function loadSubmitPage(context: AppContext, { log: { actor }, cycle }: OwnCycle) {
  const last = (await listAttempts(context.database.reader, cycle.id)).at(-1);
  return { entryId: cycle.id, title: words.progress.entry.cycle(cycle.clientCode), closed: closedText(cycle, actor.today, last?.state), requestId: newId() };
}

/** What the schema of each way is told. */
export async function submitContextOf(context: AppContext, { log }: OwnCycle): Promise<FormContext> {
  return formContextOf(context.database.reader, log);
}
