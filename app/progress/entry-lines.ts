import type { Entry } from "#app/logbook/model.ts";
import { dayShown } from "#app/pathway/entry-day.ts";
import { isWaiting } from "#app/pathway/left-out.ts";
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
  return said.on(entryTitle(entry), formatDayShort(dayShown(entry), today));
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
  /** Left out of several numbers, an entry stands here under the fewest reasons: as near as it comes to counting. */
  readonly leftOut: ReadonlyMap<string, LeftOutEntry>;
}

/** Sorts the entries of a count: an entry that makes any one number counts. */
export function sortEntries(count: PathwayCount): Sorted {
  const evidence: { counted: readonly CountedEntry[]; leftOut: readonly LeftOutEntry[] }[] =
    count.stages.flatMap((s) => [...s.requirements, ...s.gates]);
  const leftOut = new Map<string, LeftOutEntry>();
  for (const one of [...count.unasked, ...evidence.flatMap((e) => e.leftOut)]) {
    const known = leftOut.get(one.entryId);
    if (!known || one.reasons.length < known.reasons.length) leftOut.set(one.entryId, one);
  }
  return { counted: new Set(evidence.flatMap((e) => e.counted.map((c) => c.entryId))), leftOut };
}

/** True where somebody else's word is all that the entry lacks. */
export function waits(entry: Entry, { counted, leftOut }: Sorted): boolean {
  const left = leftOut.get(entry.id);
  return !counted.has(entry.id) && left !== undefined && isWaiting(left);
}

/** True where a lead has not verified its external supervisor yet. */
export function waitsForVerification(entry: Entry, { leftOut }: Sorted): boolean {
  return leftOut.get(entry.id)?.reasons.some((r) => r.code === "supervisor_not_verified") ?? false;
}

/** The chip beside an entry. */
export function standingOf(entry: Entry, sorted: Sorted): Standing {
  if (entry.voided) return { text: lately.voided, tone: "plain" };
  if (sorted.counted.has(entry.id)) return { text: lately.counts, tone: "good" };
  if (waits(entry, sorted)) return { text: waitsForVerification(entry, sorted) ? lately.toVerify : lately.toConfirm, tone: "moment" };
  const reasons = sorted.leftOut.get(entry.id)?.reasons.map((r) => r.code) ?? [];
  if (reasons.includes("questioned")) return { text: lately.question, tone: "moment" };
  if (reasons.includes("planned")) return { text: lately.planned, tone: "plain" };
  return { text: reasons.includes("no_shared_review") ? lately.notYet : lately.doesNot, tone: "plain" };
}
