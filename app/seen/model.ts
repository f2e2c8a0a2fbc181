import type { ReflectionLine } from "#app/logbook/reflection-view.ts";
import type { CohortRow } from "#app/outcomes/cohort-rows.ts";
import type { Day } from "#app/platform/clock.ts";

/** The kinds of things that somebody can see of a trainee, in the order in which they are told. */
export const SEEN_KINDS = ["record", "reflections", "films", "receipts", "submissions", "skills", "requests", "evidence", "waiting", "led", "managed"] as const;
/** One of those kinds. */
export type SeenKind = (typeof SEEN_KINDS)[number];

/** One kind of thing that somebody sees of a trainee. */
export interface SeenItem {
  readonly kind: SeenKind;
  readonly text: string;
  /** Each of them by itself, with where the trainee opens it, where that says more. */
  readonly details: readonly { readonly text: string; readonly to: string }[];
  /** Where the trainee opens the same; null where it stands here. */
  readonly to: string | null;
  /** Every address at which that person opens it. */
  readonly addresses: readonly string[];
}

/** As what somebody sees anything: who is nearest to the trainee first. */
export const SEEN_ROLES = ["supervisor", "reviewer", "fellow", "named", "lead", "administrator"] as const;
/** One of those roles. */
export type SeenRole = (typeof SEEN_ROLES)[number];

/** Everything that one person sees of a trainee today. */
export interface SeenBy {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly SeenRole[];
  readonly items: readonly SeenItem[];
  /** What stands behind the item of that kind. */
  readonly reflections: readonly ReflectionLine[];
  /** The trainee's line in a lead's list. */
  readonly row: CohortRow | null;
}

/** A film that somebody may watch, and when it goes at the latest. */
export interface SeenFilm {
  readonly clipId: string;
  /** With which it was sent last. */
  readonly submissionId: string;
  readonly until: Day;
}
