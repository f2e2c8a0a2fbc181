/** Sessions of these lengths are all in use (docs/field.md, "Sums"). */
const SESSION_MINUTES = [60, 90, 120] as const;

/** So many sessions of one length that make up what is asked, or the least that is more. */
interface Sessions {
  readonly count: number;
  readonly minutesEach: number;
  readonly minutes: number;
}

/**
 * What a number of minutes is in sessions of each usual length: 480 are 8 of an hour, 6 of 90 minutes (540 in all) or 4 of
 * two hours. Nothing where nothing is asked.
 */
export function equivalents(neededMinutes: number): readonly Sessions[] {
  if (neededMinutes <= 0) return [];
  return SESSION_MINUTES.map((minutesEach) => {
    const count = Math.ceil(neededMinutes / minutesEach);
    return { count, minutesEach, minutes: count * minutesEach };
  });
}
