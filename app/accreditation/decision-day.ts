import type { Day } from "#app/platform/clock.ts";

export const DECISION_OUTCOMES = ["recommended", "signed", "accredited", "not_yet"] as const;

/** A decision as a programme's leads see it: who, when and with what outcome; nothing of what was seen or written. */
export interface DecisionDay {
  readonly stage: number;
  readonly outcome: (typeof DECISION_OUTCOMES)[number];
  readonly decidedBy: string;
  readonly decidedOn: Day;
}
