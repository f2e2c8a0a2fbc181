import type { Requirement } from "#app/pathway/model.ts";
import { dayAfterWork } from "#app/pathway/working-time.ts";
import { type Day, daysBetween } from "#app/platform/clock.ts";

import { type AheadFacts, type DatedStage, ownCase } from "./ahead.ts";
import { forecast } from "./forecast.ts";
import { type Block, BLOCK_DAYS } from "./model.ts";
import { without } from "./others.ts";

const DAYS_PER_WEEK = 7;
const MINUTES_PER_HOUR = 60;

/** What one more of a requirement would change for a stage. */
export interface Change {
  readonly stage: DatedStage;
  readonly requirement: Requirement;
  /** In the requirement's unit: one, or an hour's minutes. */
  readonly amount: number;
  readonly likelyOn: Day;
  /** How much earlier the likely day is than without it, in whole weeks. */
  readonly weeksEarlier: number;
  /** What would hold the stage up then. */
  readonly heldUpBy: Requirement | null;
}

/** One more of it in the middle of each four weeks. */
function withMore(blocks: readonly Block[], requirement: string, amount: number): Block[] {
  const more = { day: BLOCK_DAYS / 2, requirement, amount };
  return blocks.map((block) => [...block, more].sort((a, b) => a.day - b.day));
}

/** What it would change if there were one more in every four weeks of what is begun and holds the stage up; undefined where nothing does, or no day can be told. */
export function changeFor(facts: AheadFacts, stage: DatedStage): Change | undefined {
  const { heldUpBy: requirement, likelyOn } = stage;
  if (!requirement || likelyOn === null) return undefined;
  const amount = requirement.measure === "minutes" ? MINUTES_PER_HOUR : 1;
  const own = ownCase(facts);
  const more = (blocks: readonly Block[]) => withMore(blocks, requirement.key, amount);
  const then = forecast({ ...own, own: more(own.own), others: more(without(facts.others, facts.traineeId)) }).find((s) => s.stage === stage.stage);
  if (!then || then.likelyDays === null) return undefined;
  const likely = dayAfterWork(facts.time, facts.count.today, then.likelyDays);
  return {
    stage, requirement, amount, likelyOn: likely, weeksEarlier: Math.floor(daysBetween(likely, likelyOn) / DAYS_PER_WEEK),
    heldUpBy: facts.definition.requirements.find((r) => r.key === then.heldUpBy) ?? null,
  };
}
