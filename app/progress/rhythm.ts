import { addDays, type Day, daysBetween } from "#app/platform/clock.ts";

import { type Pause, pauseOn } from "./heading.ts";

/** Supervision is recommended every three weeks (docs/field.md, "Rhythm of supervision"). */
const SUPERVISION_EVERY_DAYS = 21;
/** A gap beyond six weeks is flagged (docs/field.md, "Rhythm of supervision"). */
const SUPERVISION_FLAGGED_AFTER_DAYS = 42;

/** What the rhythm is computed from: sessions in the log, and the time in which none is expected. */
export interface RhythmFacts {
  /** Days of supervision logged and not voided, in any order, past and planned. */
  readonly heldOn: readonly Day[];
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly pauses: readonly Pause[];
  readonly today: Day;
}

/** How a trainee's supervision goes. A person on a planned pause, or booked within six weeks, is never due. */
export interface Rhythm {
  readonly lastOn: Day | null;
  /** The next session that is planned, if any. */
  readonly plannedOn: Day | null;
  /** Days since the last session (or the start), without the days of planned pauses. */
  readonly gapDays: number;
  readonly state: "in_rhythm" | "booked" | "due" | "overdue" | "paused" | "ended";
}

/** How many of the days after `after`, up to today, lie in a planned pause. */
export function pausedDays(pauses: readonly Pause[], after: Day, today: Day): number {
  return pauses.reduce((days, pause) => {
    const [from, to] = [pause.from > after ? pause.from : addDays(after, 1), pause.to < today ? pause.to : today];
    return days + Math.max(0, daysBetween(from, to) + 1);
  }, 0);
}

function stateOf(facts: RhythmFacts, gapDays: number, plannedOn: Day | null): Rhythm["state"] {
  if (facts.endedOn !== null && facts.endedOn <= facts.today) return "ended";
  if (pauseOn(facts.pauses, facts.today)) return "paused";
  if (gapDays > SUPERVISION_FLAGGED_AFTER_DAYS) return "overdue";
  if (plannedOn !== null) return "booked";
  return gapDays >= SUPERVISION_EVERY_DAYS ? "due" : "in_rhythm";
}

/** The rhythm of supervision on `today`: due from three weeks, flagged beyond six. */
export function rhythmOf(facts: RhythmFacts): Rhythm {
  const held = [...facts.heldOn].sort();
  const lastOn = held.filter((day) => day <= facts.today).at(-1) ?? null;
  const plannedOn = held.find((day) => day > facts.today) ?? null;
  const since = lastOn ?? facts.startedOn;
  const gapDays = Math.max(0, daysBetween(since, facts.today) - pausedDays(facts.pauses, since, facts.today));
  return { lastOn, plannedOn, gapDays, state: stateOf(facts, gapDays, plannedOn) };
}
