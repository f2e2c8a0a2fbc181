/** What somebody does in a drawn film, and from when until when, in seconds. */
export type Beat<What extends string> = readonly [from: number, to: number, what: What];

/** Everything that happens in a film, by who does it. */
export type Score<What extends string> = readonly Beat<What>[];

/** Seconds that a movement takes to begin and to end. */
const EASE_SECONDS = 0.5;

/** 0 to 1 for 0 to 1, slowly at both ends; beyond them it stays. */
export function ease(part: number): number {
  const x = Math.min(1, Math.max(0, part));
  return x * x * (3 - 2 * x);
}

/** How much of it is going on at that second: 0 not at all, 1 fully, eased at both ends. */
export function going<What extends string>(score: Score<What>, what: What, t: number): number {
  return Math.max(0, ...score.filter(([from, to, w]) => w === what && t > from && t < to).map(([from, to]) => ease(Math.min(t - from, to - t) / EASE_SECONDS)));
}

/** How far the latest of it has come, 0 to 1, eased; it stays at 1 afterwards. 0 before the first. */
export function come<What extends string>(score: Score<What>, what: What, t: number): number {
  const begun = score.filter(([from, , w]) => w === what && t >= from).at(-1);
  return begun === undefined ? 0 : ease((t - begun[0]) / (begun[1] - begun[0]));
}

/** A mouth that speaks opens and closes like this, 0 to 1. */
export function babble(t: number, quickness: number): number {
  return Math.abs(Math.sin(t * quickness) * Math.sin(t * quickness * 0.43 + 1));
}

/** Eyes are closed for a moment every few seconds, everybody's at another time. */
export function isBlink(t: number, every: number): boolean {
  return t % every > every - 0.16;
}
