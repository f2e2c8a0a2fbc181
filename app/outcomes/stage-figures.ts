import { countOf, figureOf, requirementTitle } from "#app/pathway/amounts.ts";
import type { Requirement } from "#app/pathway/model.ts";
import { closingsInForce, stageState } from "#app/pathway/stage-of-day.ts";
import type { Day } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

import type { TraineeFacts } from "./model.ts";
import { stageUnderWay } from "./standing.ts";

/** One count of the stage that is shown. */
export interface StageFigure {
  /** The requirement's key. */
  readonly key: string;
  readonly title: string;
  /** "10 of 12", "8 h 30 of 10 h". */
  readonly text: string;
  readonly isMet: boolean;
  /** What counts over the whole pathway, and what the end asks: "10 of 18". */
  readonly inAll: string;
}

/** The stage under way, or the last once all are closed, with its counts. */
export interface StageFigures {
  readonly stage: number;
  /** "Stage 2", "Stage 2, reopened". */
  readonly name: string;
  readonly figures: readonly StageFigure[];
}

/** How much counts of a requirement or a gate: in one stage, or in all. */
export function countedOf({ sums }: Pick<TraineeFacts, "sums">, key: string, stage?: number): number {
  return sums.filter((s) => s.requirement === key && (stage === undefined || s.stage === stage)).reduce((n, s) => n + s.amount, 0);
}

// On a pathway of its own stages, each gives at most what it asks (docs/field.md, "Per-stage pathways").
function wholeOf(requirement: Requirement, facts: TraineeFacts): { count: number; needed: number } {
  if (facts.definition.accumulation === "cumulative") return { count: countedOf(facts, requirement.key), needed: requirement.needed.at(-1) ?? 0 };
  const count = requirement.needed.reduce((sum, needed, i) => sum + Math.min(needed, countedOf(facts, requirement.key, i + 1)), 0);
  return { count, needed: requirement.needed.reduce((sum, n) => sum + n, 0) };
}

function figure(requirement: Requirement, stage: number, facts: TraineeFacts): StageFigure {
  const count = facts.definition.accumulation === "cumulative" ? countedOf(facts, requirement.key) : countedOf(facts, requirement.key, stage);
  const needed = requirement.needed[stage - 1] ?? 0;
  const whole = wholeOf(requirement, facts);
  return {
    key: requirement.key, title: requirementTitle(requirement), text: countOf(requirement, count, needed), isMet: count >= needed,
    inAll: words.pathways.countOf(figureOf(requirement, whole.count), figureOf(requirement, whole.needed)),
  };
}

/** The counts of the stage under way, from the projection of what counts: as the trainee's own page has them. */
export function stageFigures(facts: TraineeFacts, today: Day): StageFigures {
  const { definition } = facts;
  const underWay = stageUnderWay(facts, today);
  const stage = underWay ?? definition.stages.length;
  const name = definition.stages.find((s) => s.number === stage)?.name ?? "";
  const isReopened = stageState(stage, closingsInForce(facts.closings, today), underWay) === "reopened";
  return { stage, name: isReopened ? words.progress.heading.reopened(name) : name, figures: definition.requirements.map((r) => figure(r, stage, facts)) };
}
