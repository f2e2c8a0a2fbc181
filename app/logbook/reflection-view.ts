import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { Reflection, ReflectionShare } from "./reflection-model.ts";

const { chips, ofCycle, free } = words.reflections;
const MAX_EXCERPT_CHARACTERS = 140;
const MAX_NAMES = 3;

/** A short word on who can read a reflection. */
export interface SharingChip {
  readonly tone: "good" | "brand" | "plain";
  readonly text: string;
}

/** One reflection in a list. */
export interface ReflectionLine {
  readonly id: string;
  readonly day: string;
  readonly kind: string;
  readonly excerpt: string;
  readonly chip: SharingChip | null;
}

/** What its reader may read of what was written about an entry. */
export interface EntryReflections {
  readonly ofCycle: { readonly id: string; readonly text: string; readonly chip: SharingChip | null } | null;
  readonly others: readonly ReflectionLine[];
  readonly mayWrite: boolean;
}

/** The beginning of a text, on one line. */
function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= MAX_EXCERPT_CHARACTERS) return line;
  const cut = line.slice(0, MAX_EXCERPT_CHARACTERS);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : cut.length)} …`;
}

/** Who can read it now, in a word: names as long as they are few. */
export function sharingChip({ voided }: Pick<Reflection, "voided">, shares: readonly ReflectionShare[]): SharingChip {
  if (voided) return { tone: "plain", text: chips.voided };
  const names = shares.filter((s) => s.holds).map((s) => s.name);
  if (names.length === 0) return { tone: "good", text: chips.private };
  return { tone: "brand", text: names.length > MAX_NAMES ? chips.part(names.length) : chips.shared(names) };
}

/** A line of one's own list, or, without shares, of what somebody else shares. */
export function reflectionLine(reflection: Reflection, shares?: readonly ReflectionShare[]): ReflectionLine {
  const { id, writtenOn, text, kind } = reflection;
  return { id, day: formatDay(writtenOn), kind: kind === "cycle" ? ofCycle : free, excerpt: excerptOf(text), chip: shares ? sharingChip(reflection, shares) : null };
}
