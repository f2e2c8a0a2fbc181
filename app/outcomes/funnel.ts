import type { PathwayDefinition } from "#app/pathway/model.ts";
import { closingsInForce, standingClosing } from "#app/pathway/stage-of-day.ts";
import type { Day } from "#app/platform/clock.ts";

import { type Step, STEPS, type TraineeFacts } from "./model.ts";
import { countedOf } from "./stage-figures.ts";

function hasClosed(stage: number, { closings }: TraineeFacts, today: Day): boolean {
  return standingClosing(stage, closingsInForce(closings, today)) !== undefined;
}

function gateOf(definition: PathwayDefinition, training: "initial_course" | "mid_point") {
  return definition.gates.find((gate) => gate.training === training);
}

function hasPassed(training: "initial_course" | "mid_point", facts: TraineeFacts): boolean {
  const gate = gateOf(facts.definition, training);
  return gate !== undefined && countedOf(facts, gate.key) >= gate.halfDaysNeeded;
}

function hasCycle(facts: TraineeFacts): boolean {
  return facts.definition.requirements.some((r) => r.entries === "cycle" && r.measure === "entries" && countedOf(facts, r.key) > 0);
}

/** True where the trainee has reached that step, whatever the others; a stage that was reopened is not reached (docs/field.md, "Cohorts"). */
export function hasReached(step: Step, facts: TraineeFacts, today: Day): boolean {
  switch (step) {
    case "initial_course": case "mid_point": return hasPassed(step, facts);
    case "first_cycle": return hasCycle(facts);
    case "stage_1": return hasClosed(1, facts, today);
    case "stage_2": return hasClosed(2, facts, today);
    case "accredited": return hasClosed(facts.definition.stages.length, facts, today);
  }
}

/** How many reached a step. */
export interface FunnelStep {
  readonly step: Step;
  readonly reached: number;
}

export interface Funnel {
  readonly of: number;
  readonly steps: readonly FunnelStep[];
  /** How many are on a pathway that asks for no mid-point. */
  readonly withoutMidPoint: number;
}

/** How far these trainees have come. */
export function funnelOf(trainees: readonly TraineeFacts[], today: Day): Funnel {
  return {
    of: trainees.length,
    steps: STEPS.map((step) => ({ step, reached: trainees.filter((t) => hasReached(step, t, today)).length })),
    withoutMidPoint: trainees.filter((t) => !gateOf(t.definition, "mid_point")).length,
  };
}
