import { formatAbout, formatBetween } from "#app/words/months.ts";
import { words } from "#app/words/words.ts";

import type { DatedStage } from "./ahead.ts";

const said = words.progress.ahead.page.stages;

/** The range of a stage in words: "between mid-January and early March 2027". */
export function rangeText({ isReached, hasPace, earliestOn, latestOn }: Pick<DatedStage, "isReached" | "hasPace" | "earliestOn" | "latestOn">): string {
  if (isReached) return said.reached;
  if (!hasPace) return said.noDate;
  if (earliestOn === null) return said.tooFar;
  return latestOn === null ? said.later(formatAbout(earliestOn)) : formatBetween(earliestOn, latestOn);
}
