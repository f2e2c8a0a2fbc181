import type { DecisionDay } from "#app/accreditation/decision-day.ts";
import type { RecognisedEntry } from "#app/logbook/recognised.ts";
import type { WorkDay, WorkKind } from "#app/logbook/work-day.ts";
import { amountOf, requirementTitle } from "#app/pathway/amounts.ts";
import type { Gate, Requirement } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { formatDay, formatMinutes } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { sayLastActive, sayPace, sayStanding } from "./cohort-rows.ts";
import { gatesText } from "./gates-text.ts";
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

/** One trainee as the leads of their programme see them: counts, days and decisions. */
export interface LedTrainee {
  readonly facts: TraineeFacts;
  readonly pathway: string;
  readonly counted: readonly CountedDay[];
  readonly work: readonly WorkDay[];
  readonly decisions: readonly DecisionDay[];
  readonly recognised: readonly RecognisedEntry[];
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

/** Earlier work that was recognised, in words; voided by another act of a lead. */
export interface RecognisedView {
  readonly entryId: string;
  readonly towards: string;
  readonly amount: string;
  readonly on: string;
  readonly by: string;
  readonly reason: string;
  readonly voided: boolean;
}

/** A trainee's page for a lead, ready to be shown. */
export interface TraineeView {
  readonly heading: string;
  readonly kicker: string;
  readonly standing: Standing;
  readonly state: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly stage: string;
  readonly figures: readonly StageFigure[];
  readonly decisions: readonly DecisionView[];
  readonly days: readonly DaysView[];
  readonly traineeId: string;
  readonly recognised: readonly RecognisedView[];
}

function recognisedOf({ recognised, facts: { definition } }: LedTrainee): RecognisedView[] {
  return recognised.map(({ entryId, requirement: key, amount, recognisedOn, recognisedBy, reason, voided }) => {
    const requirement = definition.requirements.find((r) => r.key === key);
    return {
      entryId, towards: requirementTitle(requirement ?? { key, label: key }), amount: requirement ? amountOf(requirement, amount) : String(amount),
      on: formatDay(recognisedOn), by: recognisedBy, reason, voided,
    };
  });
}

function stageName(stage: number, { definition }: TraineeFacts): string {
  return definition.stages.find((s) => s.number === stage)?.name ?? "";
}

function decisionsOf({ facts, decisions, names }: LedTrainee): DecisionView[] {
  const nameOf = (id: string) => names.get(id) ?? "";
  const closed = facts.closings.map((c) => ({
    on: c.closedOn, stage: c.stage, by: c.decidedBy,
    what: !c.reopened ? said.decisions.closed : c.reopenedOn === undefined ? said.decisions.closedReopened : said.decisions.reopened(c.reopenedOn),
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

function workLine(work: WorkDay, counts: ReadonlySet<string>, today: Day): DayLine {
  const on = work.day ?? work.filmedOn ?? "";
  return {
    key: work.entryId, day: formatDay(on), what: whatOf(work), amount: work.minutes === null ? "" : formatMinutes(work.minutes),
    counts: counts.has(work.entryId) ? "yes" : on > today ? "planned" : "no",
  };
}

/** Days that count and that no work of the log stands for: clients by the day from which they count, and recognised prior work. */
function countedLine(requirement: Requirement, isClient: boolean) {
  return (c: CountedDay): DayLine => ({
    key: c.entryId, day: formatDay(c.countsOn), what: isClient ? said.days.client : said.days.recognised,
    amount: isClient ? "" : amountOf(requirement, c.amount), counts: "yes",
  });
}

function daysOfRequirement(requirement: Requirement, { counted, work }: LedTrainee, today: Day): DaysView {
  const own = counted.filter((c) => c.requirement === requirement.key).sort((a, b) => (a.countsOn < b.countsOn ? 1 : -1));
  const logged = new Set(work.map((w) => w.entryId));
  const title = said.days.title(requirementTitle(requirement));
  const recognised = own.filter((c) => !logged.has(c.entryId)).map(countedLine(requirement, false));
  if (requirement.measure === "distinct_clients") {
    return { key: requirement.key, title, lines: [...own.filter((c) => logged.has(c.entryId)).map(countedLine(requirement, true)), ...recognised] };
  }
  const counts = new Set(own.map((c) => c.entryId));
  return { key: requirement.key, title, lines: [...work.filter((w) => w.kind === requirement.entries).map((w) => workLine(w, counts, today)), ...recognised] };
}

function daysOfGates(gates: readonly Gate[], { counted, work }: LedTrainee, today: Day): DaysView[] {
  if (gates.length === 0) return [];
  const counts = new Set(counted.filter((c) => gates.some((g) => g.key === c.requirement)).map((c) => c.entryId));
  const kind: WorkKind = "training";
  return [{ key: kind, title: said.days.title(said.days.training), lines: work.filter((w) => w.kind === kind).map((w) => workLine(w, counts, today)) }];
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
    heading: isOver ? said.done(name, state) : said.heading(name, stage, state),
    kicker: [place?.board, place?.cohort, pathway].filter((part) => part !== undefined).join(" · "),
    standing, state, facts: factsOf(facts, standing, today), stage, figures, decisions: decisionsOf(trainee),
    traineeId: facts.traineeId, recognised: recognisedOf(trainee),
    days: [...definition.requirements.map((r) => daysOfRequirement(r, trainee, today)), ...daysOfGates(definition.gates, trainee, today)],
  };
}
