import type { PeerSupervision, Supervision, TrainingAttended } from "#app/logbook/model.ts";
import type { PathwayCount } from "#app/pathway/model.ts";
import { type Day, daysBetween, type Instant, londonDay } from "#app/platform/clock.ts";
import { sortEntries } from "#app/progress/entry-lines.ts";
import { reasonText } from "#app/progress/reasons.ts";
import { paths } from "#app/ui/paths.ts";
import { formatDayShort } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { QueueLine } from "./queue.ts";
import { referenceOf } from "./reference.ts";

/** An entry that waits for the actor's word, and whose it is. */
export interface Waiting {
  readonly entry: Supervision | PeerSupervision | TrainingAttended;
  readonly traineeName: string;
  /** The trainee's count, where the actor may know it: it says what would not count. */
  readonly count: PathwayCount | undefined;
  /** Whether the actor sees the trainee's record. */
  readonly isVisible: boolean;
}

const said = words.worklist.item;

function titleOf({ entry, traineeName }: Waiting, today: Day): string {
  const day = formatDayShort(entry.heldOn, today);
  return entry.kind === "training" ? said[entry.training](entry.halfDays, day, traineeName) : said[entry.kind](entry.minutes, day, traineeName);
}

function detailOf({ entry }: Waiting, actorId: string): string[] {
  if (entry.kind === "training") return [];
  const time = entry.startsAt === null ? [] : [said.at(entry.startsAt)];
  if (entry.kind === "supervision") return [...time, ...(entry.format === "group" ? [said.group] : [])];
  const others = entry.attendees.filter((a) => a.id !== actorId).map((a) => a.name);
  return [...time, ...(others.length > 0 ? [said.there(others)] : [])];
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

/** Whole days from the London day of that instant to today. */
export function daysSince(at: Instant, today: Day): number {
  return Math.max(0, daysBetween(londonDay(new Date(at)), today));
}

/** Days for which somebody has been waited for: since it was logged, or since the day itself where that came later. */
export function waitingDays(entry: { readonly heldOn: Day; readonly recordedAt: Instant }, today: Day): number {
  const logged = londonDay(new Date(entry.recordedAt));
  return Math.max(0, daysBetween(logged > entry.heldOn ? logged : entry.heldOn, today));
}

/** A session or an attendance as the queue shows it to the actor. */
export function entryLine(waiting: Waiting, actorId: string, today: Day): QueueLine {
  const { entry, isVisible } = waiting;
  const detail = detailOf(waiting, actorId).join(" · ");
  return {
    kind: entry.kind, id: entry.id, title: titleOf(waiting, today), to: isVisible ? paths.entry(entry.id) : null,
    detail: [detail, entry.note ?? ""].filter((line) => line !== ""), doesNotCount: reasonsBeside(waiting), ageDays: waitingDays(entry, today),
    act: paths.questionWaiting(entry.id), notices: [],
    confirm: { reference: referenceOf({ entryId: entry.id, version: entry.version }), minutes: entry.kind === "training" ? 0 : entry.minutes },
  };
}
