import type { Instant } from "#app/platform/clock.ts";

/** An import as the list of them shows it. */
export interface ImportBatch {
  readonly id: string;
  readonly recordedAt: Instant;
  readonly entries: number;
  readonly undoneAt: Instant | null;
}

/** Why an imported entry stays where the import is undone. */
export const STAYS_BECAUSE = ["confirmed", "locked", "voided", "changed"] as const;
export type StaysBecause = (typeof STAYS_BECAUSE)[number];

/** How many entries of an import stay, by why. */
export type Staying = Readonly<Partial<Record<StaysBecause, number>>>;

/** An import in the list, with what undoing it would leave: `goes` is whether anything would be taken back. */
export interface ListedImport extends ImportBatch {
  readonly goes: boolean;
  readonly stays: Staying;
}
