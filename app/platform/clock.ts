/** The only place that reads the time. Everything else is handed an instant or a day. */
export type Clock = () => Date;

/** The time of this machine. */
export const systemClock: Clock = () => new Date();

/** A calendar day `YYYY-MM-DD`, in no time zone. */
export type Day = string;
/** An instant as ISO-8601 text in UTC, with milliseconds. */
export type Instant = string;

const LONDON = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar day in London at that instant, whatever the time zone of the server (docs/field.md, "Which day"). */
export function londonDay(at: Date): Day {
  return LONDON.format(at);
}

/** The instant as it is stored. */
export function instantOf(at: Date): Instant {
  return at.toISOString();
}

const MS_PER_DAY = 86_400_000;

function utcOf(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

/** True for a real calendar day: no 31 April, no year outside 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = utcOf(text);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** The day so many days later (or earlier, with a negative number). */
export function addDays(day: Day, days: number): Day {
  return new Date(utcOf(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / MS_PER_DAY);
}

/** True where `day` lies in the period; both its days belong to it, and no end means it goes on. */
export function isWithin(day: Day, period: { readonly from: Day; readonly to: Day | null }): boolean {
  return period.from <= day && (period.to === null || day <= period.to);
}
