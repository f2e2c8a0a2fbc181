import type { PeerSupervision, Supervision, TrainingAttended } from "#app/logbook/model.ts";
import type { PathwayCount } from "#app/pathway/model.ts";
import { type Day, daysBetween, type Instant, londonDay } from "#app/platform/clock.ts";
import { byName, byText } from "#app/platform/order.ts";
import { sortEntries } from "#app/progress/entry-lines.ts";
import { reasonText } from "#app/progress/reasons.ts";
import { formatDayShort } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

/** An entry that waits for the actor's word, and whose it is. */
export interface Waiting {
  readonly entry: Supervision | PeerSupervision | TrainingAttended;
  readonly traineeName: string;
  /** The trainee's count, where the actor may know it: it says what would not count. */
  readonly count: PathwayCount | undefined;
  /** Whether the actor sees the trainee's record. */
  readonly isVisible: boolean;
}

/** One entry in the queue, ready to be shown. */
export interface QueueItem {
  readonly entryId: string;
  readonly version: number;
  readonly kind: Waiting["entry"]["kind"];
  readonly title: string;
  readonly detail: string;
  readonly note: string | null;
  /** Why it would not count though it is confirmed; nothing where it would. */
  readonly doesNotCount: readonly string[];
  readonly ageDays: number;
  /** For the sum of what is chosen; nothing for training. */
  readonly minutes: number;
  readonly isVisible: boolean;
}

/** An external supervisor to be verified: the person, never whom they supervise. */
export interface QueuedExternal {
  readonly personId: string;
  readonly name: string;
}

/** Everything that waits for somebody, the longest waiting first. */
export interface Queue {
  readonly items: readonly QueueItem[];
  readonly externals: readonly QueuedExternal[];
}

const said = words.worklist.item;

function titleOf({ entry, traineeName }: Waiting, today: Day): string {
  const day = formatDayShort(entry.heldOn, today);
  return entry.kind === "training" ? said[entry.training](entry.halfDays, day, traineeName) : said[entry.kind](entry.minutes, day, traineeName);
}

function detailOf({ entry }: Waiting, actorId: string): string {
  if (entry.kind === "training") return "";
  const time = entry.startsAt === null ? [] : [said.at(entry.startsAt)];
  if (entry.kind === "supervision") return [...time, ...(entry.format === "group" ? [said.group] : [])].join(" · ");
  const others = entry.attendees.filter((a) => a.id !== actorId).map((a) => a.name);
  return [...time, ...(others.length > 0 ? [said.there(others)] : [])].join(" · ");
}

// Many entries of one trainee share a count, which is sorted once for all of them.
const sorted = new WeakMap<PathwayCount, ReturnType<typeof sortEntries>>();

function sortedOf(count: PathwayCount): ReturnType<typeof sortEntries> {
  const known = sorted.get(count) ?? sortEntries(count);
  sorted.set(count, known);
  return known;
}

// Waiting for this very word is no reason against it.
function reasonsBeside({ entry, count }: Waiting): string[] {
  const reasons = count ? sortedOf(count).leftOut.get(entry.id)?.reasons ?? [] : [];
  const context = entry.kind === "supervision" ? { supervisor: entry.supervisorName } : {};
  return reasons.filter((r) => r.code !== "waiting_for_confirmation").map((r) => reasonText(r, context).text);
}

/** Days for which somebody has been waited for: since it was logged, or since the day itself where that came later. */
export function waitingDays(entry: { readonly heldOn: Day; readonly recordedAt: Instant }, today: Day): number {
  const logged = londonDay(new Date(entry.recordedAt));
  return Math.max(0, daysBetween(logged > entry.heldOn ? logged : entry.heldOn, today));
}

/** One entry as the queue shows it to the actor. */
export function queueItemOf(waiting: Waiting, actorId: string, today: Day): QueueItem {
  const { entry } = waiting;
  return {
    entryId: entry.id, version: entry.version, kind: entry.kind, title: titleOf(waiting, today), detail: detailOf(waiting, actorId), note: entry.note,
    doesNotCount: reasonsBeside(waiting), ageDays: waitingDays(entry, today), minutes: entry.kind === "training" ? 0 : entry.minutes, isVisible: waiting.isVisible,
  };
}

/** The queue in its order: the longest waiting first, then by title. */
export function queueOf(items: readonly QueueItem[], externals: readonly QueuedExternal[]): Queue {
  return { externals, items: [...items].sort((a, b) => b.ageDays - a.ageDays || byName(a.title, b.title) || byText(a.entryId, b.entryId)) };
}

/** How many things wait, and how old the oldest is, in words. */
export function queueHeading({ items, externals }: Queue): { readonly title: string; readonly lead: string | undefined } {
  const total = items.length + externals.length;
  const oldest = Math.max(0, ...items.map((item) => item.ageDays));
  return { title: words.worklist.heading(total), lead: items.length === 0 ? undefined : words.worklist.oldest(oldest) };
}
