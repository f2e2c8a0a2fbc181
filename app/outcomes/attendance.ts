import type { Day } from "#app/platform/clock.ts";
import { byName, byText } from "#app/platform/order.ts";

import { gatesText } from "./gates-text.ts";
import type { TraineeFacts } from "./model.ts";

/** A trainee who may have been at a training, with what of it counts already. */
export interface Attending {
  readonly traineeId: string;
  readonly name: string;
  /** "Initial course: 4 half-days" and so on. */
  readonly counts: string;
}

/** Those who are under way, of one cohort or of all, by name. */
export function attendingOf(trainees: readonly TraineeFacts[], cohortId: string | null, today: Day): Attending[] {
  return trainees
    .filter((t) => (t.endedOn === null || t.endedOn >= today) && (cohortId === null || t.place?.cohortId === cohortId))
    .sort((a, b) => byName(a.name, b.name) || byText(a.traineeId, b.traineeId))
    .map((t) => ({ traineeId: t.traineeId, name: t.name, counts: gatesText(t) }));
}
