import type { Day } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

import type { RoleGrant } from "./model.ts";

const t = words.people;

/** A role in words: "Supervisor, independent reviewer". */
export function roleName({ role, isIndependentReviewer }: Pick<RoleGrant, "role" | "isIndependentReviewer">): string {
  return isIndependentReviewer ? `${t.roles[role]}, ${t.reviewer}` : t.roles[role];
}

/** Whether a period is over, goes on, or is to come on that day. */
export function periodState(from: Day, to: Day | null, today: Day): "past" | "present" | "coming" {
  if (to !== null && to < today) return "past";
  return from > today ? "coming" : "present";
}
