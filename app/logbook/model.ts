import type { Confirmation, SupervisionFormat, Training } from "#app/pathway/model.ts";
import type { Day, Instant } from "#app/platform/clock.ts";

import type { AgeBand, CaseDetails } from "./case-model.ts";
import type { FilmedRole } from "./consent-model.ts";

export const MODES = ["in_person", "remote"] as const;
export type Mode = (typeof MODES)[number];

export const NEXT_STEPS = ["another_cycle", "close"] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** The longest single session that is taken as typed: 8 hours; more is surely a slip. */
export const MAX_SESSION_MINUTES = 480;
/** More clips than anybody chooses from one film: a larger number is surely a slip. */
export const MAX_CLIPS = 200;
/** The client rates the goal from 0 to 10. */
export const MAX_GOAL_RATING = 10;
export const MAX_NOTE_CHARACTERS = 4000;
export const MAX_REASON_CHARACTERS = 500;

/** A client, under the code that the portal made, with what helps not to log the wrong family. */
export interface Client extends CaseDetails {
  readonly id: string;
  readonly traineeId: string;
  readonly code: string;
  readonly ageBand: AgeBand | null;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly version: number;
  readonly voided: boolean;
  /** Nobody told the day of opening: the client was opened with a cycle, and opens on the day of its first film. */
  readonly opensWithFilm: boolean;
  /** The first film logged for this client, if any. */
  readonly firstDay: Day | null;
  /** The last film or shared review logged for this client, if any. */
  readonly lastDay: Day | null;
  /** Cycles logged and not voided. */
  readonly cycles: number;
}

interface EntryBase {
  readonly id: string;
  readonly traineeId: string;
  readonly version: number;
  readonly voided: boolean;
  readonly reason: string | null;
  /** When this version was recorded, and by whom. */
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  /** When the entry was first logged. */
  readonly loggedAt: Instant;
  readonly note: string | null;
}

export interface Cycle extends EntryBase, CycleDetails {
  readonly kind: "cycle";
  readonly clientId: string;
  readonly clientCode: string;
  readonly filmedOn: Day;
  readonly filmMinutes: number | null;
  readonly mode: Mode | null;
  readonly clipsChosen: number | null;
  readonly reviewedOn: Day | null;
  readonly reviewMinutes: number | null;
  /** That of the case's first goal. */
  readonly goalRating: number | null;
  readonly nextStep: NextStep | null;
}

/** What may be told of a cycle beside that, and an import never tells. */
export interface CycleDetails {
  /** In the order of `FILMED_ROLES`; nothing where it was not said. */
  readonly filmedRoles: readonly FilmedRole[];
  readonly reviewFilmed: boolean | null;
  readonly goal2Rating: number | null;
  readonly goal3Rating: number | null;
  /** Attuned moments in the trainee's own words. */
  readonly attunedMoments: string | null;
}

interface Confirmed extends EntryBase {
  readonly heldOn: Day;
  readonly confirmation: Confirmation;
  /** What the other side wrote with its decision. */
  readonly confirmationNote: string | null;
  readonly confirmedBy: string | null;
}

export interface Supervision extends Confirmed {
  readonly kind: "supervision";
  /** `HH:MM` as logged, or null. */
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly mode: Mode | null;
  readonly format: SupervisionFormat;
  readonly supervisorId: string;
  readonly supervisorName: string;
  /** The cycles that it was about, the film day first. */
  readonly discussed: readonly DiscussedCycle[];
}

/** A cycle as a supervision session names it. */
export interface DiscussedCycle {
  readonly cycleId: string;
  readonly clientCode: string;
  readonly filmedOn: Day;
}

export interface PeerSupervision extends Confirmed {
  readonly kind: "peer_supervision";
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly mode: Mode | null;
  readonly attendees: readonly { readonly id: string; readonly name: string }[];
}

export interface TrainingAttended extends Confirmed {
  readonly kind: "training";
  readonly training: Training;
  readonly halfDays: number;
}

export interface RecognisedWork extends EntryBase {
  readonly kind: "recognised";
  readonly requirement: string;
  readonly amount: number;
  readonly recognisedOn: Day;
}

/** One line of the logbook, in its version in force (or, in a history, in one of its versions). */
export type Entry = Cycle | Supervision | PeerSupervision | TrainingAttended | RecognisedWork;
