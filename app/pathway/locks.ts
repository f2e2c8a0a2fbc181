import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

import type { StageClosing } from "./model.ts";
import { closingsInForce, placeOf, type Placeable, type Placing } from "./stage-of-day.ts";

/** What locks a trainee's entries: the closings of their stages, and where their pathway puts late entries. */
export interface Locking {
  readonly closings: readonly StageClosing[];
  readonly definition: Placing;
}

/**
 * The closing that locks an entry against change, or null: that of the stage the entry belongs to, or of an earlier one
 * that was reopened and closed again over it. A reopened stage locks nothing, a closing in the future neither, and what
 * has no day yet is not locked (docs/field.md, "Locked entries").
 */
export function lockOf(entry: Placeable, { closings, definition }: Locking, today: Day): StageClosing | null {
  const inForce = closingsInForce(closings, today);
  const { stage, placedOn } = placeOf(entry, inForce, definition);
  if (placedOn === null) return null;
  const locking = inForce.filter((c) => !c.reopened && c.stage <= stage && placedOn <= c.closedOn);
  return locking.sort((a, b) => b.stage - a.stage || byText(a.closedOn, b.closedOn))[0] ?? null;
}

/** What somebody may want to do to an entry, and who stands in which relation to it. */
export type EntryAct = "change" | "void" | "confirm" | "question";
export type EntryParty = "trainee" | "peer" | "supervisor" | "lead";

const POSSIBLE_WHILE_LOCKED: Readonly<Record<EntryAct, readonly EntryParty[]>> = {
  change: [],
  void: ["supervisor", "lead"],
  question: ["supervisor", "lead"],
  // Changes nothing in the entry; one logged late for a closed stage could otherwise never count.
  confirm: ["peer", "supervisor", "lead"],
};

/**
 * True where a locked entry may still be acted on like this; voiding and questioning take a reason (docs/field.md,
 * "Locked entries"). Whether this person may act on it at all is the policy's question.
 */
export function isPossibleWhileLocked(act: EntryAct, by: EntryParty): boolean {
  return POSSIBLE_WHILE_LOCKED[act].includes(by);
}
