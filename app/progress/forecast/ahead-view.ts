import { countOf, requirementTitle } from "#app/pathway/amounts.ts";
import type { Requirement } from "#app/pathway/model.ts";
import { addDays, type Day } from "#app/platform/clock.ts";
import { formatAbout, formatMonth } from "#app/words/months.ts";
import { words } from "#app/words/words.ts";

import { type Ahead, type AheadFacts, aheadOf, type DatedStage } from "./ahead.ts";
import { notBegunText, notBegunTitles } from "./not-begun-text.ts";
import { rangeText } from "./range-text.ts";
import { type MonthAhead, roadMap, type StageRoad } from "./road-map.ts";
import { usualEnd } from "./usual-time.ts";
import { type Change, changeFor } from "./what-if.ts";
import { type WhenView, whenView } from "./when-view.ts";

/** A stage in the table of days. */
interface StageRow {
  readonly stage: string;
  readonly range: string;
  readonly likely: string;
  readonly heldUp: string;
}

/** What one more of something would change for a stage. */
interface ChangeRow {
  readonly stage: string;
  readonly more: string;
  readonly earlier: string;
  readonly then: string;
}

/** One month of a stage: a cell for each requirement that the stage lacks, by its key. */
export interface MonthRow {
  readonly month: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly note: string;
}

/** A stage's months, with the columns that they have. */
export interface RoadView {
  readonly title: string;
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly MonthRow[];
  /** What the stage asks and has already. */
  readonly there: string;
  /** What it lacks that has no months, for it is not begun. */
  readonly beside: string;
}

/** The page that lays open when. */
export interface AheadView {
  readonly heading: string;
  readonly when: WhenView;
  readonly stages: readonly StageRow[];
  readonly changes: readonly ChangeRow[];
  /** What cannot change for it is not begun; empty where everything is. */
  readonly changesNothing: string;
  readonly roads: readonly RoadView[];
  readonly time: readonly { readonly term: string; readonly value: string }[];
  readonly method: readonly string[];
}

const said = words.progress.ahead.page;

function headingOf(ahead: Ahead): string {
  if (ahead.kind === "reached") return said.headingReached;
  if (ahead.kind === "too_little") return said.headingTooLittle;
  const next = ahead.stages.find((stage) => !stage.isReached);
  if (!next) return said.headingReached;
  return next.earliestOn === null ? said.headingUnknown(next.name) : said.heading(next.name, rangeText(next), notBegunText(next.notBegun));
}

function heldUpText({ heldUpBy, notBegun }: DatedStage): string {
  const title = heldUpBy ? requirementTitle(heldUpBy) : "";
  if (notBegun.length === 0) return title;
  const first = said.stages.notBegun(notBegunTitles(notBegun));
  return heldUpBy ? said.stages.then(first, title) : first;
}

function stageRow(stage: DatedStage): StageRow {
  const { name, isReached, hasPace, likelyOn } = stage;
  const none = hasPace ? said.stages.tooFar : said.stages.noDate;
  return { stage: name, range: rangeText(stage), heldUp: heldUpText(stage), likely: isReached ? "" : likelyOn === null ? none : formatAbout(likelyOn) };
}

function oneMore(requirement: Requirement): string {
  const title = requirementTitle(requirement);
  return requirement.measure === "minutes" ? said.change.hour(title) : said.change.one(words.pathways.requirements[requirement.key]?.forms?.one, title);
}

function changeRow({ stage, requirement, weeksEarlier, heldUpBy }: Change): ChangeRow {
  return { stage: stage.name, more: oneMore(requirement), earlier: said.change.weeks(weeksEarlier), then: heldUpBy ? requirementTitle(heldUpBy) : "" };
}

function lastOfMonth(month: Day): Day {
  return addDays(`${addDays(month, 31).slice(0, 8)}01`, -1);
}

function monthRow({ month, upTo, milestones, pauses, shares }: MonthAhead): MonthRow {
  const notes = [...pauses.map((p) => said.road.pause(p.from, p.to)), ...shares.map((s) => said.road.share(s.percent, s.from))];
  return {
    month: upTo === lastOfMonth(month) ? formatMonth(month) : said.road.upTo(formatMonth(month), upTo), note: notes.join("; "),
    cells: Object.fromEntries(milestones.map(({ requirement, amount, needed }) => [requirement.key, countOf(requirement, amount, needed)])),
  };
}

function roadView({ stage, months }: StageRoad, { count }: AheadFacts): RoadView {
  const lacking = months[0]?.milestones.map((m) => m.requirement) ?? [];
  const asked = count.stages.find((s) => s.stage === stage.stage)?.requirements.filter((r) => r.needed > 0) ?? [];
  const missing = [...lacking, ...stage.notBegun.map((one) => one.requirement)];
  const there = asked.filter((r) => !missing.some((l) => l.key === r.requirement.key)).map((r) => requirementTitle(r.requirement));
  return {
    title: said.road.stage(stage.name, stage.likelyOn ?? count.today), rows: months.map(monthRow), there: there.length === 0 ? "" : said.road.there(there),
    beside: stage.notBegun.length === 0 ? "" : said.road.beside(notBegunText(stage.notBegun)),
    columns: lacking.map((requirement) => ({ key: requirement.key, title: requirementTitle(requirement) })),
  };
}

function timeOf({ time, startedOn }: AheadFacts): AheadView["time"] {
  const { shares, pauses } = time;
  const usual = usualEnd(time, startedOn);
  return [
    { term: said.time.usual, value: said.time.usualText(formatMonth(usual.from), formatMonth(usual.to)) },
    { term: said.time.shares, value: shares.length === 0 ? said.time.fullTime : shares.map((s) => said.time.share(s.percent, s.from)).join("; ") },
    { term: said.time.pauses, value: pauses.length === 0 ? said.time.noPauses : pauses.map((p) => said.time.pause(p.from, p.to)).join("; ") },
  ];
}

/** The page in words; undefined where nothing is ahead: the pathway is over, or every stage closed. */
export function aheadView(facts: AheadFacts): AheadView | undefined {
  const ahead = aheadOf(facts);
  const when = whenView(ahead, facts);
  if (ahead === null || when === null) return undefined;
  const stages = ahead.kind === "dated" ? ahead.stages : [];
  const notBegun = stages.at(-1)?.notBegun ?? [];
  return {
    heading: headingOf(ahead), when, stages: stages.map(stageRow),
    changes: stages.flatMap((stage) => changeFor(facts, stage) ?? []).map(changeRow),
    changesNothing: notBegun.length === 0 ? "" : said.change.notBegun(notBegunTitles(notBegun)),
    roads: roadMap(facts, stages).map((road) => roadView(road, facts)),
    time: timeOf(facts), method: words.progress.ahead.page.method.paragraphs(!(ahead.kind === "dated" && ahead.isOwnAlone)),
  };
}
