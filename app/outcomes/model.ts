import type { WorkKind } from "#app/logbook/work-day.ts";
import type { PathwayDefinition, StageClosing } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Pause } from "#app/progress/heading.ts";

/** How a trainee's time on the pathway stands (docs/field.md, "Cohorts"). */
export const STANDINGS = ["stalled", "under_way", "paused", "accredited", "withdrawn", "ended"] as const;
export type Standing = (typeof STANDINGS)[number];

/** The steps of the funnel, in the order in which they are usually reached (docs/field.md, "Cohorts"). */
export const STEPS = ["initial_course", "first_cycle", "stage_1", "mid_point", "stage_2", "accredited"] as const;
export type Step = (typeof STEPS)[number];

/** What counts, added up: of a requirement or a gate, by the stage in which it counts first. */
export interface Sum {
  readonly stage: number;
  readonly requirement: string;
  readonly amount: number;
}

/** Where and with whom a trainee works. */
export interface Place {
  readonly cohortId: string;
  readonly cohort: string;
  readonly boardCode: string;
  readonly board: string;
}

/** One trainee of a programme as its leads see them: no client, film, note, rating or reflection is among it. */
export interface TraineeFacts {
  readonly traineeId: string;
  readonly name: string;
  readonly place: Place | null;
  readonly definition: PathwayDefinition;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly outcome: "withdrawn" | "accredited" | null;
  readonly closings: readonly StageClosing[];
  readonly pauses: readonly Pause[];
  readonly sums: readonly Sum[];
  /** Cycles that count, by requirement, within the last 90 days; without recognised prior work. */
  readonly lateCycles: readonly { readonly requirement: string; readonly cycles: number }[];
  /** The last day of work of each kind, counted or not, up to today. */
  readonly lastWork: readonly { readonly kind: WorkKind; readonly lastOn: Day }[];
}

/** Pace is over this many days, and so is standing still. */
export const RECENT_DAYS = 90;
