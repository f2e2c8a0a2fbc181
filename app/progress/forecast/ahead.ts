import type { PathwayCount, PathwayDefinition, Requirement, RequirementCount, StageCount } from "#app/pathway/model.ts";
import { dayAfterWork, type WorkingTime } from "#app/pathway/working-time.ts";
import { addDays, type Day } from "#app/platform/clock.ts";

import { blocksOf, type CountedWork, wholeBlocks } from "./blocks.ts";
import { foretold, type OwnCase } from "./kept-forecast.ts";
import { BLOCK_DAYS, type StageAhead, type StageForecast } from "./model.ts";
import { begunOf, type NotBegun, notBegunBy, ownWork } from "./not-begun.ts";
import { type Others, without } from "./others.ts";

/** Nothing is foretold from less than eight weeks of full time, or fewer entries than this (docs/field.md, "Forecast"). */
const BLOCKS_AT_LEAST = 2;
export const ENTRIES_AT_LEAST = 3;

/** What a forecast of one trainee is made from. */
export interface AheadFacts {
  readonly traineeId: string;
  readonly count: PathwayCount;
  readonly definition: PathwayDefinition;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly time: WorkingTime;
  readonly others: Others;
}

/** A stage that is not closed, with the days between which what is begun of it is likely reached; a day that is null is not told. */
export interface DatedStage {
  readonly stage: number;
  readonly name: string;
  /** True where its numbers are reached already: there is nothing to wait for but people's decision. */
  readonly isReached: boolean;
  /** False where there is nothing to go by: all that it lacks is not begun, or it begins after a stage of which that is so. Where true, a day that is null is too far off. */
  readonly hasPace: boolean;
  /** What is not begun and missing by its end: the days hold only with it. */
  readonly notBegun: readonly NotBegun[];
  readonly earliestOn: Day | null;
  readonly likelyOn: Day | null;
  readonly latestOn: Day | null;
  /** What holds up the rest: the begun requirement that is most often reached last. */
  readonly heldUpBy: Requirement | null;
}

/** What can be said of the stages ahead. */
export type Ahead =
  | { readonly kind: "too_little"; readonly notBefore: Day; readonly entries: number }
  | { readonly kind: "reached" }
  | { readonly kind: "dated"; readonly stages: readonly DatedStage[]; readonly isOwnAlone: boolean };

/** The stages that nobody has closed, in order. */
export function stagesAhead({ stages }: PathwayCount): StageCount[] {
  return stages.filter((stage) => stage.state !== "closed");
}

// What is not begun has no pace: it is named beside the days, and is no part of them.
function lacking({ stage, requirements }: StageCount, begun: ReadonlySet<string>): StageAhead {
  const missing = requirements.filter((r) => r.remaining > 0 && begun.has(r.requirement.key));
  return { stage, remaining: Object.fromEntries(missing.map((r) => [r.requirement.key, r.remaining])) };
}

function isBegunOrReached({ numbersReached, requirements }: StageCount, begun: ReadonlySet<string>): boolean {
  return numbersReached || requirements.some((r) => r.remaining > 0 && begun.has(r.requirement.key));
}

function workOf(count: RequirementCount): CountedWork[] {
  const { requirement } = count;
  return ownWork(count).map(({ amount, countsOn }) => ({ requirement: requirement.key, amount, countsOn }));
}

function entriesOf({ overall }: PathwayCount): number {
  return new Set(overall.flatMap((r) => ownWork(r).map((c) => c.entryId))).size;
}

/** The case that is foretold from: what is lacking of what is begun, and what the trainee did in their own weeks. */
export function ownCase({ traineeId, count, definition, startedOn, time }: AheadFacts): OwnCase {
  const begun = begunOf(count);
  return {
    stages: stagesAhead(count).map((stage) => lacking(stage, begun)), runsOn: definition.accumulation === "cumulative", seed: traineeId,
    own: blocksOf(count.overall.flatMap(workOf), { startedOn, upTo: count.today, time }),
  };
}

function dated({ count, definition, time }: AheadFacts, { stage, earliestDays, likelyDays, latestDays, heldUpBy }: StageForecast): DatedStage {
  const upTo = stagesAhead(count).filter((s) => s.stage <= stage);
  const begun = begunOf(count);
  const hasPace = (definition.accumulation === "cumulative" ? upTo.slice(-1) : upTo).every((s) => isBegunOrReached(s, begun));
  const notBegun = notBegunBy(upTo, count, definition);
  const on = (days: number | null) => (days === null || !hasPace ? null : dayAfterWork(time, count.today, days));
  return {
    stage, name: upTo.at(-1)?.name ?? "", isReached: heldUpBy === null && notBegun.length === 0, hasPace, notBegun,
    earliestOn: on(earliestDays), likelyOn: on(likelyDays), latestOn: on(latestDays),
    heldUpBy: hasPace ? definition.requirements.find((r) => r.key === heldUpBy) ?? null : null,
  };
}

/**
 * When what is begun of each stage is likely reached, of somebody whose time on the pathway goes on; null where it is over. Gates
 * and people's decisions are no part of it (docs/field.md, "Forecast").
 */
export function aheadOf(facts: AheadFacts): Ahead | null {
  const { count, endedOn, startedOn, time, others, traineeId } = facts;
  const open = stagesAhead(count);
  if (open.length === 0 || (endedOn !== null && endedOn <= count.today)) return null;
  if (open.every((stage) => stage.numbersReached)) return { kind: "reached" };
  const entries = entriesOf(count);
  if (entries < ENTRIES_AT_LEAST || wholeBlocks({ startedOn, upTo: count.today, time }) < BLOCKS_AT_LEAST) {
    return { kind: "too_little", entries, notBefore: dayAfterWork(time, addDays(startedOn, -1), BLOCKS_AT_LEAST * BLOCK_DAYS) };
  }
  const own = ownCase(facts);
  return {
    kind: "dated", stages: foretold(own, others).map((stage) => dated(facts, stage)), isOwnAlone: without(others, traineeId).length === 0,
  };
}
