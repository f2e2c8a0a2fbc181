import type { SignOffPlan } from "./plan.ts";

/** A stage that was asked for and signed the day after by the own supervisor. */
export function signed(stage: 1 | 2, ago: number, by: string): SignOffPlan {
  return { stage, askedAgo: ago + 1, decided: { by, ago, says: "signed" } };
}
