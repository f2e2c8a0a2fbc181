/** Columns of every append-only version row. Version 1 is the first; the highest is the one in force. */
export interface Versioned {
  version: number;
  recorded_at: string;
  recorded_by: string | null;
}

/** Columns of a version row of something that can be voided with a reason. */
export interface Voidable extends Versioned {
  voided: 0 | 1;
  /** Why this version was made; required where `voided` is 1. */
  reason: string | null;
}
