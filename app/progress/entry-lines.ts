import { dayOf, type Entry } from "#app/logbook/model.ts";
import type { CountedEntry, LeftOutEntry, PathwayCount } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { formatDayShort, formatMinutes } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

const { entry: said, lately } = words.progress;

/** What an entry is, in a few words: "Cycle with C-05", "Supervision, 90 min". */
export function entryTitle(entry: Entry): string {
  switch (entry.kind) {
    case "cycle": return said.cycle(entry.clientCode);
    case "supervision": return said.supervision(formatMinutes(entry.minutes));
    case "peer_supervision": return said.peer(formatMinutes(entry.minutes));
    case "training": return said[entry.training](entry.halfDays);
    case "recognised": return said.recognised;
  }
}

/** The same with its day: unmistakable outside a list of days. */
export function entryTitleOn(entry: Entry, today: Day): string {
  return said.on(entryTitle(entry), formatDayShort(dayOf(entry), today));
}

/** When, and with whom: the line under the title. */
export function entryDetail(entry: Entry, today: Day): string {
  return detailParts(entry, (day) => formatDayShort(day, today)).join(" · ");
}

function detailParts(entry: Entry, day: (day: Day) => string): string[] {
  switch (entry.kind) {
    case "cycle": {
      const clips = entry.clipsChosen === null || entry.clipsChosen === 0 ? [] : [said.clips(entry.clipsChosen)];
      return [said.filmed(day(entry.filmedOn)), entry.reviewedOn === null ? said.noReview : said.reviewed(day(entry.reviewedOn)), ...clips];
    }
    case "supervision": return [day(entry.heldOn), said.with([entry.supervisorName]), ...(entry.format === "group" ? [said.group] : [])];
    case "peer_supervision": return [day(entry.heldOn), ...(entry.attendees.length > 0 ? [said.with(entry.attendees.map((a) => a.name))] : [])];
    case "training": return [day(entry.heldOn)];
    case "recognised": return [said.recognisedOn(day(entry.recognisedOn))];
  }
}

/** Where an entry stands: a short word and the tone it is shown in. */
export interface Standing {
  readonly text: string;
  readonly tone: "good" | "moment" | "plain";
}

/** The ids of everything that counts towards anything, and of the rest its reasons. */
export interface Sorted {
  readonly counted: ReadonlySet<string>;
  readonly leftOut: ReadonlyMap<string, LeftOutEntry>;
}

/** Sorts the entries of a count: an entry that makes any one number counts. */
export function sortEntries(count: PathwayCount): Sorted {
  const evidence: { counted: readonly CountedEntry[]; leftOut: readonly LeftOutEntry[] }[] =
    count.stages.flatMap((s) => [...s.requirements, ...s.gates]);
  return {
    counted: new Set(evidence.flatMap((e) => e.counted.map((c) => c.entryId))),
    leftOut: new Map([...count.unasked, ...evidence.flatMap((e) => e.leftOut)].map((l) => [l.entryId, l] as const)),
  };
}

/** The chip beside an entry. */
export function standingOf(entry: Entry, { counted, leftOut }: Sorted): Standing {
  if (entry.voided) return { text: lately.voided, tone: "plain" };
  if (counted.has(entry.id)) return { text: lately.counts, tone: "good" };
  const reasons = leftOut.get(entry.id)?.reasons.map((r) => r.code) ?? [];
  if (reasons.includes("questioned")) return { text: lately.question, tone: "moment" };
  if (reasons.includes("planned")) return { text: lately.planned, tone: "plain" };
  if (reasons.includes("waiting_for_confirmation")) return { text: lately.toConfirm, tone: "moment" };
  return { text: reasons.includes("no_shared_review") ? lately.notYet : lately.doesNot, tone: "plain" };
}
