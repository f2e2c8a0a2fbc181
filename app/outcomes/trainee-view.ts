import type { DecisionDay } from "#app/accreditation/decision-day.ts";
import type { WorkDay, WorkKind } from "#app/logbook/work-day.ts";
import { amountOf, gateName, requirementTitle } from "#app/pathway/amounts.ts";
import type { Gate, Requirement } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { capitalise, formatDay, formatMinutes } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { sayLastActive, sayPace, sayStanding } from "./cohort-rows.ts";
import type { Standing, TraineeFacts } from "./model.ts";
import { type StageFigure, stageFigures } from "./stage-figures.ts";
import { standingOf } from "./standing.ts";

const said = words.outcomes.trainee;

/** What counts, an entry of a requirement or gate at a time: its day, and how much. */
export interface CountedDay {
  readonly requirement: string;
  readonly entryId: string;
  readonly amount: number;
  readonly countsOn: Day;
}

/** A stage that is asked for and not decided on: never its evidence. */
export interface LedRequest {
  readonly id: string;
  readonly stage: number;
  readonly askedOn: Day;
  /** False where the own supervisor decides. */
  readonly takesReviewer: boolean;
  readonly reviewer: string | null;
}

/** Who reopened a stage that was closed on that day, and why. */
export interface Reopening {
  readonly stage: number;
  readonly closedOn: Day;
  readonly by: string;
  readonly reason: string;
}

/** One trainee as the leads of their programme see them: counts, days and decisions. */
export interface LedTrainee {
  readonly facts: TraineeFacts;
  readonly pathway: string;
  readonly counted: readonly CountedDay[];
  readonly work: readonly WorkDay[];
  readonly decisions: readonly DecisionDay[];
  readonly reopenings: readonly Reopening[];
  readonly request: LedRequest | null;
  /** Names of those who decided. */
  readonly names: ReadonlyMap<string, string>;
}

/** A day that made a number, or did not. */
interface DayLine {
  readonly key: string;
  readonly day: string;
  readonly what: string;
  readonly amount: string;
  readonly counts: "yes" | "no" | "planned";
  /** The entry, where a signed stage locks it, so that its trainee can no longer void it. */
  readonly lockedId: string | null;
}

/** The days behind one number. */
export interface DaysView {
  /** The key of a requirement or a gate: the number's link leads here. */
  readonly key: string;
  readonly title: string;
  readonly lines: readonly DayLine[];
}

/** A decision on a stage, in words. */
export interface DecisionView {
  readonly key: string;
  readonly stage: string;
  readonly what: string;
  readonly by: string;
  readonly on: string;
}

/** A stage by its number and name. */
export interface NamedStage {
  readonly stage: number;
  readonly name: string;
}

/** A trainee's page for a lead, ready to be shown. */
export interface TraineeView {
  readonly traineeId: string;
  readonly heading: string;
  readonly kicker: string;
  readonly standing: Standing;
  readonly state: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly stage: string;
  readonly figures: readonly StageFigure[];
  readonly decisions: readonly DecisionView[];
  readonly days: readonly DaysView[];
  /** Those that stand signed. */
  readonly closedStages: readonly NamedStage[];
  readonly request: (LedRequest & { readonly stageName: string }) | null;
}

function standingClosings({ closings }: TraineeFacts, today: Day): TraineeFacts["closings"] {
  return closings.filter((c) => !c.reopened && c.closedOn <= today);
}

function stageName(stage: number, { definition }: TraineeFacts): string {
  return definition.stages.find((s) => s.number === stage)?.name ?? "";
}

function reopenedText({ reopenings }: LedTrainee, stage: number, closedOn: Day, on: Day | undefined): string {
  const why = reopenings.find((r) => r.stage === stage && r.closedOn === closedOn);
  return why === undefined || on === undefined ? said.decisions.closedReopened : said.decisions.reopened(on, why.by, why.reason);
}

function decisionsOf(trainee: LedTrainee): DecisionView[] {
  const { facts, decisions, names } = trainee;
  const nameOf = (id: string) => names.get(id) ?? "";
  const closed = facts.closings.map((c) => ({
    on: c.closedOn, stage: c.stage, by: c.decidedBy,
    what: c.reopened ? reopenedText(trainee, c.stage, c.closedOn, c.reopenedOn) : said.decisions.closed,
  }));
  const signed = decisions.map((d) => ({ on: d.decidedOn, stage: d.stage, by: d.decidedBy, what: said.decisions.outcomes[d.outcome] }));
  return [...signed, ...closed].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).map((d, i) => ({
    key: String(i), stage: stageName(d.stage, facts), what: d.what, by: nameOf(d.by), on: formatDay(d.on),
  }));
}

function whatOf({ kind, filmedOn, day }: WorkDay): string {
  if (kind !== "cycle") return said.days[kind];
  return day === null || filmedOn === null ? said.days.unreviewed : said.days.cycle(filmedOn);
}

