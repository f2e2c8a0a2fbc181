import { expect, test } from "vitest";

import { AVIGUK_PRESET, NES_PRESET } from "#seeds/reference/pathways.ts";
import { type Asked, caseOn, type Deed, fourWeeksUpTo, liveOn, type Temper, TEMPERS } from "#tests/support/simulated-trainees.ts";

import { diceFor } from "./dice.ts";
import { forecast } from "./forecast.ts";
import type { Block, StageForecast } from "./model.ts";

/*
 * What docs/forecast.md says of how often the range holds: 2,100 simulated trainees, each on either pathway, at a day between
 * ten weeks and thirteen months after their start, beside four others of their kind or by themselves. The range is that of what
 * is begun on that day, and held if that was reached inside it.
 */

const TRAINEES_OF_A_TEMPER = 700;
const OTHERS = 4;
const OTHERS_DAYS = 336;
/** A quarter of the ways that a page tries: the same ranges, a little rougher. */
const PATHS = 100;

const PATHWAYS = { "running totals": NES_PRESET, "stage by stage": AVIGUK_PRESET } as const;

interface Told {
  readonly temper: Temper;
  readonly pathway: keyof typeof PATHWAYS;
  readonly which: "next" | "last";
  readonly alone: boolean;
  readonly isAllBegun: boolean;
  readonly day: "earlier" | "inside" | "later";
}

function dayTold(actualDays: number, { earliestDays, latestDays }: StageForecast): Told["day"] {
  if (actualDays < (earliestDays ?? Infinity)) return "earlier";
  return actualDays > (latestDays ?? Infinity) ? "later" : "inside";
}

interface Simulated {
  readonly temper: Temper;
  readonly seed: string;
  readonly deeds: readonly Deed[];
  readonly others: readonly Block[];
}

function toldOf({ temper, seed, deeds, others }: Simulated, pathway: keyof typeof PATHWAYS): Told[] {
  const asked: Asked = PATHWAYS[pathway].version.definition;
  const today = Math.floor(70 + diceFor(`${seed} today`)() * 330);
  const facts = caseOn(today, asked, deeds, others, seed);
  const told = forecast(facts, PATHS);
  return facts.stages.flatMap(({ reachedOn, remaining }, i): Told[] => {
    const stage = told[i];
    // Too far off to say, or all that is missing is not begun: nobody is told a day. Of the later stages, only the last is looked at.
    const isTold = stage && stage.earliestDays !== null && Object.values(remaining).some((amount) => amount > 0);
    const isAfterNoDate = !facts.runsOn && facts.stages.slice(0, i).some((before) => before.reachedOn <= today);
    if (!isTold || isAfterNoDate || (i > 0 && i < facts.stages.length - 1)) return [];
    return [{ temper, pathway, which: i === 0 ? "next" : "last", alone: others.length === 0, isAllBegun: Object.keys(remaining).length === asked.requirements.length, day: dayTold(reachedOn - today, stage) }];
  });
}

function simulate(temper: Temper): Told[] {
  const pool = Array.from({ length: 60 }, (_, i) => fourWeeksUpTo(OTHERS_DAYS, liveOn(temper, `${temper} other ${String(i)}`)));
  return Array.from({ length: TRAINEES_OF_A_TEMPER }, (_, i) => i).flatMap((i) => {
    const seed = `${temper} ${String(i)}`;
    const alone = { temper, seed, deeds: liveOn(temper, seed), others: [] };
    const others = Array.from({ length: OTHERS }, (_, k) => pool[(i * (OTHERS + 1) + k) % pool.length] ?? []).flat();
    return [...toldOf({ ...alone, others }, "running totals"), ...toldOf({ ...alone, others }, "stage by stage"), ...(i % 4 === 0 ? toldOf(alone, "running totals") : [])];
  });
}

const all = TEMPERS.flatMap(simulate);

function toldLike(like: Partial<Told>): Told[] {
  return all.filter((one) => Object.entries(like).every(([name, value]) => one[name as keyof Told] === value));
}

/** How often the range held, of those told like that. */
function coverage(like: Partial<Told>): number {
  const told = toldLike(like);
  return told.filter((one) => one.day === "inside").length / told.length;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

test.each<[Temper, number, number]>([["steady", 0.75, 0.85], ["bursty", 0.7, 0.9], ["drifting", 0.7, 0.9]])("eight in ten, nominally: %s trainees reach their stages inside the range", (temper, least, most) => {
  const parts = (["running totals", "stage by stage"] as const).flatMap((pathway) => (["next", "last"] as const).map((which) => ({ pathway, which, share: coverage({ temper, pathway, which, alone: false }) })));
  const whole = coverage({ temper, alone: false });
  const outside = (["earlier", "later"] as const).map((day) => `${day} ${percent(all.filter((one) => one.temper === temper && !one.alone && one.day === day).length / all.filter((one) => one.temper === temper && !one.alone).length)}`);
  const notBegun = { temper, alone: false, isAllBegun: false };
  console.info(`${temper}: inside ${percent(whole)}, ${outside.join(", ")}; ${parts.map((p) => `${p.pathway}, ${p.which} stage ${percent(p.share)}`).join("; ")}; from own pace alone ${percent(coverage({ temper, alone: true }))}; with something not begun ${percent(coverage(notBegun))} of ${String(toldLike(notBegun).length)}`);
  expect(whole).toBeGreaterThanOrEqual(least);
  expect(whole).toBeLessThanOrEqual(most);
  for (const { share } of parts) expect(share).toBeGreaterThanOrEqual(0.7);
});
