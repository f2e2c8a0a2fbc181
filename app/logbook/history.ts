import type { Instant } from "#app/platform/clock.ts";
import { listAnd } from "#app/words/format.ts";

import type { Entry } from "./model.ts";

/** What is compared between two versions; everything else on an entry never changes or is about the version itself. */
export const HISTORY_FIELDS = [
  "clientCode", "filmedOn", "filmMinutes", "clipsChosen", "reviewedOn", "reviewMinutes", "goalRating", "nextStep",
  "heldOn", "startsAt", "minutes", "format", "supervisorName", "attendees", "training", "halfDays", "requirement", "amount", "recognisedOn", "mode", "note", "voided",
] as const;
export type HistoryField = (typeof HISTORY_FIELDS)[number];

/** One value that was changed. What it was and became as stored: a day, minutes, a key of the words, or text. */
export interface FieldChange {
  readonly field: HistoryField;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a field of the entry holds, as text; null where it is empty or not a field of its kind. */
export function valueOf(entry: Entry, field: HistoryField): string | null {
  if (field === "attendees") return entry.kind === "peer_supervision" ? listAnd(entry.attendees.map((a) => a.name)) : null;
  const value: unknown = new Map(Object.entries(entry)).get(field);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** One version of an entry: who made it, when and why, and what it changed. */
export interface EntryVersion {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly reason: string | null;
  readonly voided: boolean;
  /** Nothing for the first version. */
  readonly changes: readonly FieldChange[];
}

/** One decision of the other side, with the version that it was about. */
export interface EntryDecision {
  readonly number: number;
  readonly decision: "confirmed" | "questioned";
  readonly note: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  readonly entryVersion: number;
}

/** What is different in the later of two versions of one entry, in the order of the form. */
export function changesBetween(before: Entry, after: Entry): FieldChange[] {
  return HISTORY_FIELDS
    .map((field) => ({ field, from: valueOf(before, field), to: valueOf(after, field) }))
    .filter((change) => change.from !== change.to);
}
