import type { Mode } from "#app/logbook/model.ts";

import { CYCLE_NOTES, PEER_NOTES, SUPERVISION_NOTES } from "./notes.ts";
import type { CyclePlan, LoggedPlan, PeerSupervisionPlan, SupervisionPlan, TrainingPlan } from "./plan.ts";
import { type Dice, diceFor } from "./random.ts";

const LEAD = "catriona";
/** Days between a session and the other side's confirmation: at least over a weekend. */
const CONFIRMED_AFTER = 4;

/** Never later than yesterday: what is decided has been decided before the demonstration runs. */
function later(ago: number, days = CONFIRMED_AFTER): number {
  return Math.max(1, ago - days);
}

function noteFrom(dice: Dice, notes: readonly [string, ...string[]], oneIn: number): { note?: string } {
  return dice.between(1, oneIn) === 1 ? { note: dice.pick(notes) } : {};
}

function modeOf(dice: Dice): Mode {
  return dice.between(1, 4) === 1 ? "remote" : "in_person";
}

/** A cycle filmed and reviewed; `over` changes what matters to the story. */
export function cycle(client: number, filmedAgo: number, reviewedAgo: number | null, over: Partial<CyclePlan> = {}): CyclePlan {
  const dice = diceFor(`cycle ${String(client)} ${String(filmedAgo)}`);
  const review = reviewedAgo === null
    ? { clipsChosen: null, reviewMinutes: null, goalRating: null, nextStep: null }
    : { clipsChosen: dice.between(2, 4), reviewMinutes: dice.pick([45, 45, 50, 55, 60]), goalRating: dice.between(3, 7), nextStep: "another_cycle" as const };
  return {
    kind: "cycle", client, filmedAgo, reviewedAgo, filmMinutes: dice.between(4, 9), mode: modeOf(dice), ...review,
    ...(reviewedAgo === null ? {} : noteFrom(dice, CYCLE_NOTES, 3)), ...over,
  };
}

/** A session that nobody has confirmed yet. */
export function waitingSession(supervisor: string, heldAgo: number, minutes: number, over: Partial<SupervisionPlan> = {}): SupervisionPlan {
  const dice = diceFor(`session ${supervisor} ${String(heldAgo)}`);
  return { kind: "supervision", supervisor, heldAgo, minutes, mode: modeOf(dice), format: "individual", ...noteFrom(dice, SUPERVISION_NOTES, 3), ...over };
}

/** A session with the supervisor, who has confirmed it unless `over` says otherwise. */
export function session(supervisor: string, heldAgo: number, minutes: number, over: Partial<SupervisionPlan> = {}): SupervisionPlan {
  return waitingSession(supervisor, heldAgo, minutes, { decision: { says: "confirmed", by: supervisor, ago: later(heldAgo) }, ...over });
}

/** Peer supervision, confirmed by the first of the others; `confirmed: false` leaves it waiting. */
export function peers(attendees: readonly [string, ...string[]], heldAgo: number, minutes: number, confirmed = true): PeerSupervisionPlan {
  const dice = diceFor(`peers ${attendees.join(" ")} ${String(heldAgo)}`);
  return {
    kind: "peer_supervision", attendees, heldAgo, minutes, mode: modeOf(dice), note: dice.pick(PEER_NOTES),
    ...(confirmed ? { decision: { says: "confirmed", by: attendees[0], ago: later(heldAgo) } } : {}),
  };
}

/** The initial course, its attendance recorded by the lead. */
export function initialCourse(heldAgo: number, halfDays = 4): TrainingPlan {
  return { kind: "training", training: "initial_course", halfDays, heldAgo, decision: { says: "confirmed", by: LEAD, ago: later(heldAgo) } };
}

/** The mid-point half-day: held and recorded by the lead. */
export function midPoint(heldAgo: number): TrainingPlan {
  return { kind: "training", training: "mid_point", halfDays: 1, heldAgo, decision: { says: "confirmed", by: LEAD, ago: later(heldAgo) } };
}

/** The mid-point half-day not confirmed: booked for a day ahead, or held and waiting for the lead. */
export function midPointAwaited(heldAgo: number, loggedAgo = later(heldAgo, 1)): TrainingPlan {
  return { kind: "training", training: "mid_point", halfDays: 1, heldAgo, loggedAgo };
}

function evenly(count: number, fromAgo: number, toAgo: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.round(fromAgo - ((fromAgo - toAgo) * i) / Math.max(1, count - 1)));
}

/** A steady stretch of work between two days: what was filmed with whom, and the sessions held. */
export interface Stretch {
  readonly of: string;
  readonly fromAgo: number;
  /** The last review and session lie on this day or before. */
  readonly toAgo: number;
  /** The client of each cycle, in order: `[1, 1, 1, 2]`. */
  readonly clients: readonly number[];
  readonly supervisor: string;
  /** The minutes of each session, in order. */
  readonly minutes: readonly number[];
}

const LONGEST_WAIT_FOR_REVIEW = 12;

/** The entries of a steady stretch: films evenly spaced, each reviewed 6 to 9 days later, sessions in between. */
export function steadily(stretch: Stretch): LoggedPlan[] {
  const dice = diceFor(`${stretch.of} ${String(stretch.fromAgo)}`);
  const films = evenly(stretch.clients.length, stretch.fromAgo, stretch.toAgo + LONGEST_WAIT_FOR_REVIEW);
  const sessions = evenly(stretch.minutes.length, stretch.fromAgo - LONGEST_WAIT_FOR_REVIEW, stretch.toAgo);
  return [
    ...stretch.clients.map((client, i) => {
      const filmedAgo = films[i] ?? stretch.fromAgo;
      return cycle(client, filmedAgo, filmedAgo - dice.between(6, 9));
    }),
    ...stretch.minutes.map((minutes, i) => session(stretch.supervisor, sessions[i] ?? stretch.toAgo, minutes)),
  ];
}