function workLine(work: WorkDay, counts: ReadonlySet<string>, { facts }: LedTrainee, today: Day): DayLine {
  const on = work.day ?? work.filmedOn ?? "";
  const isLocked = standingClosings(facts, today).some((c) => work.day !== null && work.day <= c.closedOn);
  return {
    key: work.entryId, day: formatDay(on), what: whatOf(work), amount: work.minutes === null ? "" : formatMinutes(work.minutes),
    counts: counts.has(work.entryId) ? "yes" : on > today ? "planned" : "no", lockedId: isLocked ? work.entryId : null,
  };
}

/** Days that count and that no work of the log stands for: clients by the day from which they count, and recognised prior work. */
function countedLine(requirement: Requirement, isClient: boolean) {
  return (c: CountedDay): DayLine => ({
    key: c.entryId, day: formatDay(c.countsOn), what: isClient ? said.days.client : said.days.recognised,
    amount: isClient ? "" : amountOf(requirement, c.amount), counts: "yes", lockedId: null,
  });
}

function daysOfRequirement(requirement: Requirement, trainee: LedTrainee, today: Day): DaysView {
  const { counted, work } = trainee;
  const own = counted.filter((c) => c.requirement === requirement.key).sort((a, b) => (a.countsOn < b.countsOn ? 1 : -1));
  const logged = new Set(work.map((w) => w.entryId));
  const title = said.days.title(requirementTitle(requirement));
  const recognised = own.filter((c) => !logged.has(c.entryId)).map(countedLine(requirement, false));
  if (requirement.measure === "distinct_clients") {
    return { key: requirement.key, title, lines: [...own.filter((c) => logged.has(c.entryId)).map(countedLine(requirement, true)), ...recognised] };
  }
  const counts = new Set(own.map((c) => c.entryId));
  return { key: requirement.key, title, lines: [...work.filter((w) => w.kind === requirement.entries).map((w) => workLine(w, counts, trainee, today)), ...recognised] };
}

function daysOfGates(gates: readonly Gate[], trainee: LedTrainee, today: Day): DaysView[] {
  const { counted, work } = trainee;
  if (gates.length === 0) return [];
  const counts = new Set(counted.filter((c) => gates.some((g) => g.key === c.requirement)).map((c) => c.entryId));
  const kind: WorkKind = "training";
  return [{ key: kind, title: said.days.title(said.days.training), lines: work.filter((w) => w.kind === kind).map((w) => workLine(w, counts, trainee, today)) }];
}

function gatesText({ definition, sums }: TraineeFacts): string {
  const { done, notYet, some } = words.progress.gatesLine;
  return definition.gates.map((gate) => {
    const have = sums.filter((s) => s.requirement === gate.key).reduce((n, s) => n + s.amount, 0);
    const state = have >= gate.halfDaysNeeded ? done : have === 0 ? notYet : some(have, gate.halfDaysNeeded);
    return `${capitalise(gateName(gate).replace(/^the /, ""))}: ${state}`;
  }).join("; ");
}

function factsOf(facts: TraineeFacts, standing: Standing, today: Day): TraineeView["facts"] {
  const pauses = facts.pauses.map((p) => said.pause(p.from, p.to)).join("; ");
  return [
    { term: said.facts.started, value: formatDay(facts.startedOn) }, { term: said.facts.last, value: sayLastActive(facts) },
    { term: said.facts.pace, value: sayPace(facts, standing, today) }, { term: said.facts.pauses, value: pauses === "" ? said.noPauses : pauses },
    { term: said.facts.gates, value: gatesText(facts) },
  ];
}

/** The page of one trainee for the leads of their programme: every number opens to days and decisions, and no further. */
export function traineeView(trainee: LedTrainee, today: Day): TraineeView {
  const { facts, pathway } = trainee;
  const { definition, name, place } = facts;
  const standing = standingOf(facts, today);
  const state = sayStanding(facts, standing, today);
  const { name: stage, figures } = stageFigures(facts, today);
  const isOver = standing === "accredited" || standing === "withdrawn" || standing === "ended";
  return {
    traineeId: facts.traineeId, closedStages: standingClosings(facts, today).map((c) => ({ stage: c.stage, name: stageName(c.stage, facts) })),
    request: trainee.request && { ...trainee.request, stageName: stageName(trainee.request.stage, facts) },
    heading: isOver ? said.done(name, state) : said.heading(name, stage, state),
    kicker: [place?.board, place?.cohort, pathway].filter((part) => part !== undefined).join(" · "),
    standing, state, facts: factsOf(facts, standing, today), stage, figures, decisions: decisionsOf(trainee),
    days: [...definition.requirements.map((r) => daysOfRequirement(r, trainee, today)), ...daysOfGates(definition.gates, trainee, today)],
  };
}
