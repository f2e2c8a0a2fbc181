import { findSignOffView } from "#app/accreditation/stage-view.server.ts";
import { listSharedWith } from "#app/logbook/reflection-queries.server.ts";
import { reflectionLine } from "#app/logbook/reflection-view.ts";
import type { Actor } from "#app/people/model.ts";
import { aheadOf } from "#app/progress/forecast/ahead.ts";
import { getAheadFacts } from "#app/progress/forecast/facts.server.ts";
import { whenView } from "#app/progress/forecast/when-view.ts";
import { findSupervisedProgress } from "#app/progress/queries.server.ts";
import { progressView } from "#app/progress/view.ts";
import type { Reader } from "#db/database.server.ts";

import type { SupervisedView } from "./views.ts";

/** A trainee's page as it is shown to the actor; undefined for anybody but a present supervisor. */
export async function findSupervisedPage(db: Reader, actor: Actor, traineeId: string, now: Date): Promise<SupervisedView | undefined> {
  const progress = await findSupervisedProgress(db, actor, traineeId);
  if (!progress) return undefined;
  const ahead = await getAheadFacts(db, progress, now);
  return {
    traineeId: progress.trainee.id, name: progress.trainee.name, view: progressView(progress, false), when: whenView(aheadOf(ahead), ahead),
    signOff: await findSignOffView(db, actor, progress.trainee.id, now), shared: (await listSharedWith(db, actor, traineeId)).map((r) => reflectionLine(r)),
  };
}
