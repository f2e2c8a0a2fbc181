import type { KnownClient } from "./context.ts";
import type { ImportedCycle } from "./draft.ts";
import type { RowReason } from "./reasons.ts";

/**
 * What the days of a client's case say of a cycle that is to join it: a film from before its opening is refused, unless
 * nobody told that day, and a day after its closing opens it again (docs/field.md, "Cases").
 */
export function caseReasons({ filmedOn, reviewedOn }: Pick<ImportedCycle, "filmedOn" | "reviewedOn">, { openedOn, opensWithFilm, closedOn }: KnownClient): RowReason[] {
  if (filmedOn < openedOn && !opensWithFilm) return [{ code: "film_before_case", day: openedOn }];
  const last = reviewedOn ?? filmedOn;
  return closedOn !== null && last > closedOn ? [{ code: "reopens_case", day: closedOn }] : [];
}
