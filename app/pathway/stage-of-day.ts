import { type Day, londonDay } from "#app/platform/clock.ts";

import { type Dated, dayOfEntry } from "./entry-day.ts";
import type { CountableEntry, PathwayDefinition, StageClosing, StageCount } from "./model.ts";

/** The closings that close something on that day: one in the future closes nothing (docs/field.md, "Per-stage pathways"). */
export function closingsInForce(closings: readonly StageClosing[], today: Day): StageClosing[] {
  return closings.filter((c) => c.closedOn <= today);
}

/** The closing by which the stage stands closed, or undefined: a reopened one closes no longer. */
export function standingClosing(stage: number, closings: readonly StageClosing[]): StageClosing | undefined {
  return closings.filter((c) => c.stage === stage && !c.reopened).sort((a, b) => (a.closedOn < b.closedOn ? -1 : 1))[0];
}

// The closing day still belongs to the stage; a reopened stage was closed until the day it was reopened.
function wasClosedBefore(stage: number, day: Day, closings: readonly StageClosing[]): boolean {
  return closings.some((c) => c.stage === stage && c.closedOn < day && (!c.reopened || (c.reopenedOn !== undefined && day < c.reopenedOn)));
}

/**
 * The first stage that was not closed before that day; the last stage once all were, since nothing comes after it
 * (docs/field.md, "Per-stage pathways"). `closings` are those in force, `stages` how many there are.
 */
export function stageOfDay(day: Day, closings: readonly StageClosing[], stages: number): number {
  for (let stage = 1; stage < stages; stage += 1) {
    if (!wasClosedBefore(stage, day, closings)) return stage;
  }
  return stages;
}

/** The first stage that does not stand closed; null once all do. */
export function findStageUnderWay(closings: readonly StageClosing[], stages: number): number | null {
  for (let stage = 1; stage <= stages; stage += 1) {
    if (!standingClosing(stage, closings)) return stage;
  }
  return null;
}

/** Where the stage stands. Only a closing closes it; numbers never do (docs/field.md, "Stages"). */
export function stageState(stage: number, closings: readonly StageClosing[], stageUnderWay: number | null): StageCount["state"] {
  if (standingClosing(stage, closings)) return "closed";
  if (closings.some((c) => c.stage === stage)) return "reopened";
  return stage === stageUnderWay ? "under_way" : "ahead";
}

/** Where an entry belongs. */
export interface Place {
  readonly stage: number;
  /** The day that puts it there: its own, or the day it was logged where late entries go to the stage under way. */
  readonly placedOn: Day | null;
}

/** An entry as far as its place goes: its day, and when it was first logged. */
export type Placeable = Dated & Pick<CountableEntry, "recordedAt">;

/** What of a pathway decides where an entry belongs. */
export type Placing = Pick<PathwayDefinition, "stages" | "settings">;

/**
 * The stage an entry belongs to, for counting and for locking alike. A cycle without its shared review has no day yet and
 * stays with the stage under way.
 */
export function placeOf(entry: Placeable, closings: readonly StageClosing[], definition: Placing): Place {
  const stages = definition.stages.length;
  const day = dayOfEntry(entry);
  if (day === null) return { stage: findStageUnderWay(closings, stages) ?? stages, placedOn: null };
  const own = stageOfDay(day, closings, stages);
  const loggedOn = londonDay(new Date(entry.recordedAt));
  const isLate = loggedOn > day && wasClosedBefore(own, loggedOn, closings);
  if (!isLate || definition.settings.lateEntriesBelongTo === "stage_of_their_day") return { stage: own, placedOn: day };
  return { stage: stageOfDay(loggedOn, closings, stages), placedOn: loggedOn };
}
