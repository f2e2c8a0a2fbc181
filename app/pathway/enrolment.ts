import type { Day } from "#app/platform/clock.ts";
import type { Board, Cohort, Placement, Programme } from "#app/programme/model.ts";

import type { PathwayVersion } from "./model.ts";

/** What an administrator can choose from when they enrol somebody. */
export interface EnrolmentChoices {
  /** The administrator's programmes in which the person is a trainee; empty where there is nobody to enrol. */
  readonly programmes: readonly Programme[];
  readonly cohorts: readonly Cohort[];
  readonly boards: readonly Board[];
  readonly versions: readonly Pick<PathwayVersion, "id" | "pathwayName" | "label">[];
}

/** A trainee's enrolment as an administrator sees it. */
export interface EnrolmentView {
  readonly enrolment: { readonly startedOn: Day; readonly endedOn: Day | null };
  readonly pathway: Pick<PathwayVersion, "id" | "pathwayName" | "label">;
  readonly placement: Placement | null;
}
