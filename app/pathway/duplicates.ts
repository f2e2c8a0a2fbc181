import { byLogging } from "./entry-day.ts";
import type { CountableCycle, CountableEntry, CountablePeerSupervision, CountableRecognised, CountableSupervision, CountableTraining } from "./model.ts";

/** What is looked at to tell whether two entries are the same: of one logged, written or read from a file alike. */
export type Comparable =
  | Pick<CountableCycle, "kind" | "clientId" | "filmedOn" | "reviewedOn">
  | Pick<CountableSupervision, "kind" | "heldOn" | "supervisorId" | "minutes">
  | Pick<CountablePeerSupervision, "kind" | "heldOn" | "minutes" | "attendeeIds">
  | Pick<CountableTraining, "kind" | "training" | "heldOn" | "halfDays">
  | Pick<CountableRecognised, "kind">;

/**
 * What two entries share that are the same, but for the time of day; null where nothing is ever the same
 * (docs/field.md, "The same twice").
 */
export function samenessOf(entry: Comparable): string | null {
  switch (entry.kind) {
    case "cycle": return JSON.stringify([entry.kind, entry.clientId, entry.filmedOn, entry.reviewedOn]);
    case "supervision": return JSON.stringify([entry.kind, entry.heldOn, entry.supervisorId, entry.minutes]);
    case "peer_supervision": return JSON.stringify([entry.kind, entry.heldOn, entry.minutes, [...new Set(entry.attendeeIds)].sort()]);
    case "training": return JSON.stringify([entry.kind, entry.training, entry.heldOn, entry.halfDays]);
    case "recognised": return null;
  }
}

function timeOf(entry: CountableEntry): string | null {
  return entry.kind === "supervision" || entry.kind === "peer_supervision" ? entry.startsAt : null;
}

/** Entries that share all but perhaps their time of day, each group in the order of logging. */
function groupAlike(entries: readonly CountableEntry[]): readonly (readonly CountableEntry[])[] {
  const groups = new Map<string, CountableEntry[]>();
  for (const entry of entries.filter((e) => !e.voided).sort(byLogging)) {
    const key = samenessOf(entry);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

/**
 * Every entry that is the same as one logged before it, with the id of that one. Voided entries neither block nor are
 * named; every other entry blocks, counted or not. What lacks its time of day is the same as the timed session that was
 * logged first, and as no other, so that the order of logging decides who is named and never how many stay
 * (docs/field.md, "The same twice").
 */
export function findSameTwice(entries: readonly CountableEntry[]): ReadonlyMap<string, string> {
  const sameAs = new Map<string, string>();
  for (const alike of groupAlike(entries)) {
    const timeOfTimeless = alike.map(timeOf).find((time) => time !== null) ?? null;
    const firsts = new Map<string | null, string>();
    for (const entry of alike) {
      const time = timeOf(entry) ?? timeOfTimeless;
      const first = firsts.get(time);
      if (first === undefined) firsts.set(time, entry.entryId);
      else sameAs.set(entry.entryId, first);
    }
  }
  return sameAs;
}
