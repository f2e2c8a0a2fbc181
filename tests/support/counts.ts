import type { CountedEntry, GateState, LeftOutEntry, PathwayCount, PathwayDefinition, Requirement, RequirementCount, StageCount } from "#app/pathway/model.ts";
import { withoutSurplus } from "#app/pathway/requirement-count.ts";
import type { Day } from "#app/platform/clock.ts";

/** A pathway of six clients, eighteen cycles, fifteen hours and two peer sessions, for rules that read a count. */
export const plainDefinition: PathwayDefinition = {
  stages: [
    { number: 1, name: "Stage 1", closing: "own_supervisor" },
    { number: 2, name: "Stage 2", closing: "own_supervisor" },
    { number: 3, name: "Stage 3", closing: "independent_reviewer" },
  ],
  accumulation: "cumulative",
  requirements: [
    { key: "clients", label: "Clients", entries: "cycle", measure: "distinct_clients", needed: [2, 4, 6] },
    { key: "cycles", label: "Cycles", entries: "cycle", measure: "entries", needed: [6, 12, 18] },
    { key: "supervision", label: "Supervision", entries: "supervision", measure: "minutes", needed: [300, 600, 900] },
    { key: "peer_supervision", label: "Peer supervision", entries: "peer_supervision", measure: "entries", needed: [0, 1, 2] },
  ],
  gates: [
    { key: "initial_course", label: "Initial course", training: "initial_course", halfDaysNeeded: 4, closesStage: 1 },
    { key: "mid_point", label: "Mid-point half-day", training: "mid_point", halfDaysNeeded: 1, closesStage: 2 },
  ],
  settings: {
    supervisionNeedsConfirmation: true, peerSupervisionNeedsConfirmation: true, supervisorInTrainingCounts: false,
    clientCountsWith: "one_cycle", lateEntriesBelongTo: "stage_of_their_day",
  },
  sources: [{ label: "A test" }],
};

interface CountPlan {
  readonly today?: Day;
  readonly definition?: PathwayDefinition;
  /** The stage under way; null: all closed. */
  readonly underWay?: 1 | 2 | 3 | null;
  readonly reopened?: boolean;
  /** How much of each requirement counts, by key; nothing where it is not named. */
  readonly amounts?: Readonly<Record<string, number>>;
  /** Keys of the gates that are open. */
  readonly open?: readonly string[];
  readonly leftOut?: Readonly<Record<string, readonly LeftOutEntry[]>>;
}

/** One entry for each unit that counts; minutes in one. */
function countedOf(requirement: Requirement, amount: number): CountedEntry[] {
  if (amount === 0) return [];
  const each = requirement.measure === "minutes" ? [amount] : Array.from({ length: amount }, () => 1);
  return each.map((n, i) => ({ entryId: `${requirement.key}-${String(i)}`, amount: n, countsOn: "2026-01-01", recognised: false }));
}

function requirementCount(requirement: Requirement, stage: number, plan: CountPlan): RequirementCount {
  const [count, needed] = [plan.amounts?.[requirement.key] ?? 0, requirement.needed[stage - 1] ?? 0];
  const remaining = Math.max(0, needed - count);
  return {
    requirement, stage, count, needed, remaining, state: remaining === 0 ? "met" : "not_met",
    surplus: 0, percent: needed === 0 ? 100 : Math.floor((count * 100) / needed), counted: countedOf(requirement, count), leftOut: plan.leftOut?.[requirement.key] ?? [],
  };
}

// As the rule has it: where stages have their own, each gives no more than it asks.
function overallCount(requirement: Requirement, plan: CountPlan, { accumulation }: PathwayDefinition): RequirementCount {
  if (accumulation === "cumulative") return requirementCount(requirement, 3, plan);
  return withoutSurplus(requirementCount(requirement, 3, plan), [1, 2, 3].map((stage) => requirementCount(requirement, stage, plan)));
}

function gateStates(definition: PathwayDefinition, stage: number, plan: CountPlan): GateState[] {
  return definition.gates.filter((gate) => gate.closesStage === stage).map((gate) => {
    const isOpen = plan.open?.includes(gate.key) ?? false;
    return { gate, halfDays: isOpen ? gate.halfDaysNeeded : 0, state: isOpen ? "open" : "shut", counted: [], leftOut: plan.leftOut?.[gate.key] ?? [] };
  });
}

function stateOf(stage: number, { underWay = 1, reopened = false }: CountPlan): StageCount["state"] {
  if (underWay === null || stage < underWay) return "closed";
  if (stage > underWay) return "ahead";
  return reopened ? "reopened" : "under_way";
}

/** A count as the rule would give it, made by hand: the same amounts for every stage. */
export function sampleCount(plan: CountPlan = {}): PathwayCount {
  const { today = "2026-03-01", definition = plainDefinition, underWay = 1 } = plan;
  const stages = definition.stages.map(({ number, name }) => {
    const requirements = definition.requirements.map((r) => requirementCount(r, number, plan));
    const state = stateOf(number, plan);
    return {
      stage: number, name, state, closedOn: state === "closed" ? `2026-02-0${String(number)}` : null, requirements,
      gates: gateStates(definition, number, plan), numbersReached: requirements.every((r) => r.state === "met"),
    };
  });
  return { today, stageUnderWay: underWay, stages, overall: definition.requirements.map((r) => overallCount(r, plan, definition)), unasked: [] };
}
