/** Something that counted: towards which requirement, by how much in its unit, and on which day of its block (up to 28). */
export interface Work {
  readonly day: number;
  readonly requirement: string;
  readonly amount: number;
}

/** Four weeks of work, the earliest first. */
export type Block = readonly Work[];

/** How long a block of work is. */
export const BLOCK_DAYS = 28;

/** What one stage that is not closed still asks for. */
export interface StageAhead {
  readonly stage: number;
  /** What is missing of each requirement: from today where totals run on, from the end of the stage before where each stage counts its own. */
  readonly remaining: Readonly<Record<string, number>>;
}

/** Everything that a forecast is made from. Days are those of full time: pauses and part time are no part of it. */
export interface ForecastCase {
  readonly stages: readonly StageAhead[];
  /** Whether the work of one stage adds to the next. */
  readonly runsOn: boolean;
  /** The trainee's own four weeks, the latest first. */
  readonly own: readonly Block[];
  /** Four weeks of others on the same pathway, in any order. */
  readonly others: readonly Block[];
  /** The same case is foretold alike. */
  readonly seed: string;
}

/** When the numbers of a stage are likely reached, in days of full time from today; null where that is too far off to say. */
export interface StageForecast {
  readonly stage: number;
  /** One in ten is earlier. */
  readonly earliestDays: number | null;
  /** Half are earlier. */
  readonly likelyDays: number | null;
  /** One in ten is later. */
  readonly latestDays: number | null;
  /** The requirement that is most often reached last; null where nothing is missing. */
  readonly heldUpBy: string | null;
}
