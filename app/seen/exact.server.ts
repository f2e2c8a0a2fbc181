import { findLedTrainee } from "#app/outcomes/trainee-queries.server.ts";
import { type TraineeView, traineeView } from "#app/outcomes/trainee-view.ts";
import { findEnrolment } from "#app/pathway/queries.server.ts";
import { findActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { findManagedPage } from "./managed.server.ts";
import { findSupervisedPage } from "./supervised.server.ts";
import type { ExactPages } from "./views.ts";

async function findLedPage(db: Reader, viewer: Actor, traineeId: string): Promise<TraineeView | undefined> {
  const enrolment = await findEnrolment(db, traineeId);
  if (!enrolment || !can(viewer, "cohort.read", { programmeId: enrolment.programmeId })) return undefined;
  const trainee = await findLedTrainee(db, traineeId, viewer.today);
  return trainee && traineeView(trainee, viewer.today);
}

/** The pages of one person on which this trainee stands, exactly as they have them; undefined for nobody, and for whoever is the trainee. */
export async function findExactPages(db: Reader, personId: string, traineeId: string, now: Date): Promise<ExactPages | undefined> {
  const viewer = personId === traineeId ? undefined : await findActor(db, personId, londonDay(now));
  if (!viewer || viewer.grants.length === 0) return undefined;
  const pages = {
    record: await findSupervisedPage(db, viewer, traineeId, now) ?? null, led: await findLedPage(db, viewer, traineeId) ?? null,
    managed: await findManagedPage(db, viewer, traineeId) ?? null,
  };
  return pages.record || pages.led || pages.managed ? { name: viewer.name, ...pages } : undefined;
}
