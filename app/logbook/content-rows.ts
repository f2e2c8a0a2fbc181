import type { CycleContent, PeerSupervisionContent, SupervisionContent, TrainingContent } from "./content.ts";

/** What a version keeps of a cycle, by column; its reflection stands apart. */
export function cycleRow(c: CycleContent) {
  const { filmedRoles = [], reviewFilmed = null, goal2Rating = null, goal3Rating = null, attunedMoments = null } = c;
  return {
    client_id: c.clientId, filmed_on: c.filmedOn, film_minutes: c.filmMinutes, mode: c.mode, clips_chosen: c.clipsChosen, reviewed_on: c.reviewedOn, review_minutes: c.reviewMinutes,
    goal_rating: c.goalRating, next_step: c.nextStep, note: c.note, filmed_roles: filmedRoles.length === 0 ? null : JSON.stringify(filmedRoles),
    review_filmed: reviewFilmed === null ? null : reviewFilmed ? 1 : 0, goal_2_rating: goal2Rating, goal_3_rating: goal3Rating, attuned_moments: attunedMoments,
  } as const;
}

/** The same of a supervision session; the cycles it was about stand apart. */
export const supervisionRow = (c: SupervisionContent) => ({ held_on: c.heldOn, starts_at: c.startsAt, minutes: c.minutes, mode: c.mode, format: c.format, supervisor_id: c.supervisorId, note: c.note });

/** The same of a peer supervision session; who else was there stands apart. */
export const peerRow = (c: PeerSupervisionContent) => ({ held_on: c.heldOn, starts_at: c.startsAt, minutes: c.minutes, mode: c.mode, note: c.note });

/** The same of a training. */
export const trainingRow = (c: TrainingContent) => ({ held_on: c.heldOn, training: c.training, half_days: c.halfDays, note: c.note });
