import { addDays, type Day, type Instant, londonDay } from "#app/platform/clock.ts";

/** How long anything typed stays on a device, in days (docs/privacy.md, "On the device"). */
const KEPT_DAYS = 14;

/** The fields of a form as they would be sent; a name may stand several times. */
export type TypedFields = readonly (readonly [name: string, value: string])[];

/** Something typed that no server has: what a form held, or a whole entry that waits to be sent. */
export interface Kept {
  /** For an entry the id under which the server takes it once. */
  readonly id: string;
  readonly keptAt: Instant;
  readonly fields: TypedFields;
  /** Why the server did not take it, in its own words; empty where it was not asked yet. */
  readonly refusals: readonly string[];
}

/** The last day on which it is there. */
export function lastDayOf(keptAt: Instant): Day {
  return addDays(londonDay(new Date(keptAt)), KEPT_DAYS);
}

/** True from the day after its last one. */
export function isExpired(keptAt: Instant, now: Date): boolean {
  return lastDayOf(keptAt) < londonDay(now);
}

/** Of the entries that wait, those that go to the server by themselves, the oldest first: neither over their time, nor refused and left to the person. */
export function sendable(waiting: readonly Kept[], now: Date): readonly Kept[] {
  return waiting.filter(({ keptAt, refusals }) => refusals.length === 0 && !isExpired(keptAt, now)).sort((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
}

const DAYS_BACK: Readonly<Record<string, number>> = { today: 0, yesterday: -1 };

function partsOf(name: string, day: Day): TypedFields {
  const [year = "", month = "", date = ""] = day.split("-").map((part) => String(Number(part)));
  return [[`${name}Choice`, "other"], [`${name}Day`, date], [`${name}Month`, month], [`${name}Year`, year]];
}

/** What was typed earlier, as it is meant now: "today" of another day is that day. On the same day nothing changes. */
export function onItsDay(fields: TypedFields, typedOn: Day, today: Day): TypedFields {
  return typedOn === today ? fields : onDays(fields, typedOn);
}

/** The fields with their days by date: "today" is the day on which it was typed, whenever it is sent. */
export function onDays(fields: TypedFields, typedOn: Day): TypedFields {
  return fields.reduce<TypedFields>((moved, [name, value]) => {
    const back = name.endsWith("Choice") ? DAYS_BACK[value] : undefined;
    if (back === undefined) return moved;
    const day = name.slice(0, -"Choice".length);
    const isPart = ([other]: TypedFields[number]): boolean => ["Choice", "Day", "Month", "Year"].some((part) => other === day + part);
    return [...moved.filter((field) => !isPart(field)), ...partsOf(day, addDays(typedOn, back))];
  }, fields);
}

/** Fields that are no answer of anybody's: they name the form or the version, and differ from visit to visit. */
export const IDS: ReadonlySet<string> = new Set(["requestId", "fromVersion"]);

function answersOf(fields: TypedFields): string[] {
  return fields.filter(([name, value]) => value !== "" && !IDS.has(name)).map(([name, value]) => JSON.stringify([name, value])).sort();
}

/** True where a form says the same already as what was kept. */
export function saysTheSame(present: TypedFields, kept: TypedFields): boolean {
  const [here, there] = [new Set(answersOf(present)), answersOf(kept)];
  return there.every((answer) => here.has(answer));
}

/** True where two states of one form hold the same answers. */
export function isUnchanged(before: TypedFields, after: TypedFields): boolean {
  return JSON.stringify(answersOf(before)) === JSON.stringify(answersOf(after));
}
