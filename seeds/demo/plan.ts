import type { AgeBand, Mode, NextStep } from "#app/logbook/model.ts";
import type { SupervisionFormat, Training } from "#app/pathway/model.ts";
import type { Sector } from "#app/programme/model.ts";

/*
 * The demonstration as data. All days are told as days before the day it runs (`…Ago`); a negative number lies
 * ahead. People are named by a short key of their own.
 */

/** Somebody of the demonstration. */
export interface PersonPlan {
  readonly key: string;
  readonly name: string;
  /** Null for the external supervisor, who never signs in. */
  readonly email: string | null;
}

/** What the other side said to an entry. Absent: it still waits. */
export interface DecisionPlan {
  readonly says: "confirmed" | "questioned";
  readonly by: string;
  readonly ago: number;
  readonly note?: string;
}

interface EntryPlan {
  readonly note?: string;
  /** When it was logged, where that is not the day it happened. */
  readonly loggedAgo?: number;
  readonly voided?: { readonly ago: number; readonly reason: string };
  /** It came with a file that the trainee imported. */
  readonly imported?: true;
}

export interface CyclePlan extends EntryPlan {
  readonly kind: "cycle";
  /** The trainee's first, second, … client. */
  readonly client: number;
  readonly filmedAgo: number;
  readonly reviewedAgo: number | null;
  readonly filmMinutes: number;
  readonly mode: Mode;
  readonly clipsChosen: number | null;
  readonly reviewMinutes: number | null;
  readonly goalRating: number | null;
  readonly nextStep: NextStep | null;
  /** Logged after filming, and again once the review was held. */
  readonly inTwoSteps?: true;
}

interface HeldPlan extends EntryPlan {
  readonly heldAgo: number;
  readonly decision?: DecisionPlan;
}

export interface SupervisionPlan extends HeldPlan {
  readonly kind: "supervision";
  readonly supervisor: string;
  readonly minutes: number;
  readonly mode: Mode;
  readonly format: SupervisionFormat;
}

export interface PeerSupervisionPlan extends HeldPlan {
  readonly kind: "peer_supervision";
  readonly minutes: number;
  readonly mode: Mode;
  readonly attendees: readonly string[];
}

export interface TrainingPlan extends HeldPlan {
  readonly kind: "training";
  readonly training: Training;
  readonly halfDays: number;
}

export interface RecognisedPlan extends EntryPlan {
  readonly kind: "recognised";
  readonly requirement: string;
  readonly amount: number;
  readonly recognisedAgo: number;
  readonly by: string;
}

export type LoggedPlan = CyclePlan | SupervisionPlan | PeerSupervisionPlan | TrainingPlan | RecognisedPlan;

/** A stage that somebody closed, perhaps reopened by a lead. */
export interface ClosingPlan {
  readonly stage: 1 | 2 | 3;
  readonly ago: number;
  readonly by: string;
  readonly reopened?: { readonly ago: number; readonly by: string; readonly reason: string };
}

/** One trainee's whole story. */
export interface TraineePlan extends PersonPlan {
  readonly email: string;
  readonly board: string;
  readonly sector: Sector;
  /** Which of the cohorts, the first being the oldest. */
  readonly cohort: 0 | 1 | 2;
  readonly pathway: "nes" | "aviguk";
  readonly startedAgo: number;
  /** The first day on the pathway lies no later than this, whatever the day it runs. */
  readonly startedBy?: string;
  readonly supervisors: readonly { readonly key: string; readonly fromAgo: number; readonly toAgo?: number }[];
  readonly ended?: { readonly ago: number; readonly outcome: "withdrawn" | "accredited"; readonly reason?: string };
  readonly pause?: { readonly fromAgo: number; readonly toAgo: number; readonly plannedAgo: number };
  readonly closings?: readonly ClosingPlan[];
  /** The age band of each client where it is not the usual one. */
  readonly ageBands?: readonly AgeBand[];
  readonly log: readonly LoggedPlan[];
}
