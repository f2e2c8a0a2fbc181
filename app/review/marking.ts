/** When a moment is, as a form of it has it so far; null where nothing is taken yet. In milliseconds. */
export interface MarkedTimes {
  readonly startsMs: number | null;
  readonly endsMs: number | null;
}

export type MarkingAct = "now" | "start" | "end";

/** The times after a press: a single moment, a start that drops what stood, or an end; an end before its start changes places with it. */
export function markedTimes(act: MarkingAct, nowMs: number, { startsMs }: MarkedTimes): MarkedTimes {
  if (act !== "end" || startsMs === null || startsMs === nowMs) return { startsMs: nowMs, endsMs: null };
  return { startsMs: Math.min(startsMs, nowMs), endsMs: Math.max(startsMs, nowMs) };
}
