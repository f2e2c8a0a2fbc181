import type { Instant } from "#app/platform/clock.ts";
import { listAnd } from "#app/words/format.ts";

import type { Entry } from "./model.ts";

/** What is compared between two versions; everything else on an entry never changes or is about the version itself. */
export const HISTORY_FIELDS = [
  "clientCode", "filmedOn", "filmMinutes", "filmedRoles", "clipsChosen", "reviewedOn", "reviewMinutes", "reviewFilmed", "goalRating", "goal2Rating", "goal3Rating",
  "attunedMoments", "nextStep",
  "heldOn", "startsAt", "minutes", "format", "supervisorName", "discussed", "attendees", "training", "halfDays", "requirement", "amount", "recognisedOn", "mode", "note", "voided",
] as const;
export type HistoryField = (typeof HISTORY_FIELDS)[number];

/** Between the values of a field that holds several, as stored. */
export const BETWEEN_VALUES = "\u001F";

/** One value that was changed. What it was and became as stored: a day, minutes, a key of the words, or text. */
export interface FieldChange {
  /** A reflection is told of to its trainee alone. */
  readonly field: HistoryField | "reflection";
  readonly from: string | null;
  readonly to: string | null;
}

/** The values of a field that holds several; undefined for any other. */
function severalIn(entry: Entry, field: HistoryField): readonly string[] | undefined {
  switch (field) {
    case "attendees": return entry.kind === "peer_supervision" ? [listAnd(entry.attendees.map((a) => a.name))] : [];
    case "filmedRoles": return entry.kind === "cycle" ? entry.filmedRoles : [];
    case "discussed": return entry.kind === "supervision" ? entry.discussed.map((d) => `${d.clientCode} ${d.filmedOn}`) : [];
    default: return undefined;
  }
}

/** What a field of the entry holds, as text; null where it is empty or not a field of its kind. */
export function valueOf(entry: Entry, field: HistoryField): string | null {
  const several = severalIn(entry, field);
  if (several !== undefined) return several.length === 0 ? null : several.join(BETWEEN_VALUES);
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
