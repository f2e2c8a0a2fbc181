import { byLogging } from "./entry-day.ts";
import type { CountableEntry } from "./model.ts";

/** What two entries share that are the same, but for the time of day; null where nothing is ever the same. */
function sameness(entry: CountableEntry): string | null {
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
    const key = sameness(entry);
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
