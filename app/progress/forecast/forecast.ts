import { type Dice, diceFor, spreadOf } from "./dice.ts";
import type { Block, ForecastCase, StageForecast } from "./model.ts";
import { type Reached, walk } from "./walk.ts";

/** In so many ways it is tried how it may go. */
const PATHS = 400;
/** The others together count like this many blocks of one's own: little, once there is something of one's own to go by. */
const OTHERS_WEIGHT = 2.5;
/** A block that lies so many blocks back weighs half as much. */
const HALF_WEIGHT_AFTER_BLOCKS = 4;
/** How much the amount of work may grow or shrink within a year: two ways in three stay within this power of e, half as much to twice as much. */
const TREND_SPREAD = 0.7;
/** Eight ways in ten lie between these. */
const [EARLIEST, LIKELY, LATEST] = [0.1, 0.5, 0.9];

interface Weighed {
  readonly block: Block;
  readonly weight: number;
}

function weigh({ own, others }: ForecastCase): Weighed[] {
  return [
    ...own.map((block, back) => ({ block, weight: 2 ** (-back / HALF_WEIGHT_AFTER_BLOCKS) })),
    ...others.map((block) => ({ block, weight: OTHERS_WEIGHT / others.length })),
  ];
}

/** The first of the sums, in ascending order, that is above it. */
function firstAbove(sums: readonly number[], at: number): number {
  let [from, to] = [0, sums.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at < (sums[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return from;
}

// How often each block comes is itself uncertain: a Bayesian bootstrap (Rubin 1981) draws it anew for each way.
function drawingFrom(blocks: readonly Weighed[], dice: Dice): () => Block {
  let sum = 0;
  const sums = blocks.map(({ weight }) => (sum -= weight * Math.log(1 - dice())));
  return () => blocks[firstAbove(sums, dice() * sum)]?.block ?? [];
}

function quantile(sorted: readonly number[], share: number): number | null {
  const days = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Infinity;
  return Number.isFinite(days) ? Math.round(days) : null;
}

function mostOften(names: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

function summed(stage: number, reached: readonly Reached[]): StageForecast {
  const days = reached.map((one) => one.days).sort((a, b) => a - b);
  return {
    stage, earliestDays: quantile(days, EARLIEST), likelyDays: quantile(days, LIKELY), latestDays: quantile(days, LATEST),
    heldUpBy: mostOften(reached.map((one) => one.last)),
  };
}

/**
 * When each stage's numbers are likely reached, in days of full time from today, and what comes last: the trainee's own
 * four weeks, and a little of the others', are lived through again in many orders (docs/field.md, "Forecast"). Each way
 * has dice of its own, so that more work in the same weeks never makes anything later.
 */
export function forecast(facts: ForecastCase, paths: number = PATHS): StageForecast[] {
  const blocks = weigh(facts);
  const ways = Array.from({ length: paths }, (_, path) => {
    const dice = diceFor(facts.seed, path);
    const draw = drawingFrom(blocks, dice);
    return walk(facts, draw, TREND_SPREAD * spreadOf(dice));
  });
  return facts.stages.map(({ stage }, i) => summed(stage, ways.flatMap((way) => way[i] ?? [])));
}
