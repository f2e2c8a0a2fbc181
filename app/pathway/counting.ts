import type { Day } from "#app/platform/clock.ts";

import { findSameTwice } from "./duplicates.ts";
import { byDay } from "./entry-day.ts";
import { reasonsAgainst } from "./left-out.ts";
import type { CountingCase, LeftOutEntry, LeftOutReason, PathwayCount, PathwayDefinition, RequirementCount, StageClosing, StageCount } from "./model.ts";
import { countGate, countRequirement, isAskedFor, type Judged, type Scope, withoutSurplus } from "./requirement-count.ts";
import { closingsInForce, findStageUnderWay, placeOf, stageState, standingClosing } from "./stage-of-day.ts";

interface Facts {
  readonly definition: PathwayDefinition;
  readonly judged: readonly Judged[];
  readonly closings: readonly StageClosing[];
  readonly stageUnderWay: number | null;
  readonly today: Day;
  readonly endedOn: Day | null;
}

function judge(definition: PathwayDefinition, of: CountingCase, closings: readonly StageClosing[], today: Day): Judged[] {
  const sameAs = findSameTwice(of.entries);
  return of.entries.map((entry) => ({
    entry, ...placeOf(entry, closings, definition), reasons: reasonsAgainst(entry, { settings: definition.settings, of, today, sameAs }),
  }));
}

// A closed stage shows what stood by its closing day; the last one also what came after, since no stage takes that on.
function scopeOf(stage: number, needed: number, { definition, closings, today, endedOn }: Facts): Scope {
  if (definition.accumulation === "per_stage") return { stage, needed, endedOn, asOf: today, holds: (j) => j.stage === stage };
  const closing = stage < definition.stages.length ? standingClosing(stage, closings) : undefined;
  if (!closing) return { stage, needed, endedOn, asOf: today, holds: () => true };
  return { stage, needed, endedOn, asOf: closing.closedOn, holds: (j) => j.placedOn !== null && j.placedOn <= closing.closedOn };
}

function countStage({ number, name }: PathwayDefinition["stages"][number], facts: Facts): StageCount {
  const { definition, judged, closings, stageUnderWay } = facts;
  const requirements = definition.requirements.map((requirement) =>
    countRequirement(requirement, judged, scopeOf(number, requirement.needed[number - 1] ?? 0, facts), definition.settings));
  return {
    stage: number, name, requirements,
    state: stageState(number, closings, stageUnderWay), closedOn: standingClosing(number, closings)?.closedOn ?? null,
    gates: definition.gates.filter((gate) => gate.closesStage === number).map((gate) => countGate(gate, judged)),
    numbersReached: requirements.every((r) => r.state === "met"),
  };
}

function countOverall({ definition, judged, today, endedOn }: Facts, stages: readonly StageCount[]): RequirementCount[] {
  const isPerStage = definition.accumulation === "per_stage";
  return definition.requirements.map((requirement) => {
    const needed = isPerStage ? requirement.needed.reduce((sum, n) => sum + n, 0) : requirement.needed.at(-1) ?? 0;
    const whole = countRequirement(requirement, judged, { stage: definition.stages.length, needed, endedOn, asOf: today, holds: () => true }, definition.settings);
    const own = stages.flatMap((s) => s.requirements).filter((r) => r.requirement.key === requirement.key);
    return isPerStage ? withoutSurplus(whole, own) : whole;
  });
}

// Nothing that was logged may vanish: what no requirement and no gate takes is said too.
function listUnasked({ definition, judged }: Facts): LeftOutEntry[] {
  const isAsked = ({ entry }: Judged) => definition.requirements.some((r) => isAskedFor(entry, r))
    || (entry.kind === "training" && definition.gates.some((g) => g.training === entry.training));
  const unasked: LeftOutReason = { code: "no_such_requirement" };
  return judged.filter((j) => !isAsked(j)).sort((a, b) => byDay(a.entry, b.entry))
    .map(({ entry, reasons }) => ({ entryId: entry.entryId, reasons: entry.voided ? reasons : [...reasons, unasked] }));
}

/**
 * Counts one trainee's entries against a pathway on that day: each requirement of each stage and over the whole, with
 * the entries that made it and, for each one left out, every reason; and each gate (docs/field.md, "Counting").
 * Pure: the order of the entries does not matter, and nothing is ever closed by a number.
 */
export function countPathway(definition: PathwayDefinition, of: CountingCase, today: Day): PathwayCount {
  const closings = closingsInForce(of.closings, today);
  const stageUnderWay = findStageUnderWay(closings, definition.stages.length);
  const facts: Facts = { definition, judged: judge(definition, of, closings, today), closings, stageUnderWay, today, endedOn: of.endedOn };
  const stages = definition.stages.map((stage) => countStage(stage, facts));
  return { today, stageUnderWay, stages, overall: countOverall(facts, stages), unasked: listUnasked(facts) };
}
