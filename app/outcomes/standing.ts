import { closingsInForce, findStageUnderWay, standingClosing } from "#app/pathway/stage-of-day.ts";
import { addDays, type Day, daysBetween } from "#app/platform/clock.ts";
import { pauseOn } from "#app/progress/heading.ts";
import { pausedDays } from "#app/progress/rhythm.ts";

import { RECENT_DAYS, type Standing, type TraineeFacts } from "./model.ts";

function latest(days: readonly Day[]): Day | undefined {
  return [...days].sort().at(-1);
}

/** True where the last stage stands closed by a decision: nothing else accredits. */
function isAccredited({ definition, closings }: Pick<TraineeFacts, "definition" | "closings">, today: Day): boolean {
  return standingClosing(definition.stages.length, closingsInForce(closings, today)) !== undefined;
}

/** Days since the last cycle or supervision, or since the start, without those of planned pauses. */
function idleDays({ lastWork, startedOn, pauses }: TraineeFacts, today: Day): number {
  const work = lastWork.filter(({ kind }) => kind === "cycle" || kind === "supervision").map(({ lastOn }) => lastOn);
  const since = latest([...work, startedOn]) ?? startedOn;
  return daysBetween(since, today) - pausedDays(pauses, since, today);
}

/** How the trainee's time on the pathway stands today (docs/field.md, "Cohorts"). */
export function standingOf(facts: TraineeFacts, today: Day): Standing {
  if (isAccredited(facts, today)) return "accredited";
  if (facts.endedOn !== null && facts.endedOn <= today) return facts.outcome === "withdrawn" ? "withdrawn" : "ended";
  if (pauseOn(facts.pauses, today)) return "paused";
  return idleDays(facts, today) >= RECENT_DAYS ? "stalled" : "under_way";
}

/** The last day of any work, whatever its kind; null before the first. */
export function lastActiveOn({ lastWork }: Pick<TraineeFacts, "lastWork">): Day | null {
  return latest(lastWork.map(({ lastOn }) => lastOn)) ?? null;
}

/** Cycles that count, and over how many days: the last 90, or those since the start. */
export interface Pace {
  readonly cycles: number;
  readonly days: number;
}

/** The day from which cycles make the pace: those after it do. */
export function paceSince(today: Day): Day {
  return addDays(today, -RECENT_DAYS);
}

/** The pace of a trainee; over no days at all for somebody who has yet to start. */
export function paceOf({ definition, lateCycles, startedOn }: TraineeFacts, today: Day): Pace {
  const keys = new Set(definition.requirements.filter((r) => r.entries === "cycle" && r.measure === "entries").map((r) => r.key));
  const cycles = lateCycles.filter(({ requirement }) => keys.has(requirement)).reduce((sum, c) => sum + c.cycles, 0);
  return { cycles, days: Math.max(0, Math.min(RECENT_DAYS, daysBetween(startedOn, today) + 1)) };
}

/** The stage under way today, by number; null once all are closed. */
export function stageUnderWay({ definition, closings }: Pick<TraineeFacts, "definition" | "closings">, today: Day): number | null {
  return findStageUnderWay(closingsInForce(closings, today), definition.stages.length);
}
