import { addDays, type Day, type Instant, londonDay } from "#app/platform/clock.ts";

/** The instant at which that London day is over: what was recorded before it was known by then. */
export function endOf(day: Day): Instant {
  const summer = `${day}T23:00:00.000Z`;
  return londonDay(new Date(summer)) > day ? summer : `${addDays(day, 1)}T00:00:00.000Z`;
}

function lastOfMonth(day: Day): Day {
  const inNext = addDays(`${day.slice(0, 7)}-28`, 4);
  return addDays(`${inNext.slice(0, 7)}-01`, -1);
}

/** The ends of the months that are over, from the month of `first` on, the earliest first. */
export function monthEnds(first: Day, today: Day): Day[] {
  const ends: Day[] = [];
  for (let end = lastOfMonth(first); end < today; end = lastOfMonth(addDays(end, 1))) ends.push(end);
  return ends;
}
