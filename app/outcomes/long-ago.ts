import { z } from "zod";

import type { Day } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

/** Two and a half times as long as a whole training usually takes: what a lead writes down of an earlier day may well be a slip of the keys. */
const USUAL_YEARS_BACK = 5;

/** The box with which an unlikely day stands: ticked once, nothing is asked. */
export const asMeantField = z.literal("on").optional();

/** True for a day more than five years before today, about which is asked; nothing of it is refused. */
function isLongAgo(day: Day, today: Day): boolean {
  const year = String(Number(today.slice(0, 4)) - USUAL_YEARS_BACK);
  return day < year + today.slice(4);
}

/** Asks about a day long ago, until it is said that it is meant. */
export function askAboutDay({ day, asMeant }: { readonly day: Day; readonly asMeant?: "on" | undefined }, today: Day, issues: z.RefinementCtx): void {
  if (asMeant !== "on" && isLongAgo(day, today)) issues.addIssue({ code: "custom", path: ["asMeant"], message: words.outcomes.longAgo.question(day) });
}
