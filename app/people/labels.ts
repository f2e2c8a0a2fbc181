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

/** A period in words: "since 3 March 2025", "from 3 March 2027", "3 March 2025 to 2 March 2026". */
export function periodText(from: Day, to: Day | null, today: Day): string {
  return from > today ? t.coming(from, to) : t.period(from, to);
}
