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

// A session logged once with its time and once without is one session: only two different times tell two apart.
function couldBeOneTime(a: CountableEntry, b: CountableEntry): boolean {
  const [first, second] = [timeOf(a), timeOf(b)];
  return first === null || second === null || first === second;
}

/**
 * Every entry that is the same as one logged before it, with the id of that one. Voided entries neither block nor are
 * named; every other entry blocks, counted or not (docs/field.md, "The same twice").
 */
export function findSameTwice(entries: readonly CountableEntry[]): ReadonlyMap<string, string> {
  const firsts = new Map<string, CountableEntry[]>();
  const sameAs = new Map<string, string>();
  for (const entry of entries.filter((e) => !e.voided).sort(byLogging)) {
    const key = sameness(entry);
    if (key === null) continue;
    const before = firsts.get(key) ?? [];
    const first = before.find((f) => couldBeOneTime(f, entry));
    if (first) sameAs.set(entry.entryId, first.entryId);
    else firsts.set(key, [...before, entry]);
  }
  return sameAs;
}
