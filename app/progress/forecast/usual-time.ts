import { dayAfterWork, type WorkingTime } from "#app/pathway/working-time.ts";
import { addDays, type Day } from "#app/platform/clock.ts";

const DAYS_PER_MONTH = 365.25 / 12;
const USUAL_MONTHS = { from: 15, to: 24 } as const;

/** Between which days the whole way is usually over, with part time and planned pauses reckoned in (docs/field.md, "Part time and planned pauses"). */
export function usualEnd(time: WorkingTime, startedOn: Day): { readonly from: Day; readonly to: Day } {
  const after = (months: number) => dayAfterWork(time, addDays(startedOn, -1), Math.round(months * DAYS_PER_MONTH));
  return { from: after(USUAL_MONTHS.from), to: after(USUAL_MONTHS.to) };
}
