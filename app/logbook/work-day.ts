import type { Day, Instant } from "#app/platform/clock.ts";

/** The kinds of work that a lead sees the days of. */
export const WORK_KINDS = ["cycle", "supervision", "peer_supervision", "training"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** The last day, up to today, on which a trainee did work of a kind, counted or not; voided entries left out. */
export interface LastWork {
  readonly traineeId: string;
  readonly kind: WorkKind;
  readonly lastOn: Day;
}

/** One entry as a lead sees it: no client, note, rating or who was there. */
export interface WorkDay {
  readonly entryId: string;
  readonly kind: WorkKind;
  /** The day of the film, for a cycle. */
  readonly filmedOn: Day | null;
  /** The day of the shared review, where it was held, or of the session. */
  readonly day: Day | null;
  /** For supervision and peer supervision. */
  readonly minutes: number | null;
  /** When it was first logged: what was logged late may belong to another stage than that of its day. */
  readonly loggedAt: Instant;
}
