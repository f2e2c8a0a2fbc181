import type { StageClosing } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";

export const DECISION_OUTCOMES = ["recommended", "signed", "accredited", "not_yet"] as const;

/** A decision as a programme's leads see it: who, when and with what outcome; nothing of what was seen or written. */
export interface DecisionDay {
  readonly stage: number;
  readonly outcome: (typeof DECISION_OUTCOMES)[number];
  readonly decidedBy: string;
  readonly decidedOn: Day;
}

/** True where that decision may have closed the stage: whoever took it closed it on that day, with a yes. */
function mayHaveClosed(decision: DecisionDay, { stage, closedOn, decidedBy }: StageClosing): boolean {
  const saidYes = decision.outcome === "signed" || decision.outcome === "accredited";
  return saidYes && decision.stage === stage && decision.decidedOn === closedOn && decision.decidedBy === decidedBy;
}

/**
 * The closing that each decision made, in the decisions' order; undefined where it made none. A stage that was reopened and signed
 * again on one day by one person has closings that are told apart by their order alone: the decisions are handed in the latest first,
 * the closings the earliest first. A closing that no decision made was recorded as it stood.
 */
export function closingsOf<C extends StageClosing>(decisions: readonly DecisionDay[], closings: readonly C[]): (C | undefined)[] {
  // One of a stage's closings stands at most, and it is the latest.
  const left = [...closings].reverse().sort((a, b) => Number(a.reopened) - Number(b.reopened));
  return decisions.map((decision) => {
    const at = left.findIndex((closing) => mayHaveClosed(decision, closing));
    return at === -1 ? undefined : left.splice(at, 1)[0];
  });
}
