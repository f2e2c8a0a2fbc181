import { type WorkingTime, workedDays } from "#app/pathway/working-time.ts";
import { addDays, type Day } from "#app/platform/clock.ts";

import { type Block, BLOCK_DAYS, type Work } from "./model.ts";

/** Something that counts, on its day. */
export interface CountedWork {
  readonly requirement: string;
  readonly amount: number;
  readonly countsOn: Day;
}

/** Somebody's time on a pathway, up to today or to its end. */
interface TimeOnPathway {
  readonly startedOn: Day;
  readonly upTo: Day;
  readonly time: WorkingTime;
}

/** No further back than two years: what lies behind that weighs next to nothing. */
const BLOCKS_AT_MOST = 26;

/** How many whole four weeks of full time somebody has been on the pathway. */
export function wholeBlocks({ startedOn, upTo, time }: TimeOnPathway): number {
  return Math.max(0, Math.floor(workedDays(time, addDays(startedOn, -1), upTo) / BLOCK_DAYS));
}

/** What counts, cut into four weeks of full time back from the last day, the latest first; what is left over at the start is dropped. */
export function blocksOf(counted: readonly CountedWork[], on: TimeOnPathway): Block[] {
  const blocks = Array.from({ length: Math.min(wholeBlocks(on), BLOCKS_AT_MOST) }, (): Work[] => []);
  for (const { requirement, amount, countsOn } of counted) {
    const daysAgo = workedDays(on.time, countsOn, on.upTo);
    const back = Math.floor(daysAgo / BLOCK_DAYS);
    blocks[back]?.push({ day: BLOCK_DAYS * (back + 1) - daysAgo, requirement, amount });
  }
  return blocks.map((block) => block.sort((a, b) => a.day - b.day));
}
