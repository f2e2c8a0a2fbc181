import type { FilmedRole, Purpose } from "#app/logbook/consent-model.ts";
import type { AgeBand, CaseTold, Closing } from "#app/logbook/case-model.ts";
import type { CycleDetails, Mode, NextStep } from "#app/logbook/model.ts";
import type { SupervisionFormat, Training } from "#app/pathway/model.ts";
import type { Sector } from "#app/programme/model.ts";
import type { Layer } from "#app/review/model.ts";
import type { PrincipleKey } from "#app/review/principles.ts";

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

/** The drawn films, by the names of their files. */
export type FilmName = "shared-review" | "adult-and-child";

/** What a supervisor marked; `span` in seconds of the film, null for the review as a whole. */
export interface MomentPlan {
  readonly span: readonly [from: number, to?: number] | null;
  readonly principle: PrincipleKey | null;
  readonly note: string;
  readonly layer?: Layer;
  /** A note beside the attuned moments. */
  readonly isNote?: true;
  /** A note that only its writer sees. */
  readonly isPrivate?: true;
}

/** An answer to the review as a whole, or to one of its moments by its place. */
export interface ReplyPlan {
  readonly by: string;
  readonly ago: number;
  readonly text: string;
  readonly moment?: number;
}

type SentPlan =
  | { readonly way: "excerpt"; readonly film: FilmName; /** Whoever can be seen besides the client and the child. */ readonly alsoFilmed?: readonly FilmedRole[] }
  | { readonly way: "reference"; readonly reference: string }
  | { readonly way: "watched_together"; readonly watchedAgo: number };

/** How an attempt ended; absent: it waits, perhaps with a draft begun. */
type EndPlan =
  | { readonly says: "reviewed"; readonly ago: number; readonly workingPoint: string; readonly nextStep: string }
  | { readonly says: "returned"; readonly ago: number; readonly question: string }
  | { readonly says: "withdrawn"; readonly ago: number };

/** One attempt to submit a cycle's shared review, and what came of it. */
export interface AttemptPlan {
  readonly sent: SentPlan;
  readonly sentAgo: number;
  readonly intention?: string;
  /** The supervisor who answers, or watched it with the trainee. */
  readonly supervisor: string;
  readonly moments?: readonly MomentPlan[];
  /** What is begun while it waits. */
  readonly draft?: { readonly ago: number; readonly workingPoint: string };
  readonly end?: EndPlan;
  readonly replies?: readonly ReplyPlan[];
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
  /** What else is told of it once its shared review was held. */
  readonly details?: Partial<CycleDetails> & { readonly reflection?: string };
  /** Logged after filming, and again once the review was held. */
  readonly inTwoSteps?: true;
  /** Each way in which its shared review was submitted, in order. */
  readonly attempts?: readonly AttemptPlan[];
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
  /** The cycles that it was about, each by its client and how long ago it was filmed. */
  readonly about?: readonly (readonly [client: number, filmedAgo: number])[];
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

/** A stage that was asked for, and what became of it. */
export interface SignOffPlan {
  readonly stage: 1 | 2 | 3;
  readonly askedAgo: number;
  /** Whom the lead asked to decide, where it is not the own supervisor. */
  readonly reviewer?: string;
  readonly recommended?: { readonly by: string; readonly ago: number };
  /** Absent: it waits. */
  readonly decided?: { readonly by: string; readonly ago: number } & ({ readonly says: "signed" | "accredited" } | { readonly says: "not_yet"; readonly actions: string });
  readonly reopened?: { readonly ago: number; readonly by: string; readonly reason: string };
}

/** What somebody filmed agreed to, where it is not the usual; by the client's number. */
export interface ConsentPlan {
  readonly client: number;
  readonly role: FilmedRole;
  readonly purposes: readonly Purpose[];
  readonly withdrawnAgo?: number;
}

/** What is told of a client's case, by the client's number, and how it was closed on the day of its last shared review. */
export interface CasePlan extends Partial<CaseTold> {
  readonly client: number;
  readonly closing?: Omit<Closing, "closedOn">;
}

/** A skills record as somebody filled it in; its lines in their order. */
export interface SkillsPlan {
  readonly stage: 1 | 2 | 3;
  readonly by: string;
  readonly ago: number;
  readonly levels: readonly (1 | 2 | 3 | 4 | "not_seen" | null)[];
  readonly strengths: string;
  readonly workingPoint: string;
}

/** What a trainee wrote for themself, with whom they shared it, and from whom they took it back. */
export interface ReflectionPlan {
  readonly ago: number;
  readonly text: string;
  readonly shared?: readonly { readonly reader: string; readonly ago: number; readonly withdrawnAgo?: number }[];
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
  /** Left the pathway. Who is accredited is accredited by a sign-off. */
  readonly ended?: { readonly ago: number; readonly reason: string };
  readonly pause?: { readonly fromAgo: number; readonly toAgo: number; readonly plannedAgo: number };
  readonly signOffs?: readonly SignOffPlan[];
  readonly consents?: readonly ConsentPlan[];
  readonly cases?: readonly CasePlan[];
  readonly skills?: readonly SkillsPlan[];
  readonly reflections?: readonly ReflectionPlan[];
  /** The age band of each client where it is not the usual one. */
  readonly ageBands?: readonly AgeBand[];
  readonly log: readonly LoggedPlan[];
}
