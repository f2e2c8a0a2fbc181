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

const ACTS_BY_KEY: ReadonlyMap<string, PlayerAct> = new Map([
  [" ", "toggle"], [",", "frame_back"], [".", "frame_on"], ["ArrowLeft", "jump_back"], ["ArrowRight", "jump_on"], ["a", "loop"], ["A", "loop"], ["<", "slower"], [">", "faster"], ["?", "keys"], ["m", "mark"], ["M", "mark"],
]);

export type PlayerAct = "toggle" | "frame_back" | "frame_on" | "jump_back" | "jump_on" | "loop" | "slower" | "faster" | "keys" | "mark";

/** What a key does in the player; undefined for every other, and for one that the control with the focus needs itself. */
export function actOfKey(key: string, focus: { readonly tag: string; readonly isRange: boolean }): PlayerAct | undefined {
  const act = ACTS_BY_KEY.get(key);
  if (focus.tag === "SELECT" || (focus.tag === "BUTTON" && key === " ") || (focus.isRange && key.startsWith("Arrow"))) return undefined;
  return act;
}
