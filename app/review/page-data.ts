import type { StoryLink } from "#app/logbook/case-view.ts";
import type { Keeping } from "#app/clips/keeping.ts";
import type { Erasure } from "#app/clips/model.ts";
import type { Day, Instant } from "#app/platform/clock.ts";

import type { Feedback, Moment, Reply, Submission } from "./model.ts";
import type { SubmissionState } from "./states.ts";

/** A film that was submitted, and what became of it. */
export interface SubmittedFilm {
  readonly id: string;
  readonly durationMs: number;
  /** Since when it is hidden from everybody, why, and whether whoever asks may see its receipt; null while it is kept. */
  readonly erased: (Pick<Erasure, "because"> & { readonly on: Day; readonly hasReceipt: boolean }) | null;
  /** Null once it is erased. */
  readonly keeping: Keeping | null;
  readonly mayWatch: boolean;
  /** Who looks at it, and when: shown on the film itself. */
  readonly shownTo: { readonly name: string; readonly on: Day };
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
  /** The supervision sessions that were about its cycle. */
  readonly sessions: readonly StoryLink[];
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
  /** The request for a sign-off on which the actor is asked to decide: they only read. Null for the trainee and their supervisors. */
  readonly askedIn: string | null;
  readonly requestId: string;
  readonly saved: string | null;
}
