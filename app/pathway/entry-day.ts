import type { CountableCycle, CountableEntry, CountableRecognised, CountableSupervision } from "./model.ts";
import type { Day } from "#app/platform/clock.ts";

/** What is looked at for the day of an entry, in the logbook and in counting alike. */
export type Dated =
  | Pick<CountableCycle, "kind" | "filmedOn" | "reviewedOn">
  | Pick<CountableRecognised, "kind" | "recognisedOn">
  | (Pick<CountableSupervision, "heldOn"> & { readonly kind: "supervision" | "peer_supervision" | "training" });

/**
 * The day by which an entry counts and is locked: of a cycle the day of its shared review, of a session the day it was
 * held, of recognised work the day a lead recognised it. Null for a cycle that has no shared review yet (docs/field.md,
 * "Which day").
 */
export function dayOfEntry(entry: Dated): Day | null {
  switch (entry.kind) {
    case "cycle": return entry.reviewedOn;
    case "recognised": return entry.recognisedOn;
    default: return entry.heldOn;
  }
}

/** The day under which an entry is shown: its own, and for a cycle that has none yet the day of its film. */
export function dayShown(entry: Dated): Day {
  return entry.kind === "cycle" ? entry.reviewedOn ?? entry.filmedOn : dayOfEntry(entry) ?? "";
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
  return compare(dayShown(a), dayShown(b)) || byLogging(a, b);
}
