/** Speeds that can be chosen, slowest first. */
export const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The next speed faster (1) or slower (-1); the same at either end. */
export function nextSpeed(speed: number, by: 1 | -1): number {
  const place = SPEEDS.findIndex((one) => one === speed);
  return SPEEDS[Math.min(Math.max(place + by, 0), SPEEDS.length - 1)] ?? speed;
}

/** A stretch that is played round and round: begun, or closed. In milliseconds. */
export interface Loop {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** Begins a loop, closes it (from the earlier place to the later), or ends it. */
export function pressLoop(loop: Loop | null, nowMs: number): Loop | null {
  if (loop === null) return { fromMs: nowMs, toMs: null };
  if (loop.toMs !== null || loop.fromMs === nowMs) return null;
  return { fromMs: Math.min(loop.fromMs, nowMs), toMs: Math.max(loop.fromMs, nowMs) };
}

/** Where the film goes on from there: back to the loop's start once it is past its end; undefined where it just goes on. */
export function loopTarget(loop: Loop | null, nowMs: number): number | undefined {
  return loop !== null && loop.toMs !== null && nowMs >= loop.toMs ? loop.fromMs : undefined;
}

const MS_PER_HUNDREDTH = 10;
const HUNDREDTHS_PER_SECOND = 100;
/** Less than any picture lasts: what a number such as 14.92 is off by in a computer. */
const TINY = 1e-6;

/**
 * A picture's time in milliseconds, rounded up to the hundredth of a second, so that going there shows the same picture and never
 * the one before (true of films with up to 100 pictures a second); not past the film's end.
 */
export function pictureMs(seconds: number, lengthMs: number): number {
  const last = Math.floor(lengthMs / MS_PER_HUNDREDTH);
  return Math.min(Math.max(Math.ceil(seconds * HUNDREDTHS_PER_SECOND - TINY), 0), last) * MS_PER_HUNDREDTH;
}

/** How near a place in the film is still that place, in milliseconds: a picture and its neighbour. */
const SAME_PLACE_MS = 80;

/** The next of these places after where the film stands (1), or the one before (-1); undefined where there is none. In milliseconds. */
export function nextStop(stops: readonly number[], nowMs: number, by: 1 | -1): number | undefined {
  const inOrder = [...stops].sort((a, b) => (a - b) * by);
  return inOrder.find((stop) => (stop - nowMs) * by > SAME_PLACE_MS);
}

export type PlayerAct =
  | "toggle" | "frame_back" | "frame_on" | "jump_back" | "jump_on" | "loop" | "slower" | "faster" | "keys" | "mark" | "mark_start" | "mark_end" | "next_stop" | "stop_before";

const ACTS_BY_KEY: ReadonlyMap<string, PlayerAct> = new Map([
  [" ", "toggle"], [",", "frame_back"], [".", "frame_on"], ["ArrowLeft", "jump_back"], ["ArrowRight", "jump_on"], ["a", "loop"], ["<", "slower"], [">", "faster"], ["?", "keys"],
  ["m", "mark"], ["s", "mark_start"], ["e", "mark_end"], ["n", "next_stop"], ["p", "stop_before"],
]);

/** What a key does in the player; undefined for every other, and for one that the control with the focus needs itself. */
export function actOfKey(key: string, focus: { readonly tag: string; readonly isRange: boolean }): PlayerAct | undefined {
  if (focus.tag === "SELECT" || (["BUTTON", "A"].includes(focus.tag) && key === " ") || (focus.isRange && key.startsWith("Arrow"))) return undefined;
  return ACTS_BY_KEY.get(key.length === 1 ? key.toLowerCase() : key);
}
