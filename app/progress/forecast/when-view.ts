import { gateName, requirementTitle } from "#app/pathway/amounts.ts";
import type { PathwayDefinition, StageCount } from "#app/pathway/model.ts";
import { isWithin } from "#app/platform/clock.ts";
import type { Axis } from "#app/ui/range-axis.tsx";
import { formatAbout, formatBetween } from "#app/words/months.ts";
import { words } from "#app/words/words.ts";

import { type Ahead, type AheadFacts, type DatedStage, ENTRIES_AT_LEAST, stagesAhead } from "./ahead.ts";
import { axisOf } from "./axis.ts";
import { noneYet, notBegunText } from "./not-begun-text.ts";

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

function rangeAnswer({ name, isReached, earliestOn, latestOn }: DatedStage): Answer {
  if (isReached) return { before: `${name} `, strong: said.reachedStage, after: said.reachedStageWhy };
  if (earliestOn === null) return { before: `${name} `, strong: said.tooFar, after: said.tooFarWhy };
  if (latestOn === null) return { before: said.notBefore(name), strong: formatAbout(earliestOn), after: said.openEnd };
  return { before: said.likely(name), strong: formatBetween(earliestOn, latestOn), after: said.fullStop };
}

// Cycles are what everybody looks at first: where something else holds a stage up, that is said.
function notCycles(counted: StageCount, holdingUp: readonly string[], { requirements }: PathwayDefinition): string {
  const cycles = requirements.find((r) => r.entries === "cycle" && r.measure === "entries");
  const isMissing = counted.requirements.some((r) => r.requirement.key === cycles?.key && r.remaining > 0);
  return cycles && isMissing && !holdingUp.includes(cycles.key) ? said.notThat(requirementTitle(cycles)) : said.fullStop;
}

interface Telling {
  readonly counted: StageCount;
  readonly definition: PathwayDefinition;
  /** It is the stage under way: what holds it up is said. */
  readonly isNext: boolean;
  /** That it is not begun was said of a stage before. */
  readonly isSaid: boolean;
}

function heldUp({ heldUpBy }: DatedStage, { counted, definition, isNext }: Telling): Answer[] {
  if (!heldUpBy || !isNext) return [];
  return [{ before: said.holdsUp, strong: words.pathways.within(requirementTitle(heldUpBy)), after: notCycles(counted, [heldUpBy.key], definition) }];
}

// Of what is not begun there is no pace to go by: it comes first, and the days are those of the rest.
function heldUpByWhatIsNotBegun(stage: DatedStage, { counted, definition, isNext, isSaid }: Telling): Answer[] {
  const { notBegun } = stage;
  const what = notBegunText(notBegun);
  const none = isSaid ? "" : said.notBegun.colon(noneYet(notBegun));
  const answer = rangeAnswer(stage);
  if (stage.latestOn === null) return [answer, { before: said.notBegun.also, strong: what, after: none + said.fullStop }];
  const holds = isNext ? said.notBegun.holdsUp + notCycles(counted, notBegun.map((one) => one.requirement.key), definition) : "";
  return [{ ...answer, after: said.notBegun.with }, { before: "", strong: what, after: said.notBegun.byThen + none + said.fullStop + holds }];
}

function stageAnswers(stage: DatedStage, before: DatedStage | undefined, telling: Telling): Answer[] {
  const { name, hasPace, isReached, notBegun } = stage;
  const isAfterNoDate = telling.definition.accumulation === "per_stage" && before?.hasPace === false;
  if (isReached || (hasPace && notBegun.length === 0)) return [rangeAnswer(stage), ...heldUp(stage, telling)];
  if (isAfterNoDate) return [{ before: `${name} `, strong: said.notBegun.noDateEither, after: said.notBegun.noDateEitherWhy(before.name) }];
  if (!hasPace) return [{ before: `${name} `, strong: said.notBegun.noDate, after: said.notBegun.noDateWhy(notBegunText(notBegun), noneYet(notBegun), notBegun.length) }];
  return [...heldUpByWhatIsNotBegun(stage, telling), ...(stage.latestOn === null ? heldUp(stage, telling) : [])];
}

function answersOf({ stages }: Dated, { count, definition }: AheadFacts): Answer[] {
  const keys = (upTo: readonly DatedStage[]) => upTo.flatMap((s) => s.notBegun.map((one) => one.requirement.key));
  const next = stages.findIndex((s) => !s.isReached);
  return stagesAhead(count).flatMap((counted, i) => {
    const [stage, saidOf] = [stages[i], keys(stages.slice(0, i))];
    if (!stage) return [];
    return stageAnswers(stage, stages[i - 1], { counted, definition, isNext: i === next, isSaid: keys([stage]).every((key) => saidOf.includes(key)) });
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
