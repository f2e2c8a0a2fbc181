import { type Dice, diceFor, spreadOf } from "#app/progress/forecast/dice.ts";
import { type Block, BLOCK_DAYS, type ForecastCase, type StageAhead } from "#app/progress/forecast/model.ts";
import type { PathwayDefinition } from "#app/pathway/model.ts";

/** How the work of a simulated trainee goes: evenly, in bursts of two to eight weeks, or ever faster or slower. */
export const TEMPERS = ["steady", "bursty", "drifting"] as const;
export type Temper = (typeof TEMPERS)[number];

/** Something that counted, on a day since the start. */
export interface Deed {
  readonly day: number;
  readonly requirement: string;
  readonly amount: number;
}

const LIFE_DAYS = 6 * 365;
const DAYS_PER_YEAR = 365;
/** Of an ordinary trainee: a cycle in three weeks, supervision every three weeks, peer supervision every four months. */
const CYCLES_PER_DAY = 1.3 / 28;
const SUPERVISION_EVERY_DAYS = 21;
const PEER_EVERY_DAYS = 120;
/** Nobody's work falls below this share of an ordinary trainee's. */
const LEAST_SHARE = 0.15;

type Pace = (day: number) => number;

function paceOf(temper: Temper, dice: Dice): Pace {
  const own = Math.exp(0.3 * spreadOf(dice));
  const driftPerYear = temper === "drifting" ? (dice() < 0.5 ? 1 : -1) * (0.2 + 0.3 * dice()) : 0;
  let [mood, daysLeft] = [1, 0];
  return (day) => {
    if (temper === "bursty" && daysLeft-- <= 0) [mood, daysLeft] = [dice() < 0.5 ? 0.3 : 1.7, 14 + 42 * dice()];
    return Math.max(LEAST_SHARE, own * mood * (1 + driftPerYear * day / DAYS_PER_YEAR));
  };
}

/** Something that comes round again, after so many ordinary days, more or less. */
function comingRound(everyDays: number, spreadDays: number, dice: Dice): (pace: number) => boolean {
  let left = everyDays * (0.3 + 0.7 * dice());
  return (pace) => {
    left -= pace;
    if (left > 0) return false;
    left = everyDays + spreadDays * spreadOf(dice);
    return true;
  };
}

/** Cycles as they come; with every second to fifth of them a client is new. */
function cyclesOf(dice: Dice): (pace: number) => readonly string[] {
  let withKnownClient = 0;
  return (pace) => {
    if (dice() >= pace * CYCLES_PER_DAY) return [];
    if (withKnownClient-- > 0) return ["cycles"];
    withKnownClient = 1 + Math.floor(dice() * 4);
    return ["cycles", "clients"];
  };
}

/** Six years of one trainee's work. */
export function liveOn(temper: Temper, seed: string): Deed[] {
  const dice = diceFor(seed);
  const [paceOn, cycles] = [paceOf(temper, dice), cyclesOf(dice)];
  const [supervision, peer] = [comingRound(SUPERVISION_EVERY_DAYS, 8, dice), comingRound(PEER_EVERY_DAYS, 60, dice)];
  const deeds: Deed[] = [];
  for (let day = 1; day <= LIFE_DAYS; day += 1) {
    const pace = paceOn(day);
    for (const requirement of cycles(pace)) deeds.push({ day, requirement, amount: 1 });
    if (supervision(pace)) deeds.push({ day, requirement: "supervision", amount: dice() < 0.5 ? 60 : 90 });
    if (peer(pace)) deeds.push({ day, requirement: "peer_supervision", amount: 1 });
  }
  return deeds;
}

/** The four weeks up to that day, the latest first. */
export function fourWeeksUpTo(day: number, deeds: readonly Deed[]): Block[] {
  return Array.from({ length: Math.floor(day / BLOCK_DAYS) }, (_, back) => {
    const before = day - (back + 1) * BLOCK_DAYS;
    return deeds.filter((d) => d.day > before && d.day <= before + BLOCK_DAYS).map((d) => ({ ...d, day: d.day - before }));
  });
}

/** What a pathway asks, as the simulation needs it. */
export type Asked = Pick<PathwayDefinition, "accumulation" | "requirements">;

function amountOf(deeds: readonly Deed[], requirement: string, after: number, upTo: number): number {
  return deeds.reduce((sum, d) => (d.requirement === requirement && d.day > after && d.day <= upTo ? sum + d.amount : sum), 0);
}

/** The day by which so much is there of a requirement, of what came after that day. */
function dayReached(deeds: readonly Deed[], requirement: string, needed: number, after: number): number {
  let sum = 0;
  if (needed <= 0) return after;
  return deeds.find((d) => d.requirement === requirement && d.day > after && (sum += d.amount) >= needed)?.day ?? Infinity;
}

/** On which day the numbers of each stage from that one on are reached, where the one before it ended on `startedOn`; each is closed on the day on which it is reached. */
function stageDays({ accumulation, requirements }: Asked, deeds: readonly Deed[], first = 0, startedOn = 0): number[] {
  let before = startedOn;
  return [0, 1, 2].slice(first).map((i) => {
    const after = accumulation === "cumulative" ? 0 : before;
    before = Math.max(before, ...requirements.map((r) => dayReached(deeds, r.key, r.needed[i] ?? 0, after)));
    return before;
  });
}

/** A stage that is not reached yet: what is missing of what is begun, and the day on which the trainee really reaches that. */
export interface StageToCome extends StageAhead {
  readonly reachedOn: number;
}

/** The stages that are not reached on that day. A requirement of which nothing is done by then is no part of them: it has no pace. */
export function stagesAheadOn(day: number, { accumulation, requirements }: Asked, deeds: readonly Deed[]): StageToCome[] {
  const ends = stageDays({ accumulation, requirements }, deeds);
  const first = ends.findIndex((end) => end > day);
  if (first < 0) return [];
  const begun = requirements.filter((r) => deeds.some((d) => d.requirement === r.key && d.day <= day));
  const startedOn = ends[first - 1] ?? 0;
  const reached = stageDays({ accumulation, requirements: begun }, deeds, first, startedOn);
  return reached.map((reachedOn, i) => {
    const after = accumulation === "cumulative" ? 0 : reached[i - 1] ?? startedOn;
    const remaining = begun.map((r) => [r.key, Math.max(0, (r.needed[first + i] ?? 0) - amountOf(deeds, r.key, after, day))] as const);
    return { stage: first + i + 1, remaining: Object.fromEntries(remaining), reachedOn };
  });
}

interface CaseToCome extends ForecastCase {
  readonly stages: readonly StageToCome[];
}

/** What a forecast would be made from on that day. */
export function caseOn(day: number, asked: Asked, deeds: readonly Deed[], others: readonly Block[], seed: string): CaseToCome {
  return { stages: stagesAheadOn(day, asked, deeds), runsOn: asked.accumulation === "cumulative", own: fourWeeksUpTo(day, deeds), others, seed };
}
