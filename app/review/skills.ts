import { PRINCIPLES } from "./principles.ts";

/** The lines of the local skills record: the six groups, and activating the client (docs/field.md, "Skills record"). */
export const SKILL_LINES = [...PRINCIPLES, "activating"] as const;
export type SkillLine = (typeof SKILL_LINES)[number];

/** The scale in force. It has a name, because what was filled in keeps the scale it was filled in on. */
export const SCALE = "local-1";

/** 1 beginning, 2 developing, 3 consolidating, 4 confident; or the skill was not seen. Nothing is ever added up. */
export const LEVELS = [1, 2, 3, 4, "not_seen"] as const;
export type Level = (typeof LEVELS)[number];

/** The same as a form says it, with what leaves a line open. */
export const LEVEL_CHOICES = ["1", "2", "3", "4", "not_seen", "open"] as const;

/** A line left open has no key. */
export type Ratings = Readonly<Partial<Record<SkillLine, Level>>>;

/** True where both say the same of every line. */
export function isSameRatings(a: Ratings, b: Ratings): boolean {
  return SKILL_LINES.every((line) => a[line] === b[line]);
}

/** True where no line was rated. */
export function isEmpty(ratings: Ratings): boolean {
  return SKILL_LINES.every((line) => ratings[line] === undefined);
}
