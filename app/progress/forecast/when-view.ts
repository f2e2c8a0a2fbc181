import { gateName, requirementTitle } from "#app/pathway/amounts.ts";
import type { PathwayDefinition, StageCount } from "#app/pathway/model.ts";
import { isWithin } from "#app/platform/clock.ts";
import type { Axis } from "#app/ui/range-axis.tsx";
import { formatAbout, formatBetween } from "#app/words/months.ts";
import { words } from "#app/words/words.ts";

import { type Ahead, type AheadFacts, type DatedStage, ENTRIES_AT_LEAST, stagesAhead } from "./ahead.ts";
import { axisOf } from "./axis.ts";

/** A sentence with its answer made strong. */
interface Answer {
  readonly before: string;
  readonly strong: string;
  readonly after: string;
}

/** The card that says when: what it answers, what is drawn, and what is to be known with it. */
export interface WhenView {
  readonly answers: readonly Answer[];
  readonly axis: Axis | null;
  readonly notes: readonly string[];
}

const said = words.progress.ahead;

type Dated = Extract<Ahead, { kind: "dated" }>;

function stageAnswer({ name, isReached, earliestOn, latestOn, heldUpBy }: DatedStage, { isOwnAlone, begun }: Dated): Answer {
  const hasPace = !isOwnAlone || heldUpBy === null || begun.includes(heldUpBy.key);
  if (isReached) return { before: `${name} `, strong: said.reachedStage, after: said.reachedStageWhy };
  if (earliestOn === null && heldUpBy !== null && !hasPace) return { before: `${name} `, strong: said.noPace, after: said.noPaceWhy(requirementTitle(heldUpBy)) };
  if (earliestOn === null) return { before: `${name} `, strong: said.tooFar, after: said.tooFarWhy };
  if (latestOn === null) return { before: said.notBefore(name), strong: formatAbout(earliestOn), after: said.openEnd };
  return { before: said.likely(name), strong: formatBetween(earliestOn, latestOn), after: said.fullStop };
}

// Cycles are what everybody looks at first: where something else comes last, that is said.
function heldUp({ heldUpBy }: DatedStage, counted: StageCount | undefined, { requirements }: PathwayDefinition): Answer[] {
  if (!heldUpBy) return [];
  const cycles = requirements.find((r) => r.entries === "cycle" && r.measure === "entries");
  const isMissing = counted?.requirements.some((r) => r.requirement.key === cycles?.key && r.remaining > 0) ?? false;
  const after = cycles && isMissing && cycles.key !== heldUpBy.key ? said.notThat(requirementTitle(cycles)) : said.fullStop;
  return [{ before: said.holdsUp, strong: words.pathways.within(requirementTitle(heldUpBy)), after }];
}

function answersOf(ahead: Dated, { count, definition }: AheadFacts): Answer[] {
  return ahead.stages.flatMap((stage, i) => {
    const isNext = ahead.stages.findIndex((s) => !s.isReached) === i;
    return [stageAnswer(stage, ahead), ...(isNext ? heldUp(stage, count.stages.find((s) => s.stage === stage.stage), definition) : [])];
  });
}

/** What is to be known with the days: what they leave out, from whose work they come, a pause that holds now. */
function notesOf(isOwnAlone: boolean, { count, time }: AheadFacts): string[] {
  const gates = stagesAhead(count).flatMap((s) => s.gates).filter((g) => g.state === "shut").map((g) => gateName(g.gate));
  const pause = time.pauses.find((p) => isWithin(count.today, p));
  return [...(pause ? [said.paused(pause.to)] : []), said.numbersOnly(gates), ...(isOwnAlone ? [said.ownAlone] : [])];
}

/** The card in words; null where nothing is ahead. */
export function whenView(ahead: Ahead | null, facts: AheadFacts): WhenView | null {
  if (ahead === null) return null;
  const { today } = facts.count;
  switch (ahead.kind) {
    case "reached": return { answers: [], axis: null, notes: [said.reached] };
    case "too_little": return { answers: [], axis: null, notes: [said.tooLittle(ahead.entries, ahead.notBefore, ahead.notBefore <= today && ahead.entries < ENTRIES_AT_LEAST)] };
    case "dated": return { answers: answersOf(ahead, facts), axis: axisOf(ahead.stages, today), notes: notesOf(ahead.isOwnAlone, facts) };
  }
}
