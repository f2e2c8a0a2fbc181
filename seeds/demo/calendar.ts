import { addDays, type Day, londonDay } from "#app/platform/clock.ts";

const SUNDAY = 0;
const SATURDAY = 6;

/** Days of the demonstration, told as days before the day it runs; a negative number lies ahead. */
export interface Calendar {
  readonly today: Day;
  /** So many days ago, or the Friday before where that is a weekend: the order of days stays. */
  dayAgo(days: number): Day;
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T12:00:00.000Z`).getUTCDay();
}

function workingDay(day: Day): Day {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return addDays(day, -1);
  return weekday === SUNDAY ? addDays(day, -2) : day;
}

/** The calendar of a demonstration that runs at that instant. */
export function calendarOf(now: Date): Calendar {
  const today = londonDay(now);
  return { today, dayAgo: (days) => workingDay(addDays(today, -days)) };
}

/**
 * What is logged in the afternoon is submitted, answered, decided and signed in this order at the earliest, so that what days
 * put together stays in its order; all of it falls on that day in London all year.
 */
const HOURS = { arranged: "09", logged: "13", submitted: "14", changed: "15", answered: "16", decided: "17", asked: "18", recommended: "19", signed: "20" } as const;

/** The instant of an act on that day; `minute` (0 to 59) tells several of one hour apart. */
export function momentOn(day: Day, part: keyof typeof HOURS, minute = 0): Date {
  return new Date(`${day}T${HOURS[part]}:${String(minute).padStart(2, "0")}:00.000Z`);
}

/** "2026 spring" for the first half of a year, "2026 autumn" for the second. */
export function seasonOf(day: Day): string {
  return `${day.slice(0, 4)} ${day.slice(5, 7) <= "06" ? "spring" : "autumn"}`;
}
