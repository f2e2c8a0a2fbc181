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

/** True where that decision closed the stage: whoever took it closed it on that day, with a yes. A closing that nobody signed was recorded as it stood. */
export function isClosedBy({ stage, closedOn, decidedBy }: StageClosing, decision: DecisionDay): boolean {
  const saidYes = decision.outcome === "signed" || decision.outcome === "accredited";
  return saidYes && decision.stage === stage && decision.decidedOn === closedOn && decision.decidedBy === decidedBy;
}
