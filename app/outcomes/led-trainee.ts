import type { DecisionDay } from "#app/accreditation/decision-day.ts";
import type { Unfit } from "#app/accreditation/reviewer-choice.ts";
import type { RecognisedEntry } from "#app/logbook/recognised.ts";
import type { WorkDay } from "#app/logbook/work-day.ts";
import type { StageClosing } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";

import type { TraineeFacts } from "./model.ts";

/** What counts, an entry of a requirement or gate at a time: its day, and how much. */
export interface CountedDay {
  readonly requirement: string;
  readonly entryId: string;
  readonly amount: number;
  readonly countsOn: Day;
}

/** A stage that is asked for and not decided on: never its evidence. */
export interface LedRequest {
  readonly id: string;
  readonly stage: number;
  readonly askedOn: Day;
  /** False where the own supervisor decides. */
  readonly takesReviewer: boolean;
  readonly reviewer: string | null;
  /** Why whoever is asked can decide no longer; null where they can, and where nobody is asked. */
  readonly lost: Unfit | null;
}

/** A closing of a stage with, where it was reopened, who did that and why: a lead's own word. */
export interface LedClosing extends StageClosing {
  readonly reopening: { readonly byName: string; readonly reason: string } | null;
}

/** One trainee as the leads of their programme see them: counts, days and decisions. */
export interface LedTrainee {
  readonly facts: Omit<TraineeFacts, "closings"> & { readonly closings: readonly LedClosing[] };
  readonly pathway: string;
  readonly counted: readonly CountedDay[];
  readonly work: readonly WorkDay[];
  readonly decisions: readonly DecisionDay[];
  readonly recognised: readonly RecognisedEntry[];
  readonly request: LedRequest | null;
  /** Names of those who decided. */
  readonly names: ReadonlyMap<string, string>;
}
