/** Columns of every append-only version row. Version 1 is the first; the highest is the one in force. */
export interface Versioned<By extends string | null = string | null> {
  version: number;
  recorded_at: string;
  /** Null where no person did it: a seed, the command line. */
  recorded_by: By;
}

/** Columns of a version row of something that can be voided with a reason. */
export interface Voidable<By extends string | null = string | null> extends Versioned<By> {
  voided: 0 | 1;
  /** Why this version was made; required where `voided` is 1. */
  reason: string | null;
}
