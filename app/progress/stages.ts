import { gateName } from "#app/pathway/amounts.ts";
import type { GateState, PathwayCount, PathwayDefinition, StageCount } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { capitalise, formatDayShort } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";


/** One gate as it is shown: done, or how far. */
export interface GateView {
  readonly key: string;
  readonly name: string;
  /** "done", "not yet", "2 of 4 half-days". */
  readonly chip: string;
  readonly note: string;
  readonly isOpen: boolean;
}

function bareName({ gate }: Pick<GateState, "gate">): string {
  return gateName(gate).replace(/^the /, "");
}

function gateView({ gate, halfDays, state, counted }: GateState, count: PathwayCount): GateView {
  const said = words.progress.gatesLine;
  const stage = count.stages.find((s) => s.stage === gate.closesStage);
  const last = counted.map((c) => c.countsOn).sort().at(-1);
  const isOpen = state === "open";
  return {
    key: gate.key, name: capitalise(bareName({ gate })), isOpen,
    chip: isOpen ? said.done : halfDays === 0 ? said.notYet : said.some(halfDays, gate.halfDaysNeeded),
    note: isOpen && last !== undefined ? said.doneOn(last) : stage ? said.closes(stage.name) : "",
  };
}

/** The pathway's gates, by the stage that each closes. */
export function gatesOf(count: PathwayCount): GateView[] {
  return count.stages.flatMap((s) => s.gates).map((gate) => gateView(gate, count));
}

/** One stage of the stepper. */
export interface StageView {
  readonly name: string;
  readonly state: "done" | "now" | "again" | "ahead";
  readonly stateText: string | undefined;
  readonly detail: string;
}

/** Who decided a stage, and when. */
export interface Decided {
  readonly stage: number;
  readonly closedOn: Day;
  readonly deciderName: string;
}

/** What the stepper is computed from. */
export interface StageFacts {
  readonly count: PathwayCount;
  readonly definition: PathwayDefinition;
  readonly startedOn: Day;
  readonly decided: readonly Decided[];
  readonly isOwn: boolean;
}

function stageDetail(stage: StageCount, { count, definition, startedOn, decided, isOwn }: StageFacts): string {
  const said = words.progress.stages;
  const closing = decided.find((d) => d.stage === stage.stage);
  if (stage.state === "closed") return closing ? said.closed(closing.closedOn, closing.deciderName) : said.closedOn(stage.closedOn ?? startedOn);
  if (stage.state === "ahead") {
    const closes = definition.stages.find((s) => s.number === stage.stage)?.closing ?? "own_supervisor";
    return (isOwn ? said.closing : said.closingOf)[closes];
  }
  const since = decided.find((d) => d.stage === stage.stage - 1)?.closedOn ?? startedOn;
  const gates = stage.gates.map((g) => (g.state === "open" ? said.gateOpen : said.gateShut)(bareName(g)));
  const first = stage.state === "reopened" ? said.reopenedText : since > count.today ? said.starts(since) : said.since(formatDayShort(since, count.today));
  return [first, ...gates].join("; ");
}

const STATES = { closed: "done", under_way: "now", reopened: "again", ahead: "ahead" } as const;

/** The stages of the pathway: closed by whom and when, under way with its gates, ahead. */
export function stagesOf(facts: StageFacts): StageView[] {
  const { now, reopened } = words.progress.stages;
  return facts.count.stages.map((stage) => ({
    name: stage.name, state: STATES[stage.state], detail: stageDetail(stage, facts),
    stateText: stage.state === "under_way" ? now : stage.state === "reopened" ? reopened : undefined,
  }));
}
