import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

import type { CaseDetails, CloseReason, Goal, GoalPlace } from "./case-model.ts";
import { GOAL_PLACES } from "./case-model.ts";
import type { Client, Cycle } from "./model.ts";

/** What a version of a client says of its case's days. */
export interface CaseVersion {
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly closedBecause: CloseReason | null;
  readonly reopenedOn: Day | null;
}

/** Something that happened in a case, by its day. */
export type CaseEvent =
  | { readonly kind: "opened" | "reopened"; readonly day: Day }
  | { readonly kind: "closed"; readonly day: Day; readonly because: CloseReason | null }
  | { readonly kind: "cycle"; readonly day: Day; readonly number: number; readonly cycle: Cycle };

/** Closings and reopenings in their order. A closing that was put right is told once, as it stands. */
function turnsOf(versions: readonly CaseVersion[]): CaseEvent[] {
  const turns: CaseEvent[] = [];
  for (const [i, { closedOn, closedBecause, reopenedOn }] of versions.entries()) {
    const before = versions[i - 1]?.closedOn ?? null;
    if (closedOn !== null && before !== null) turns.pop();
    if (closedOn !== null) turns.push({ kind: "closed", day: closedOn, because: closedBecause });
    else if (before !== null) turns.push({ kind: "reopened", day: reopenedOn ?? before });
  }
  return turns;
}

function cycleEvents(cycles: readonly Cycle[]): CaseEvent[] {
  const standing = cycles.filter((cycle) => !cycle.voided).sort((a, b) => byText(a.filmedOn, b.filmedOn) || byText(a.loggedAt, b.loggedAt) || byText(a.id, b.id));
  return standing.map((cycle, i) => ({ kind: "cycle", day: cycle.filmedOn, number: i + 1, cycle }));
}

/** The turns stay in their order; a cycle stands before the first turn that comes later, and on its own day before a closing. */
function woven(turns: readonly CaseEvent[], cycles: readonly CaseEvent[]): CaseEvent[] {
  const told: CaseEvent[] = [];
  let next = 0;
  for (const turn of turns) {
    const isBefore = (cycle: CaseEvent): boolean => cycle.day < turn.day || (cycle.day === turn.day && turn.kind === "closed");
    for (let cycle = cycles[next]; cycle && isBefore(cycle); cycle = cycles[next]) {
      told.push(cycle);
      next += 1;
    }
    told.push(turn);
  }
  return [...told, ...cycles.slice(next)];
}

/** What happened in a case, the first first: its opening, each cycle that is not voided in the order of the films, each closing and reopening. */
export function caseStory({ openedOn }: Pick<Client, "openedOn">, versions: readonly CaseVersion[], cycles: readonly Cycle[]): CaseEvent[] {
  return [{ kind: "opened", day: openedOn }, ...woven(turnsOf(versions), cycleEvents(cycles))];
}

/** How the client rated a goal on a day; the start has none. */
export interface GoalPoint {
  readonly day: Day | null;
  readonly rating: number;
}

/** A goal with its ratings, the earliest first. */
export interface GoalLine extends Goal {
  readonly points: readonly GoalPoint[];
}

/** The client's rating of the goal in that place, as the cycle has it. */
export function ratingIn(cycle: Pick<Cycle, "goalRating" | "goal2Rating" | "goal3Rating">, place: GoalPlace): number | null {
  return { 1: cycle.goalRating, 2: cycle.goal2Rating, 3: cycle.goal3Rating }[place];
}

/** The goals of a case over time; a place that was rated without a goal in words is one too. */
export function goalLines({ goals }: Pick<CaseDetails, "goals">, cycles: readonly Cycle[]): GoalLine[] {
  const inOrder = cycles.filter((c) => !c.voided).map((cycle) => ({ cycle, day: cycle.reviewedOn ?? cycle.filmedOn })).sort((a, b) => byText(a.day, b.day) || byText(a.cycle.id, b.cycle.id));
  return GOAL_PLACES.flatMap((place) => {
    const goal = goals.find((g) => g.place === place) ?? { place, text: null, atStart: null };
    const rated = inOrder.flatMap(({ cycle, day }): GoalPoint[] => {
      const rating = ratingIn(cycle, place);
      return rating === null ? [] : [{ day, rating }];
    });
    const points = goal.atStart === null ? rated : [{ day: null, rating: goal.atStart }, ...rated];
    return goal.text === null && points.length === 0 ? [] : [{ ...goal, points }];
  });
}

/** What comes next in a case. */
export type CaseNext =
  | { readonly kind: "film" | "another" | "close" }
  | { readonly kind: "review"; readonly cycleId: string; readonly day: Day }
  | { readonly kind: "closed"; readonly day: Day; readonly copiesLeft: boolean; readonly originalsLeft: boolean };

/** The next step of a case, from how it stands and what its last cycle says. */
export function nextOfCase({ closedOn, copies, originals }: Pick<Client, "closedOn" | "copies" | "originals">, cycles: readonly Cycle[]): CaseNext {
  if (closedOn !== null) return { kind: "closed", day: closedOn, copiesLeft: copies === "not_yet", originalsLeft: originals === "not_yet" };
  const last = cycles.filter((c) => !c.voided).sort((a, b) => byText(a.filmedOn, b.filmedOn) || byText(a.loggedAt, b.loggedAt)).at(-1);
  if (!last) return { kind: "film" };
  if (last.reviewedOn === null) return { kind: "review", cycleId: last.id, day: last.filmedOn };
  return { kind: last.nextStep === "close" ? "close" : "another" };
}
