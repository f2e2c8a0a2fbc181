import type { Block } from "./model.ts";

/** Four weeks of somebody on the same pathway; whose they are is known so that one's own can be left out. */
interface OthersBlock {
  readonly traineeId: string;
  readonly block: Block;
}

/** How the work of the trainees of a pathway goes, as far as a forecast leans on it. */
export interface Others {
  readonly blocks: readonly OthersBlock[];
}

/** Fewer others than this are no measure for anybody (docs/field.md, "Forecast"). */
const OTHERS_AT_LEAST = 3;
/** So many blocks of theirs tell how it goes. */
const BLOCKS_AT_MOST = 48;

/** Evenly spaced ones of them, so that everybody is among them where there are many. */
export function sampled(blocks: readonly OthersBlock[]): Others {
  const step = Math.max(1, blocks.length / BLOCKS_AT_MOST);
  return { blocks: Array.from({ length: Math.min(blocks.length, BLOCKS_AT_MOST) }, (_, i) => blocks[Math.floor(i * step)]).flatMap((block) => block ?? []) };
}

/** The others' four weeks without the trainee's own; none where there are too few others to go by. */
export function without({ blocks }: Others, traineeId: string): Block[] {
  const others = blocks.filter((one) => one.traineeId !== traineeId);
  return new Set(others.map((one) => one.traineeId)).size < OTHERS_AT_LEAST ? [] : others.map((one) => one.block);
}
