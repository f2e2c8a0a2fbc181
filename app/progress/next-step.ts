import { isWaiting } from "#app/pathway/left-out.ts";
import type { LeftOutEntry, PathwayCount, StageCount } from "#app/pathway/model.ts";
import type { Entry } from "#app/logbook/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

import { type HeadingFacts, pauseOn, stageShown } from "./heading.ts";
import type { Rhythm } from "./rhythm.ts";

/** How far asking for the stage has come, as the room above knows it: it can be asked for, it was, or only a reviewed submission is missing. */
export type SignOffStep =
  | { readonly state: "ready"; readonly stage: number }
  | { readonly state: "asked"; readonly requestId: string }
  | { readonly state: "needs_review" };

/** The one thing to do next, with what its sentence needs. */
export type NextStep =
  | { readonly kind: "answer_question"; readonly entry: Exclude<Entry, { kind: "cycle" | "recognised" }> }
  | { readonly kind: "shared_review"; readonly entryId: string; readonly clientCode: string; readonly filmedOn: Day }
  | { readonly kind: "mid_point"; readonly cycles: number }
  | { readonly kind: "supervision_gap"; readonly lastOn: Day | null; readonly since: Day; readonly overdue: boolean }
  | { readonly kind: "peer_supervision"; readonly remaining: number }
  | { readonly kind: "gate"; readonly gate: { readonly key: string; readonly label: string } }
  | { readonly kind: "sign_off"; readonly signOff: SignOffStep | null }
  | { readonly kind: "supervision"; readonly remainingMinutes: number }
  | { readonly kind: "cycle"; readonly isFirst: boolean };

/** What the next step is chosen from. */
export interface NextStepFacts extends HeadingFacts {
  readonly entries: readonly Entry[];
  readonly rhythm: Rhythm;
  /** Null where nobody said. */
  readonly signOff: SignOffStep | null;
}

function questioned({ entries }: NextStepFacts): NextStep | undefined {
  const open = entries.filter((e) => e.kind !== "cycle" && e.kind !== "recognised").filter((e) => !e.voided && e.confirmation === "questioned");
  const entry = open.sort((a, b) => byText(a.heldOn, b.heldOn) || byText(a.id, b.id))[0];
  return entry && { kind: "answer_question", entry };
}

/** Entries that would not count with their shared review either: from before the start, say. */
function isBeyondReview(count: PathwayCount): (entryId: string) => boolean {
  const leftOut = count.overall.flatMap((r) => r.leftOut).filter(({ reasons }) => reasons.some(({ code }) => code !== "no_shared_review" && code !== "planned"));
  const ids = new Set(leftOut.map(({ entryId }) => entryId));
  return (entryId) => ids.has(entryId);
}

function unreviewed({ entries, count }: NextStepFacts): NextStep | undefined {
  const isLost = isBeyondReview(count);
  const open = entries.filter((e) => e.kind === "cycle").filter((c) => !c.voided && c.reviewedOn === null && c.filmedOn <= count.today && !isLost(c.id));
  const oldest = open.sort((a, b) => byText(a.filmedOn, b.filmedOn) || byText(a.id, b.id))[0];
  return oldest && { kind: "shared_review", entryId: oldest.id, clientCode: oldest.clientCode, filmedOn: oldest.filmedOn };
}

/** True where somebody or something else has the next move: waiting for the other side, or planned for a coming day. */
function isUnderWay(entry: LeftOutEntry): boolean {
  const reasons = entry.reasons.filter((r) => r.code !== "planned");
  return entry.reasons.length > 0 && (reasons.length === 0 || isWaiting({ reasons }));
}

// "Around the mid-point" is half of all the cycles: 9 of 18 (docs/field.md, "Mid-point").
function midPoint({ count }: NextStepFacts): NextStep | undefined {
  const cycles = count.overall.find((r) => r.requirement.entries === "cycle" && r.requirement.measure === "entries");
  if (!cycles || cycles.needed === 0 || cycles.count * 2 < cycles.needed) return undefined;
  const gate = openGates(count.stages).find((g) => g.gate.training === "mid_point");
  return gate && { kind: "mid_point", cycles: cycles.count };
}

function openGates(stages: readonly StageCount[]) {
  return stages.flatMap((s) => s.gates).filter((g) => g.state === "shut" && !g.leftOut.some(isUnderWay));
}

function supervisionGap({ rhythm, startedOn }: NextStepFacts): NextStep | undefined {
  if (rhythm.state !== "due" && rhythm.state !== "overdue") return undefined;
  return { kind: "supervision_gap", lastOn: rhythm.lastOn, since: startedOn, overdue: rhythm.state === "overdue" };
}

function peer({ count }: NextStepFacts): NextStep | undefined {
  const missing = stageShown(count).requirements.find((r) =>
    r.requirement.entries === "peer_supervision" && r.remaining > r.leftOut.filter(isUnderWay).length);
  return missing && { kind: "peer_supervision", remaining: missing.requirement.measure === "entries" ? missing.remaining : 1 };
}

function whenNumbersAreReached({ count, signOff }: NextStepFacts): NextStep | undefined {
  const stage = stageShown(count);
  if (!stage.numbersReached) return undefined;
  const gate = openGates([stage])[0];
  return gate ? { kind: "gate", gate: gate.gate } : { kind: "sign_off", signOff };
}

function practice({ count }: NextStepFacts): NextStep {
  const left = (entries: string) => stageShown(count).requirements.find((r) => r.requirement.entries === entries && r.remaining > 0);
  const supervision = left("supervision");
  if (supervision?.requirement.measure === "minutes" && !left("cycle")) return { kind: "supervision", remainingMinutes: supervision.remaining };
  return { kind: "cycle", isFirst: false };
}

function firstCycle({ hasEntries }: NextStepFacts): NextStep | undefined {
  return hasEntries ? undefined : { kind: "cycle", isFirst: true };
}

const IN_ORDER = [firstCycle, questioned, unreviewed, midPoint, supervisionGap, peer, whenNumbersAreReached];

function isOver(count: PathwayCount, endedOn: Day | null): boolean {
  return count.stageUnderWay === null || (endedOn !== null && endedOn <= count.today);
}

/**
 * The one next thing, by a fixed order: the first cycle of all, a question to answer, a film without its shared review (the oldest), the
 * mid-point, a gap in supervision, peer supervision, what stands between reached numbers and sign-off, and practice.
 * Nothing once the pathway is over or before it starts; in a planned pause only what the trainee began already.
 */
export function nextStepOf(facts: NextStepFacts): NextStep | undefined {
  const { count, endedOn, startedOn, pauses } = facts;
  if (isOver(count, endedOn) || startedOn > count.today) return undefined;
  const order = pauseOn(pauses, count.today) ? [questioned, unreviewed] : IN_ORDER;
  for (const choose of order) {
    const step = choose(facts);
    if (step) return step;
  }
  return order === IN_ORDER ? practice(facts) : undefined;
}
