import type { CountableCycle, CountableEntry, CountableRecognised, CountableSupervision } from "./model.ts";
import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

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

/** Of two entries the one that was logged first; of one instant by id, so that the order is always the same. */
export function byLogging(a: CountableEntry, b: CountableEntry): number {
  return byText(a.recordedAt, b.recordedAt) || byText(a.entryId, b.entryId);
}

/** The earliest day first; of one day the one logged first. */
export function byDay(a: CountableEntry, b: CountableEntry): number {
  return byText(dayShown(a), dayShown(b)) || byLogging(a, b);
}
