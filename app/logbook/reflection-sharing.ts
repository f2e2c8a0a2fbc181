import { addDays, type Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

/** Days from the first to the last, both belonging to it; no last day means that it goes on. */
export interface Period {
  readonly from: Day;
  readonly to: Day | null;
}

/** A trainee's place in a programme. */
export interface TraineePeriod extends Period {
  readonly programmeId: string;
}

/** What stands between a trainee and one reader, past and coming periods too. */
export interface Relation {
  /** The reader assigned to supervise the trainee. */
  readonly assigned: readonly Period[];
  /** The reader's grants as supervisor. */
  readonly supervising: readonly Period[];
  readonly traineeAs: readonly TraineePeriod[];
  readonly readerAs: readonly TraineePeriod[];
}

/** True where every day from the first to the last lies in one of the periods. */
export function coversAll(periods: readonly Period[], from: Day, to: Day): boolean {
  let next = from;
  for (const period of [...periods].sort((a, b) => byText(a.from, b.from))) {
    if (period.from > next) return false;
    if (period.to === null || period.to >= to) return true;
    if (period.to >= next) next = addDays(period.to, 1);
  }
  return false;
}

/**
 * Whether a reflection that was shared on that day is still read: all the time since, its writer was a trainee and the reader
 * their present supervisor, or both were trainees of one programme. What ended once stays ended (docs/field.md, "Reflections").
 */
export function sharingHolds({ assigned, supervising, traineeAs, readerAs }: Relation, sharedOn: Day, today: Day): boolean {
  if ([traineeAs, assigned, supervising].every((periods) => coversAll(periods, sharedOn, today))) return true;
  const programmes = new Set(traineeAs.map((p) => p.programmeId));
  return [...programmes].some((programmeId) => {
    const there = (p: TraineePeriod): boolean => p.programmeId === programmeId;
    return coversAll(traineeAs.filter(there), sharedOn, today) && coversAll(readerAs.filter(there), sharedOn, today);
  });
}
