import type { Day, Instant } from "#app/platform/clock.ts";

/** What a trainee wrote for themself: of a cycle, under that entry's id, or by itself under its own. */
export interface Reflection {
  readonly id: string;
  readonly kind: "cycle" | "free";
  readonly traineeId: string;
  /** Of a cycle the day of its shared review, or of its film. */
  readonly writtenOn: Day;
  readonly text: string;
  /** The entry that it is about, if any. */
  readonly entryId: string | null;
  readonly version: number;
  /** Voided itself, or written of a cycle that is. */
  readonly voided: boolean;
  readonly changedAt: Instant;
}

/** What a free reflection says. */
export interface ReflectionContent {
  readonly writtenOn: Day;
  readonly text: string;
  readonly entryId: string | null;
}

/** With whom one reflection is shared, as its trainee sees it. */
export interface ReflectionShare {
  readonly personId: string;
  readonly name: string;
  readonly sharedAt: Instant;
  /** False once what it rested on ended: they read it no longer (docs/field.md, "Reflections"). */
  readonly holds: boolean;
}

/** Somebody with whom a reflection may be shared today, and as what. */
export interface PossibleReader {
  readonly id: string;
  readonly name: string;
  readonly as: "supervisor" | "fellow";
}
