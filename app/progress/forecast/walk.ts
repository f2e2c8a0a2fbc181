import { type Block, BLOCK_DAYS, type ForecastCase, type StageAhead } from "./model.ts";

/** No further ahead than this. */
const HORIZON_DAYS = 5 * 365;
const DAYS_PER_YEAR = 365;
/** Four weeks of work never take more than three times as long as they did, nor less than a third. */
const MOST_STRETCHED = 3;

/** When a stage is reached on one way ahead, in days, and which requirement came last; `Infinity` for never. */
export interface Reached {
  readonly days: number;
  readonly last: string | null;
}

/** How much longer (or shorter) four weeks of work take so many days ahead, where work grows by `trend` a year. */
function stretchAt(days: number, trend: number): number {
  return Math.min(Math.max(Math.exp(-trend * days / DAYS_PER_YEAR), 1 / MOST_STRETCHED), MOST_STRETCHED);
}

/** What a stage lacks where so much is done already. */
function missingIn({ remaining }: StageAhead, done: ReadonlyMap<string, number>): Map<string, number> {
  const missing = new Map<string, number>();
  for (const key of Object.keys(remaining)) {
    const lack = (remaining[key] ?? 0) - (done.get(key) ?? 0);
    if (lack > 0) missing.set(key, lack);
  }
  return missing;
}

/** Follows the stages through work as it comes. */
class Pathway {
  readonly reached: Reached[] = [];
  readonly #done = new Map<string, number>();
  #missing: Map<string, number>;

  constructor(readonly of: Pick<ForecastCase, "stages" | "runsOn">) {
    this.#missing = this.#enter(0, null);
  }

  get isOver(): boolean {
    return this.reached.length === this.of.stages.length;
  }

  take(requirement: string, amount: number, day: number): void {
    this.#done.set(requirement, (this.#done.get(requirement) ?? 0) + amount);
    const lack = this.#missing.get(requirement);
    if (lack === undefined) return;
    if (lack > amount) this.#missing.set(requirement, lack - amount);
    else this.#missing.delete(requirement);
    if (this.#missing.size === 0) this.#missing = this.#enter(day, requirement, { days: day, last: requirement });
  }

  /** What was not reached, for want of whatever is still missing. */
  giveUp(): void {
    const [last = null] = this.#missing.keys();
    while (!this.isOver) this.reached.push({ days: Infinity, last });
  }

  // Goes on to the first stage that lacks something; those that lack nothing are reached on the way.
  #enter(day: number, last: string | null, reached?: Reached): Map<string, number> {
    if (reached) this.reached.push(reached);
    for (;;) {
      const stage = this.of.stages[this.reached.length];
      if (!stage) return new Map();
      if (!this.of.runsOn) this.#done.clear();
      const missing = missingIn(stage, this.#done);
      if (missing.size > 0) return missing;
      this.reached.push({ days: day, last });
    }
  }
}

/** One way in which it may go: four weeks after four weeks as they are drawn, each piece of work on its day, until all is reached. */
export function walk(facts: Pick<ForecastCase, "stages" | "runsOn">, draw: () => Block, trend: number): readonly Reached[] {
  const pathway = new Pathway(facts);
  for (let from = 0; from < HORIZON_DAYS && !pathway.isOver;) {
    const stretch = stretchAt(from, trend);
    for (const { day, requirement, amount } of draw()) pathway.take(requirement, amount, from + day * stretch);
    from += BLOCK_DAYS * stretch;
  }
  pathway.giveUp();
  return pathway.reached;
}
