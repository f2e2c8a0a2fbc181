import type { PathwayDefinition, Requirement, RequirementCount, StageCount } from "#app/pathway/model.ts";
import { workedDays, type WorkingTime } from "#app/pathway/working-time.ts";
import { addDays, type Day } from "#app/platform/clock.ts";

import { type AheadFacts, type DatedStage, stagesAhead } from "./ahead.ts";
import { begunOf } from "./not-begun.ts";

/** Minutes are said by the half hour: nobody plans a session of 17. */
const STEP_MINUTES = 30;

/** How much of a requirement is there by the end of a month. */
interface Milestone {
  readonly requirement: Requirement;
  readonly amount: number;
  readonly needed: number;
}

/** One month of a stage. */
export interface MonthAhead {
  /** The first day of the month. */
  readonly month: Day;
  /** The last day of it that belongs to the stage. */
  readonly upTo: Day;
  readonly milestones: readonly Milestone[];
  readonly pauses: readonly { readonly from: Day; readonly to: Day }[];
  /** Shares of full time that begin in it. */
  readonly shares: WorkingTime["shares"];
}

/** One stage of the road map: what it lacks, month by month, up to its likely day. */
export interface StageRoad {
  readonly stage: DatedStage;
  readonly months: readonly MonthAhead[];
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

function nextMonth(day: Day): Day {
  return firstOfMonth(addDays(firstOfMonth(day), 31));
}

function monthsBetween(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let month = firstOfMonth(from); month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

interface Leg {
  readonly requirement: Requirement;
  readonly start: number;
  readonly needed: number;
}

// What is not begun has no months. Where totals run on, a stage begins with what the one before it asked, whatever stands today.
function legsOf(stage: StageCount, before: StageCount | undefined, { accumulation }: PathwayDefinition, begun: ReadonlySet<string>): Leg[] {
  const asked = (r: RequirementCount): number => (accumulation === "cumulative" ? before?.requirements.find((b) => b.requirement.key === r.requirement.key)?.needed : 0) ?? 0;
  return stage.requirements.filter((r) => begun.has(r.requirement.key)).map((r) => ({ requirement: r.requirement, start: Math.max(r.count, asked(r)), needed: r.needed })).filter((leg) => leg.start < leg.needed);
}

function milestone({ requirement, start, needed }: Leg, share: number): Milestone {
  const step = requirement.measure === "minutes" ? STEP_MINUTES : 1;
  const amount = share >= 1 ? needed : Math.min(needed, Math.round((start + (needed - start) * share) / step) * step);
  return { requirement, amount: Math.max(start, amount), needed };
}

function roadOf(stage: DatedStage, from: Day, to: Day, legs: readonly Leg[], time: WorkingTime): StageRoad {
  const whole = workedDays(time, from, to);
  const months = monthsBetween(addDays(from, 1), to).map((month): MonthAhead => {
    const last = addDays(nextMonth(month), -1);
    const upTo = last < to ? last : to;
    return {
      month, upTo, milestones: legs.map((leg) => milestone(leg, upTo === to ? 1 : workedDays(time, from, upTo) / whole)),
      pauses: time.pauses.filter((p) => p.from <= upTo && p.to >= month && p.to > from),
      shares: time.shares.filter((s) => s.from > from && s.from >= month && s.from <= upTo),
    };
  });
  return { stage, months };
}

/**
 * What is there of what is begun by the end of each month, if each stage is reached on its likely day and work goes on evenly
 * until then; for the stages that have a likely day.
 */
export function roadMap({ count, definition, time }: Pick<AheadFacts, "count" | "definition" | "time">, stages: readonly DatedStage[]): StageRoad[] {
  const roads: StageRoad[] = [];
  const begun = begunOf(count);
  let from = count.today;
  for (const stage of stages) {
    if (stage.likelyOn === null) continue;
    const at = stagesAhead(count).findIndex((s) => s.stage === stage.stage);
    const counted = stagesAhead(count)[at];
    const legs = counted ? legsOf(counted, stagesAhead(count)[at - 1], definition, begun) : [];
    if (stage.likelyOn > from) roads.push(roadOf(stage, from, stage.likelyOn, legs, time));
    if (stage.likelyOn > from) from = stage.likelyOn;
  }
  return roads;
}
