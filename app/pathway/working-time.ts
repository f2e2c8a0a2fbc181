import { addDays, type Day, daysBetween, isWithin } from "#app/platform/clock.ts";

/** How much of full time somebody works from that day on, in whole percent. */
export interface TimeShare {
  readonly from: Day;
  readonly percent: number;
}

/** When a trainee works, and how much: nothing in a planned pause, a share of full time, else full time. */
export interface WorkingTime {
  /** By their days, the earliest first; full time before the first. */
  readonly shares: readonly TimeShare[];
  /** Both days of each belong to it. */
  readonly pauses: readonly { readonly from: Day; readonly to: Day }[];
}

/** A trainee's time as whoever may set it sees it. */
export interface WorkingTimeView {
  readonly trainee: { readonly id: string; readonly name: string };
  readonly shares: readonly TimeShare[];
  readonly pauses: readonly { readonly id: string; readonly from: Day; readonly to: Day }[];
}

const FULL_TIME_PERCENT = 100;
/** Of sums of shares, so that 28 days at 70 % are 19.6 and not a little less. */
const ROUNDING = 1e-6;

/** How much of full time is worked on that day, in percent: nothing in a planned pause, whatever the share (docs/field.md, "Part time and planned pauses"). */
export function percentOn({ shares, pauses }: WorkingTime, day: Day): number {
  if (pauses.some((pause) => isWithin(day, pause))) return 0;
  return shares.filter((share) => share.from <= day).at(-1)?.percent ?? FULL_TIME_PERCENT;
}

/** The days after that one on which the share of full time may change, in order. */
function turnsAfter({ shares, pauses }: WorkingTime, day: Day): Day[] {
  const turns = [...shares.map((share) => share.from), ...pauses.flatMap(({ from, to }) => [from, addDays(to, 1)])];
  return [...new Set(turns)].filter((turn) => turn > day).sort();
}

/** How many days of full time are worked after `after`, up to and with `upTo`. */
export function workedDays(time: WorkingTime, after: Day, upTo: Day): number {
  let [worked, from] = [0, addDays(after, 1)];
  for (const turn of [...turnsAfter(time, from).filter((day) => day <= upTo), addDays(upTo, 1)]) {
    worked += Math.max(0, daysBetween(from, turn)) * percentOn(time, from) / FULL_TIME_PERCENT;
    from = turn;
  }
  return worked;
}

/** The first day by which so many days of full time have been worked after `after`; that day itself where none are asked. */
export function dayAfterWork(time: WorkingTime, after: Day, days: number): Day {
  let [left, from] = [days - ROUNDING, addDays(after, 1)];
  if (left <= 0) return after;
  for (const turn of turnsAfter(time, from)) {
    const worked = daysBetween(from, turn) * percentOn(time, from) / FULL_TIME_PERCENT;
    if (worked >= left) break;
    [left, from] = [left - worked, turn];
  }
  return addDays(from, Math.ceil(left * FULL_TIME_PERCENT / percentOn(time, from)) - 1);
}
