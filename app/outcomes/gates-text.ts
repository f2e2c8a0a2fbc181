import { gateName } from "#app/pathway/amounts.ts";
import { capitalise } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { TraineeFacts } from "./model.ts";

/** Where each gate of the pathway stands, in one line. */
export function gatesText({ definition, sums }: Pick<TraineeFacts, "definition" | "sums">): string {
  const { done, notYet, some } = words.progress.gatesLine;
  return definition.gates.map((gate) => {
    const have = sums.filter((s) => s.requirement === gate.key).reduce((n, s) => n + s.amount, 0);
    const state = have >= gate.halfDaysNeeded ? done : have === 0 ? notYet : some(have, gate.halfDaysNeeded);
    return `${capitalise(gateName(gate).replace(/^the /, ""))}: ${state}`;
  }).join("; ");
}
