import type { Day } from "#app/platform/clock.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { hasReached } from "./funnel.ts";
import { type Standing, STANDINGS, type Step, type TraineeFacts } from "./model.ts";
import { type StageFigure, stageFigures } from "./stage-figures.ts";
import { lastActiveOn, paceOf, standingOf } from "./standing.ts";

const said = words.outcomes.cohort;
const BY_NAME = new Intl.Collator("en-GB");

/** Which trainees a lead asks for; null asks for all. */
export interface CohortFilter {
  readonly board: string | null;
  readonly cohort: string | null;
  readonly state: Standing | null;
  readonly reached: Step | null;
}

/** One trainee in a lead's list, ready to be shown. */
export interface CohortRow {
  readonly traineeId: string;
  readonly name: string;
  readonly board: string;
  readonly cohort: string;
  readonly stage: string;
  readonly figures: readonly StageFigure[];
  readonly pace: string;
  readonly lastOn: string;
  readonly standing: Standing;
  /** The state in words, with its day where it has one: "Paused until 20 January 2027". */
  readonly state: string;
}

/** The pace in words; of somebody who has left or is accredited there is none. */
export function sayPace(facts: TraineeFacts, standing: Standing, today: Day): string {
  if (standing === "accredited" || standing === "withdrawn" || standing === "ended") return said.pace.over;
  const { cycles, days } = paceOf(facts, today);
  return said.pace.of(cycles, days);
}

/** The standing in words, with its day where it has one. */
export function sayStanding({ pauses, endedOn, closings, definition }: TraineeFacts, standing: Standing, today: Day): string {
  const until = pauses.find((p) => p.from <= today && today <= p.to)?.to;
  const accreditedOn = closings.find((c) => c.stage === definition.stages.length && !c.reopened)?.closedOn;
  if (standing === "paused" && until !== undefined) return said.pausedUntil(until);
  if (standing === "accredited" && accreditedOn !== undefined) return said.accreditedOn(accreditedOn);
  if (standing === "withdrawn" && endedOn !== null) return said.withdrawnOn(endedOn);
  return said.states[standing];
}

/** The last day of any work in words. */
export function sayLastActive(facts: TraineeFacts): string {
  const lastOn = lastActiveOn(facts);
  return lastOn === null ? said.neverActive : formatDay(lastOn);
}

function rowOf(facts: TraineeFacts, today: Day): CohortRow {
  const standing = standingOf(facts, today);
  const { name, figures } = stageFigures(facts, today);
  return {
    traineeId: facts.traineeId, name: facts.name, board: facts.place?.board ?? said.nowhere, cohort: facts.place?.cohort ?? said.nowhere,
    stage: name, figures, pace: sayPace(facts, standing, today), lastOn: sayLastActive(facts), standing, state: sayStanding(facts, standing, today),
  };
}

/** The trainees of a board, a cohort, a state, who reached a step: whatever of it is asked for. */
export function filterTrainees(trainees: readonly TraineeFacts[], { board, cohort, state, reached }: CohortFilter, today: Day): TraineeFacts[] {
  return trainees.filter((t) => (board === null || t.place?.boardCode === board) && (cohort === null || t.place?.cohortId === cohort)
    && (state === null || standingOf(t, today) === state) && (reached === null || hasReached(reached, t, today)));
}

/** A lead's list: who has stalled first, who has left last, each by name. */
export function cohortRows(trainees: readonly TraineeFacts[], today: Day): CohortRow[] {
  return trainees.map((t) => rowOf(t, today)).sort((a, b) =>
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) || BY_NAME.compare(a.name, b.name) || (a.traineeId < b.traineeId ? -1 : 1));
}

/** The page's heading: how many trainees, and how many of them have stalled. `all` is how many there are unfiltered. */
export function cohortHeading(rows: readonly Pick<CohortRow, "standing">[], all: number): string {
  if (all === 0) return said.heading.none;
  const stalled = rows.filter((row) => row.standing === "stalled").length;
  return said.heading.of(rows.length, all, stalled);
}
