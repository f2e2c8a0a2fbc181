import type { Day } from "#app/platform/clock.ts";

/** Age groups of the child as VIG-DCS cuts them (docs/field.md, "Clients"). */
export const AGE_BANDS = ["pre_birth", "0_2", "2_4", "5_11", "11_18", "adult"] as const;
/** One of those groups. */
export type AgeBand = (typeof AGE_BANDS)[number];

/** Where the work with the family takes place (docs/field.md, "Cases"). */
export const SETTINGS = ["home", "clinic", "nursery_or_school", "hospital", "community", "online"] as const;
/** One of those places. */
export type Setting = (typeof SETTINGS)[number];

/** Who the client is to the child in the film. */
export const RELATIONS = ["parent", "grandparent", "kinship_carer", "foster_or_adoptive", "professional", "other"] as const;
/** What somebody is to the child. */
export type Relation = (typeof RELATIONS)[number];

/** Why a case is closed; a list, so that nothing written can name anybody. */
export const CLOSE_REASONS = ["work_done", "family_stopped", "moved_away", "handed_over", "other"] as const;
/** One of those reasons. */
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Whether the family has copies to keep. */
export const COPIES = ["given", "none_wanted", "not_yet"] as const;
/** What is said of the copies. */
export type Copies = (typeof COPIES)[number];

/** Whether the films are gone from phone and cloud. */
export const ORIGINALS = ["gone", "not_yet"] as const;
/** What is said of the films on the trainee’s own devices. */
export type Originals = (typeof ORIGINALS)[number];

/** As many goals as a goal-based measure takes. A goal keeps its place, so that ratings of later cycles stay with it. */
export const GOAL_PLACES = [1, 2, 3] as const;
/** The place of one goal. */
export type GoalPlace = (typeof GOAL_PLACES)[number];

/** The fields of a form that hold the goal of a place and its rating at the start. */
export const GOAL_FIELDS = {
  1: { text: "goal1", atStart: "goal1AtStart" }, 2: { text: "goal2", atStart: "goal2AtStart" }, 3: { text: "goal3", atStart: "goal3AtStart" },
} as const satisfies Record<GoalPlace, { readonly text: string; readonly atStart: string }>;

/** The longest helping question, in signs. */
export const MAX_HELPING_QUESTION_CHARACTERS = 500;
/** The longest goal, in signs. */
export const MAX_GOAL_CHARACTERS = 200;

/** A goal of the case; it may be rated without being worded. */
export interface Goal {
  readonly place: GoalPlace;
  readonly text: string | null;
  /** 0 to 10, as the client saw it at the start. */
  readonly atStart: number | null;
}

/** What may be told of a case beside its age band and its days. */
export interface CaseDetails {
  readonly setting: Setting | null;
  readonly relation: Relation | null;
  readonly helpingQuestion: string | null;
  /** In the order of their places; nothing for a place that is empty. */
  readonly goals: readonly Goal[];
  /** Goals and measures are kept in VIG-DCS, so none are asked for here. */
  readonly measuredInDcs: boolean;
  readonly nextSteps: string | null;
  readonly closedBecause: CloseReason | null;
  readonly copies: Copies | null;
  readonly originals: Originals | null;
  /** Day of the last reopening, also where the case has been closed again. */
  readonly reopenedOn: Day | null;
}

/** A case of which nothing more is told. */
export const NOTHING_TOLD: CaseDetails = {
  setting: null, relation: null, helpingQuestion: null, goals: [], measuredInDcs: false, nextSteps: null,
  closedBecause: null, copies: null, originals: null, reopenedOn: null,
};

/** What a trainee writes of a client; what is left out is not told. */
export interface ClientContent extends Partial<CaseDetails> {
  readonly ageBand: AgeBand | null;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
}

/** What stands of a client, to be written again with a change. */
export function caseContentOf(client: ClientContent & CaseDetails): ClientContent & CaseDetails {
  const { ageBand, openedOn, closedOn, setting, relation, helpingQuestion, goals, measuredInDcs, nextSteps, closedBecause, copies, originals, reopenedOn } = client;
  return { ageBand, openedOn, closedOn, setting, relation, helpingQuestion, goals, measuredInDcs, nextSteps, closedBecause, copies, originals, reopenedOn };
}

/** What a trainee tells of a case when it is opened or changed; what is left out stays as it is. */
export type CaseTold = Pick<CaseDetails, "setting" | "relation" | "helpingQuestion" | "goals" | "measuredInDcs" | "nextSteps">;
/** The same with what a form says beside it: the child’s age band, and the day of opening where it asks for one. */
export type CaseInput = Partial<CaseTold> & { readonly ageBand: AgeBand | null; readonly openedOn?: Day };

/** What is told when a case is closed (docs/field.md, "Cases"). */
export interface Closing {
  readonly closedOn: Day;
  readonly closedBecause: CloseReason;
  readonly copies: Copies;
  readonly originals: Originals;
  readonly nextSteps: string | null;
}

const WITHIN_NES_SCOPE: ReadonlySet<AgeBand> = new Set(["pre_birth", "0_2"]);

/** True where the child is surely older than the 18 months for which NES offers VIG: told, never refused (docs/field.md, "Cases"). */
export function isBeyondNesScope(ageBand: AgeBand | null): boolean {
  return ageBand !== null && !WITHIN_NES_SCOPE.has(ageBand);
}
