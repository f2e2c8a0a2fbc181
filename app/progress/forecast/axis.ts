import { addDays, type Day, daysBetween } from "#app/platform/clock.ts";
import type { Axis, AxisRange } from "#app/ui/range-axis.tsx";
import { formatMonthShort } from "#app/words/months.ts";
import { words } from "#app/words/words.ts";

import type { DatedStage } from "./ahead.ts";
import { rangeText } from "./range-text.ts";

const said = words.progress.ahead.axis;
/** Room after the last range, in percent of the whole. */
const ROOM = 6;
/** So many months stand between two ticks, whichever of these leaves four of them at most. */
const STEPS_MONTHS = [1, 2, 3, 4, 6, 12, 24];
const TICKS_AT_MOST = 4;
/** A tick nearer to an end than this would run into what stands there. */
const [FIRST_TICK, LAST_TICK] = [24, 95];

interface Ranged { readonly name: string; readonly from: Day; readonly to: Day; readonly likely: Day }

function rangedOf({ name, isReached, earliestOn, likelyOn, latestOn }: DatedStage): Ranged[] {
  return isReached || earliestOn === null || likelyOn === null || latestOn === null ? [] : [{ name, from: earliestOn, to: latestOn, likely: likelyOn }];
}

function firstOfNextMonths(today: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let day = today; ;) {
    day = `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;
    if (day > to) return months;
    months.push(day);
  }
}

function ticksOf(today: Day, to: Day, at: (day: Day) => number): Axis["ticks"] {
  const months = firstOfNextMonths(today, to).map((day) => ({ at: at(day), text: formatMonthShort(day) })).filter((tick) => tick.at >= FIRST_TICK && tick.at <= LAST_TICK);
  const step = STEPS_MONTHS.find((every) => Math.ceil(months.length / every) <= TICKS_AT_MOST) ?? months.length;
  return months.filter((_, i) => i % step === 0);
}

/** The stages' ranges on an axis of time from today; null where none has both its ends. */
export function axisOf(stages: readonly DatedStage[], today: Day): Axis | null {
  const ranged = stages.flatMap(rangedOf);
  const to = ranged.map((one) => one.to).sort().at(-1);
  if (to === undefined) return null;
  const days = Math.max(1, daysBetween(today, to)) * (100 + ROOM) / 100;
  const at = (day: Day): number => Math.round(daysBetween(today, day) / days * 1000) / 10;
  return {
    start: said.today, ticks: ticksOf(today, addDays(today, Math.floor(days)), at),
    label: said.label(stages.flatMap((stage) => (rangedOf(stage).length > 0 ? [said.part(stage.name, rangeText(stage))] : []))),
    ranges: ranged.map((one): AxisRange => ({ label: one.name, from: at(one.from), to: at(one.to), likely: at(one.likely) })),
  };
}
