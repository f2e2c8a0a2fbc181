import { amountOf, figureOf, requirementTitle } from "#app/pathway/amounts.ts";
import { isWaiting } from "#app/pathway/left-out.ts";
import type { PathwayCount, PathwayDefinition, RequirementCount, StageCount } from "#app/pathway/model.ts";
import { type Day, daysBetween } from "#app/platform/clock.ts";
import { formatAge, plural } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { stageShown } from "./heading.ts";
import type { Rhythm } from "./rhythm.ts";

/** One number of the present stage as it is shown: nothing is left to work out. */
export interface MeterView {
  /** The requirement's key: its evidence stands under it. */
  readonly key: string;
  readonly title: string;
  readonly figure: string;
  readonly of: string;
  readonly label: string;
  /** What stands, the end of the pathway and the thresholds between, in the requirement's unit. */
  readonly value: number;
  readonly end: number;
  readonly ticks: readonly number[];
  readonly met: boolean;
  readonly note: string;
  readonly link: string;
}

const { meters } = words.progress;

/** Where each stage ends on a scale over the whole pathway. */
function thresholds(key: string, definition: PathwayDefinition): number[] {
  const needed = definition.requirements.find((r) => r.key === key)?.needed ?? [];
  if (definition.accumulation === "cumulative") return [...needed];
  return needed.map((_, i) => needed.slice(0, i + 1).reduce((sum, n) => sum + n, 0));
}

function standing(key: string, count: PathwayCount): number {
  return count.overall.find((r) => r.requirement.key === key)?.count ?? 0;
}

function stageNote(count: RequirementCount, stage: string): string {
  if (count.remaining > 0) return meters.toGo(amountOf(count.requirement, count.remaining), stage);
  if (count.needed === 0) return "";
  const over = count.count - count.needed;
  return over > 0 ? meters.more(amountOf(count.requirement, over), stage) : meters.reached(stage);
}

function wholeNote(count: RequirementCount, toEnd: number): string {
  return toEnd > 0 ? meters.toEnd(amountOf(count.requirement, toEnd)) : meters.wholeReached;
}

function rhythmNote(count: RequirementCount, rhythm: Rhythm, today: Day): string {
  if (count.requirement.entries !== "supervision" || rhythm.lastOn === null) return "";
  return meters.last(formatAge(daysBetween(rhythm.lastOn, today)));
}

function nounOf({ requirement }: RequirementCount, n: number): string {
  return plural(n, meters.nouns[requirement.measure === "distinct_clients" ? "distinct_clients" : requirement.entries]);
}

/** The words of the link that opens a number: how many entries made it, and how many did not. Voided ones are not asked about. */
function openingWords(count: RequirementCount): string {
  const out = count.leftOut.filter((e) => !e.reasons.some((r) => r.code === "voided"));
  const counted = count.counted.length;
  if (counted + out.length === 0) return meters.open.nothing;
  if (out.length === 0 || (count.requirement.measure === "distinct_clients" && counted > 0)) return meters.open.all(counted, nounOf(count, counted));
  return out.every(isWaiting) ? meters.open.waiting(counted, out.length) : meters.open.some(counted, out.length);
}

function meterOf(count: RequirementCount, stage: StageCount, facts: MeterFacts): MeterView {
  const { requirement } = count;
  const ends = thresholds(requirement.key, facts.definition);
  const [value, end] = [standing(requirement.key, facts.count), ends.at(-1) ?? 0];
  const figure = figureOf(requirement, count.count);
  const isLast = stage.stage === facts.count.stages.at(-1)?.stage;
  const notes = [stageNote(count, stage.name), isLast ? "" : wholeNote(count, end - value), rhythmNote(count, facts.rhythm, facts.count.today)];
  return {
    key: requirement.key, title: requirementTitle(requirement), figure, value, end, ticks: [...new Set(ends.slice(0, -1))],
    of: count.needed === 0 ? meters.noneAsked : meters.of(figureOf(requirement, count.needed)),
    label: meters.label(requirementTitle(requirement), figure, stage.name, figureOf(requirement, count.needed), figureOf(requirement, end)),
    met: count.state === "met", note: notes.filter((note) => note !== "").join(" · "), link: openingWords(count),
  };
}

/** What the meters are computed from. */
export interface MeterFacts {
  readonly count: PathwayCount;
  readonly definition: PathwayDefinition;
  readonly rhythm: Rhythm;
}

/** The numbers of the stage that is shown, in the order of the pathway. */
export function metersOf(facts: MeterFacts): MeterView[] {
  const stage = stageShown(facts.count);
  return stage.requirements.map((count) => meterOf(count, stage, facts));
}
