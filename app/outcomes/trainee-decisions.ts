import { closingsOf, type DecisionDay } from "#app/accreditation/decision-day.ts";
import { byText } from "#app/platform/order.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { LedClosing, LedTrainee } from "./led-trainee.ts";

const said = words.outcomes.trainee.decisions;

/** A decision on a stage, in words. */
export interface DecisionView {
  readonly key: string;
  readonly stage: string;
  readonly what: string;
  readonly by: string;
  readonly on: string;
}

/** A decision with the closing that it made, if any; a closing without a signature is one that was recorded as it stood. */
type Decided = Pick<DecisionDay, "stage" | "decidedBy" | "decidedOn"> & { readonly what: string; readonly closing: LedClosing | undefined };

function decidedOf({ facts: { closings }, decisions }: LedTrainee): Decided[] {
  const made = closingsOf(decisions, closings);
  const signed = decisions.map((d, at): Decided => ({ ...d, what: said.outcomes[d.outcome], closing: made[at] }));
  return [...signed, ...closings.filter((closing) => !made.includes(closing)).map((closing): Decided => ({ stage: closing.stage, decidedBy: closing.decidedBy, decidedOn: closing.closedOn, what: said.closed, closing }))];
}

function whatOf({ what, closing }: Decided): string {
  if (!closing?.reopened) return what;
  const { reopening, reopenedOn } = closing;
  return reopening && reopenedOn !== undefined ? said.reopened(what, reopenedOn, reopening.byName, reopening.reason) : said.reopenedSince(what);
}

/** Every decision on the trainee's stages, the latest first: each once, with what became of it. */
export function decisionsOf(trainee: LedTrainee): DecisionView[] {
  const { facts: { definition }, names } = trainee;
  return decidedOf(trainee).sort((a, b) => byText(b.decidedOn, a.decidedOn)).map((d, i) => ({
    key: String(i), stage: definition.stages[d.stage - 1]?.name ?? "", what: whatOf(d), by: names.get(d.decidedBy) ?? "", on: formatDay(d.decidedOn),
  }));
}
