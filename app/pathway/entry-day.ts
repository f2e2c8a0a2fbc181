import type { CountableEntry } from "./model.ts";
import type { Day } from "#app/platform/clock.ts";

/**
 * The day of an entry: of a cycle the day of its shared review, of a session the day it was held, of recognised work
 * the day a lead recognised it. Null for a cycle that has no shared review yet (docs/field.md, "Which day").
 */
export function dayOfEntry(entry: CountableEntry): Day | null {
  switch (entry.kind) {
    case "cycle": return entry.reviewedOn;
    case "recognised": return entry.recognisedOn;
    default: return entry.heldOn;
  }
}

function shownUnder(entry: CountableEntry): Day {
  return dayOfEntry(entry) ?? (entry.kind === "cycle" ? entry.filmedOn : "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of two entries the one that was logged first; of one instant by id, so that the order is always the same. */
export function byLogging(a: CountableEntry, b: CountableEntry): number {
  return compare(a.recordedAt, b.recordedAt) || compare(a.entryId, b.entryId);
}

/** The earliest day first; of one day the one logged first. */
export function byDay(a: CountableEntry, b: CountableEntry): number {
  return compare(shownUnder(a), shownUnder(b)) || byLogging(a, b);
}
