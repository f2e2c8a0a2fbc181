import type { Day, Instant } from "#app/platform/clock.ts";

import type { Feedback, Moment, Reply, Submission } from "./model.ts";
import type { SubmissionState } from "./states.ts";

/** A film that was submitted, and what became of it. */
export interface SubmittedFilm {
  readonly id: string;
  readonly durationMs: number;
  /** The day on which it was hidden from everybody; null while it is kept. */
  readonly deletedOn: Day | null;
  readonly mayWatch: boolean;
}

/** Everything that the page of a submission shows to whoever asks. */
export interface ReviewPageData {
  readonly submission: Submission;
  readonly moments: readonly Moment[];
  readonly feedback: Feedback | null;
  readonly replies: readonly Reply[];
  readonly actorId: string;
  /** Whether it is the actor's own submission. */
  readonly isOwn: boolean;
  readonly traineeName: string;
  /** Of everybody who did something here, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly cycle: { readonly code: string; readonly nth: number; readonly filmedOn: Day; readonly reviewedOn: Day | null };
  /** Null where none was submitted. */
  readonly film: SubmittedFilm | null;
  /** The stage in which the trainee works; null where there is none. */
  readonly stage: number | null;
  readonly attempts: readonly { readonly id: string; readonly attempt: number; readonly state: SubmissionState; readonly sentAt: Instant }[];
  readonly may: {
    /** Mark moments, keep a draft, return it. */
    readonly review: boolean;
    readonly send: boolean;
    readonly withdraw: boolean;
    readonly submitAgain: boolean;
    readonly reply: boolean;
  };
  readonly requestId: string;
  readonly saved: string | null;
}
