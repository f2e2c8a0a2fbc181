import type { StageClosing } from "#app/pathway/model.ts";

import { closingsOf } from "./decision-day.ts";
import type { Signature, SignOffRequest } from "./model.ts";

/** Who decided on a request; undefined while nobody has. */
export function decisionOn({ signatures }: Pick<SignOffRequest, "signatures">): Signature | undefined {
  return signatures.find((s) => s.part === "decision");
}

/** The closing that the decision on each of a trainee's requests made, by the request's id; the closings the earliest first. */
export function closingsByRequest<C extends StageClosing>(requests: readonly Pick<SignOffRequest, "id" | "stage" | "round" | "signatures">[], closings: readonly C[]): Map<string, C> {
  const decided = [...requests].sort((a, b) => b.round - a.round).flatMap(({ id, stage, signatures }) => {
    const decision = decisionOn({ signatures });
    return decision ? [{ id, stage, outcome: decision.outcome, decidedBy: decision.by, decidedOn: decision.on }] : [];
  });
  const made = closingsOf(decided, closings);
  return new Map(decided.flatMap(({ id }, at) => {
    const closing = made[at];
    return closing === undefined ? [] : [[id, closing] as const];
  }));
}
