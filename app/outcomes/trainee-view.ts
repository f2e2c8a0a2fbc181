import type { RecognisedEntry } from "#app/logbook/recognised.ts";
import { amountOf, requirementTitle } from "#app/pathway/amounts.ts";
import type { PathwayDefinition } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { sayLastActive, sayPace, sayStanding } from "./cohort-rows.ts";
import { gatesText } from "./gates-text.ts";
import type { LedRequest, LedTrainee } from "./led-trainee.ts";
import type { Standing, TraineeFacts } from "./model.ts";
import { type StageFigure, stageFigures } from "./stage-figures.ts";
import { standingOf } from "./standing.ts";
import { type DaysView, daysOf } from "./trainee-days.ts";
import { type DecisionView, decisionsOf } from "./trainee-decisions.ts";

const said = words.outcomes.trainee;

/** A stage by its number and name. */
export interface NamedStage {
  readonly stage: number;
  readonly name: string;
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
  readonly recognised: readonly RecognisedView[];
  /** Those that stand signed. */
  readonly closedStages: readonly NamedStage[];
  readonly request: (LedRequest & { readonly stageName: string }) | null;
}

/** Earlier work as it stands recognised, field by field. */
export function recognisedInWords({ requirement: key, amount, recognisedOn, recognisedBy, reason }: RecognisedEntry, { requirements }: Pick<PathwayDefinition, "requirements">): { readonly term: string; readonly value: string }[] {
  const requirement = requirements.find((r) => r.key === key);
  const { columns, labels } = words.outcomes.recognise;
  return [
    { term: columns.towards, value: requirementTitle(requirement ?? { key, label: key }) }, { term: columns.amount, value: requirement ? amountOf(requirement, amount) : String(amount) },
    { term: labels.recognisedOn, value: formatDay(recognisedOn) }, { term: columns.by, value: recognisedBy }, { term: labels.reason, value: reason },
  ];
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

function standingClosings({ closings }: TraineeFacts, today: Day): TraineeFacts["closings"] {
  return closings.filter((c) => !c.reopened && c.closedOn <= today);
}

function stageName(stage: number, { definition }: TraineeFacts): string {
  return definition.stages.find((s) => s.number === stage)?.name ?? "";
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
  const { name, place } = facts;
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
    recognised: recognisedOf(trainee), days: daysOf(trainee, today),
  };
}
