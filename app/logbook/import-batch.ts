import type { Instant } from "#app/platform/clock.ts";

/** An import as the list of them shows it. */
export interface ImportBatch {
  readonly id: string;
  readonly recordedAt: Instant;
  readonly entries: number;
  readonly undoneAt: Instant | null;
}

/** Why an imported entry stays where the import is undone. */
export type StaysBecause = "confirmed" | "locked" | "voided" | "changed";
