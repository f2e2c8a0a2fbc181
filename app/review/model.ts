import type { Day, Instant } from "#app/platform/clock.ts";

import type { PrincipleKey } from "./principles.ts";
import type { Ratings } from "./skills.ts";
import type { SubmissionState } from "./states.ts";

/** The three ways in which a shared review reaches the supervisor; they count alike (docs/field.md, "Submissions"). */
export const WAYS = ["excerpt", "reference", "watched_together"] as const;
export type Way = (typeof WAYS)[number];

/** Whose interaction a moment is about: practitioner and client in the shared review, or client and child in the clip shown in it. */
export const LAYERS = ["practitioner_client", "client_child"] as const;
export type Layer = (typeof LAYERS)[number];

export const MOMENT_KINDS = ["attuned_moment", "note"] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export const SHARINGS = ["shared", "private"] as const;
export type Sharing = (typeof SHARINGS)[number];

export const MAX_INTENTION_CHARACTERS = 1000;
export const MAX_REFERENCE_CHARACTERS = 60;
export const MAX_MOMENT_CHARACTERS = 1000;
export const MAX_FEEDBACK_CHARACTERS = 2000;
export const MAX_QUESTION_CHARACTERS = 1000;
export const MAX_REPLY_CHARACTERS = 2000;
/** The longest film that a reference can stand for, in minutes: a whole shared review and more. */
export const MAX_REFERENCE_MINUTES = 180;

/** One step of a submission: who took it where, and the question where it was returned. */
export interface Step {
  readonly number: number;
  readonly state: SubmissionState;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** A shared review handed to the supervisor, and where it stands. */
export interface Submission {
  readonly id: string;
  readonly traineeId: string;
  readonly entryId: string;
  /** 1, 2, …: earlier attempts stay. */
  readonly attempt: number;
  readonly way: Way;
  readonly clipId: string | null;
  /** Where the board keeps the film: an identifier only. */
  readonly reference: string | null;
  readonly watchedOn: Day | null;
  /** The supervisor who watched it with the trainee, and alone confirms that. */
  readonly watchedWith: string | null;
  /** What the trainee would like to be looked at. */
  readonly intention: string | null;
  readonly sentAt: Instant;
  readonly state: SubmissionState;
  /** In their order; the last is where it stands. */
  readonly steps: readonly Step[];
}

/** What a supervisor says of a moment, or of a stretch of the film. */
export interface MomentContent {
  readonly kind: MomentKind;
  readonly layer: Layer;
  /** Milliseconds from the film's start; null where the moment has no time. */
  readonly startsMs: number | null;
  /** Null for a single moment. */
  readonly endsMs: number | null;
  readonly principle: PrincipleKey | null;
  readonly sharing: Sharing;
  readonly note: string | null;
}

/** A moment in its version in force. */
export interface Moment extends MomentContent {
  readonly id: string;
  readonly submissionId: string;
  readonly authorId: string;
  readonly version: number;
  readonly voided: boolean;
  /** When it was first marked. */
  readonly markedAt: Instant;
}

/** What closes a review: at most one working point, and the next step. */
export interface FeedbackContent {
  readonly workingPoint: string | null;
  readonly nextStep: string | null;
}

/** The feedback in its last version: a draft, or what was sent. */
export interface Feedback extends FeedbackContent {
  readonly isSent: boolean;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

/** An answer to a moment, or to the review as a whole. */
export interface Reply {
  readonly id: string;
  readonly momentId: string | null;
  readonly authorId: string;
  readonly text: string;
  readonly at: Instant;
}

export const RATER_PARTS = ["trainee", "supervisor"] as const;
export type RaterPart = (typeof RATER_PARTS)[number];

/** What a skills record says. */
export interface SkillsContent {
  readonly ratings: Ratings;
  readonly strengths: string | null;
  readonly workingPoint: string | null;
}

/** One person's skills record of one stage, in one of its versions. */
export interface SkillsRecord extends SkillsContent {
  readonly id: string;
  readonly traineeId: string;
  readonly stage: number;
  readonly raterId: string;
  readonly raterPart: RaterPart;
  readonly scale: string;
  /** The review at which it was filled in, if any. */
  readonly submissionId: string | null;
  readonly version: number;
  readonly recordedAt: Instant;
}
