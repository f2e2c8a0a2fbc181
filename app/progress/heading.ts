import { gateName, spelledAmount } from "#app/pathway/amounts.ts";
import type { PathwayCount, StageCount } from "#app/pathway/model.ts";
import { type Day, isWithin } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";


/** A planned pause, both days inside. Nobody asks for its reason. */
export interface Pause {
  readonly from: Day;
  readonly to: Day;
}

/** What the heading of a trainee's progress is computed from. */
export interface HeadingFacts {
  readonly count: PathwayCount;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly outcome: "withdrawn" | "accredited" | null;
  readonly pauses: readonly Pause[];
  /** Whether anything stands in the log, counted or not. */
  readonly hasEntries: boolean;
  /** The trainee reads "your first cycle", a supervisor "the first cycle". */
  readonly isOwn: boolean;
}

/** The planned pause that today falls in. */
export function pauseOn(pauses: readonly Pause[], today: Day): Pause | undefined {
  return pauses.find((pause) => isWithin(today, pause));
}

/** The stage that the page is about: the one under way, or the last once all are closed. */
export function stageShown(count: PathwayCount): StageCount {
  const stage = count.stages.find((s) => s.stage === count.stageUnderWay) ?? count.stages.at(-1);
  if (!stage) throw new Error("a pathway has stages");
  return stage;
}

// Only a decision accredits: an enrolment that says so without its last stage closed has merely ended.
function ending({ count, endedOn, outcome }: HeadingFacts): string | undefined {
  const last = count.stages.at(-1);
  if (last?.state === "closed") return words.progress.heading.accredited(last.closedOn);
  if (endedOn === null || endedOn > count.today) return undefined;
  return outcome === "withdrawn" ? words.progress.heading.withdrawn(endedOn) : words.progress.heading.ended(endedOn);
}

function stageName(stage: StageCount, { pauses, count }: HeadingFacts): string {
  const name = stage.state === "reopened" ? words.progress.heading.reopened(stage.name) : stage.name;
  const pause = pauseOn(pauses, count.today);
  return pause ? words.progress.heading.paused(name, pause.to) : name;
}

/**
 * The answer to "how far?" in one true sentence: what is missing in the stage under way, in the order of the pathway.
 * Reaching the numbers never says "accredited" (docs/field.md, "Stages").
 */
export function headingOf(facts: HeadingFacts): string {
  const { count, isOwn } = facts;
  const ended = ending(facts);
  if (ended !== undefined) return ended;
  if (facts.startedOn > count.today) return words.progress.heading.notStarted(facts.startedOn);
  const stage = stageShown(count);
  const name = stageName(stage, facts);
  if (!facts.hasEntries && stage.stage === count.stages[0]?.stage) {
    return isOwn ? words.progress.heading.firstCycle(name) : words.progress.heading.firstCycleOf(name);
  }
  const beside = stage.requirements.map((r) => r.requirement);
  const missing = stage.requirements.filter((r) => r.state === "not_met").map((r) => spelledAmount(r.requirement, r.remaining, beside));
  if (missing.length > 0) return words.progress.heading.toGo(name, missing);
  const shut = stage.gates.filter((g) => g.state === "shut").map((g) => gateName(g.gate));
  return shut.length > 0 ? words.progress.heading.gateMissing(name, shut) : words.progress.heading.reached(name);
}
