/** Numbers that look random and are the same every time, each from 0 up to but not including 1. */
export type Dice = () => number;

/** The seed's text as a number (FNV-1a). */
function hashOf(seed: string): number {
  let hash = 2_166_136_261;
  for (const sign of seed) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  return hash;
}

/** The dice of a seed; a seed has many rolls of dice that know nothing of each other, told apart by `roll` (mulberry32). */
export function diceFor(seed: string, roll = 0): Dice {
  let state = hashOf(seed) ^ Math.imul(roll + 1, 0x9e37_79b9);
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number around 0 as nature spreads them: two in three lie within 1 of it, 19 in 20 within 2 (Box and Muller). */
export function spreadOf(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
}
