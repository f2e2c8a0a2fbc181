import { countPathway } from "#app/pathway/counting.ts";
import type { CountableEntry, PathwayDefinition, StageClosing } from "#app/pathway/model.ts";
import type { WorkingTime } from "#app/pathway/working-time.ts";
import { addDays, type Day } from "#app/platform/clock.ts";
import { type Ahead, type AheadFacts, aheadOf, type DatedStage } from "#app/progress/forecast/ahead.ts";
import { BLOCK_DAYS } from "#app/progress/forecast/model.ts";
import type { Others } from "#app/progress/forecast/others.ts";
import { whenView } from "#app/progress/forecast/when-view.ts";

import { cycle, peerSupervision, STARTED_ON, supervision, TODAY, TRAINEE } from "./countable.ts";
import { plainDefinition } from "./counts.ts";

/** Nobody else is on the pathway. */
export const NOBODY: Others = { blocks: [] };

/** Four others who each do a cycle, a new client every second time, two hours of supervision, and a peer session once. */
export const FOUR_OTHERS: Others = {
  blocks: ["a", "b", "c", "d"].flatMap((traineeId) => [0, 1, 2, 3].map((n) => ({
    traineeId, block: [
      { day: 5, requirement: "cycles", amount: 1 }, ...(n % 2 === 0 ? [{ day: 5, requirement: "clients", amount: 1 }] : []),
      { day: 12, requirement: "supervision", amount: 120 }, ...(n === 0 ? [{ day: 20, requirement: "peer_supervision", amount: 1 }] : []),
    ],
  }))),
};

/** A log of so many four weeks up to today: in each a cycle with a client of its own and an hour and a half of supervision. */
export function evenLog(blocks: number, today: Day = TODAY): CountableEntry[] {
  return Array.from({ length: blocks }, (_, i) => addDays(today, -i * BLOCK_DAYS - 10)).flatMap((day, i) => [
    cycle({ entryId: `cycle-${String(i)}`, clientId: `client-${String(i)}`, filmedOn: day, reviewedOn: day }),
    supervision({ entryId: `session-${String(i)}`, heldOn: day, minutes: 90 }),
  ]);
}

/** A peer session that counts, so many days ago. */
export function peerSession(daysAgo: number): CountableEntry {
  return peerSupervision({ entryId: `peer-${String(daysAgo)}`, heldOn: addDays(TODAY, -daysAgo) });
}

interface AheadPlan {
  readonly entries?: readonly CountableEntry[];
  readonly closings?: readonly StageClosing[];
  readonly definition?: PathwayDefinition;
  readonly startedOn?: Day;
  readonly endedOn?: Day | null;
  readonly time?: Partial<WorkingTime>;
  readonly others?: Others;
}

/** What a forecast is made from, counted by the rule itself. */
export function aheadFacts(plan: AheadPlan = {}): AheadFacts {
  const { entries = evenLog(4), closings = [], definition = plainDefinition, startedOn = STARTED_ON, endedOn = null, time = {}, others = FOUR_OTHERS } = plan;
  return {
    traineeId: TRAINEE, definition, startedOn, endedOn, others, time: { shares: [], pauses: [], ...time },
    count: countPathway(definition, { traineeId: TRAINEE, startedOn, endedOn, closings, entries }, TODAY),
  };
}

/** The plain pathway, asking so much of that requirement by the end of each stage. */
export function askingFor(key: string, needed: [number, number, number]): PathwayDefinition {
  return { ...plainDefinition, requirements: plainDefinition.requirements.map((r) => (r.key === key ? { ...r, needed } : r)) };
}

/** That stage, closed yesterday. */
export function closed(stage: number): StageClosing {
  return { stage, closedOn: addDays(TODAY, -1), decidedBy: "supervisor-1", reopened: false };
}

/** What is told of the stages ahead, of which there must be some. */
export function dated(facts: AheadFacts): Extract<Ahead, { kind: "dated" }> {
  const ahead = aheadOf(facts);
  if (ahead?.kind !== "dated") throw new Error(`not dated: ${ahead?.kind ?? "nothing ahead"}`);
  return ahead;
}

/** The first stage ahead. */
export function next(facts: AheadFacts): DatedStage {
  const [stage] = dated(facts).stages;
  if (!stage) throw new Error("no stage ahead");
  return stage;
}

/** What the card says, as one line of text. */
export function said(facts: AheadFacts): string {
  return whenView(aheadOf(facts), facts)?.answers.map((a) => a.before + a.strong + a.after).join(" ") ?? "";
}
