import { expect, test } from "vitest";

import { isPossibleWhileLocked, lockOf } from "./locks.ts";
import type { StageClosing } from "./model.ts";
import { closing, cycle, nesWith, supervision, TODAY, TOMORROW } from "#tests/support/countable.ts";
import { NES_PRESET } from "#seeds/reference/pathways.ts";

const first = closing(1, "2026-01-31");
const second = closing(2, "2026-03-31");
const reopened = closing(1, "2026-01-31", { reopened: true, reopenedOn: "2026-03-10" });
const again = closing(1, "2026-03-20");

test.each<[why: string, day: string, closings: readonly StageClosing[], lock: StageClosing | null]>([
  ["nothing closed, nothing locked", "2026-01-31", [], null],
  ["a day before the closing", "2026-01-30", [first], first],
  ["the closing day", "2026-01-31", [first], first],
  ["the day after the closing", "2026-02-01", [first], null],
  ["a day of the second closed stage", "2026-02-01", [first, second], second],
  ["a day of the first of two closed stages names the first", "2026-01-15", [first, second], first],
  ["the day after both", "2026-04-01", [first, second], null],
  ["a reopened stage locks nothing", "2026-01-15", [reopened], null],
  ["a reopened first stage, the second still closed: the first one's entries can be changed", "2026-01-15", [closing(1, "2026-01-31", { reopened: true, reopenedOn: "2026-05-01" }), second], null],
  ["and the second one's cannot", "2026-02-15", [closing(1, "2026-01-31", { reopened: true, reopenedOn: "2026-05-01" }), second], second],
  ["closed again: an old entry", "2026-01-15", [reopened, again], again],
  ["closed again: an entry of the days in between was signed with it", "2026-02-15", [reopened, again], again],
  ["closed again: the day after", "2026-03-21", [reopened, again], null],
  ["a closing today locks", "2026-06-01", [closing(1, TODAY)], closing(1, TODAY)],
  ["a closing tomorrow locks nothing", "2026-06-01", [closing(1, TOMORROW)], null],
])("%s", (_, day, closings, lock) => {
  const entry = supervision({ entryId: "e", heldOn: day });
  expect(lockOf(entry, { closings, definition: NES_PRESET.version.definition }, TODAY)).toEqual(lock);
});

test("a cycle without its shared review is evidence of nothing yet and is not locked", () => {
  expect(lockOf(cycle({ entryId: "e", filmedOn: "2026-01-15", reviewedOn: null }), { closings: [first], definition: NES_PRESET.version.definition }, TODAY)).toBeNull();
});

test.each<[why: string, lateEntriesBelongTo: "stage_of_their_day" | "stage_under_way", closings: readonly StageClosing[], lock: StageClosing | null]>([
  ["belongs to the stage of its day, and that one locks it", "stage_of_their_day", [first], first],
  ["belongs to the stage under way, which is open", "stage_under_way", [first], null],
  ["belongs to the stage that was under way, and that one locks it", "stage_under_way", [first, second], second],
])("logged late for a closed stage: %s", (_, lateEntriesBelongTo, closings, lock) => {
  const late = supervision({ entryId: "e", heldOn: "2026-01-15", recordedAt: "2026-02-10T12:00:00.000Z" });
  expect(lockOf(late, { closings, definition: nesWith({ lateEntriesBelongTo }) }, TODAY)).toEqual(lock);
});

test.each([
  ["change", [false, false, false, false]],
  ["void", [false, false, true, true]],
  ["question", [false, false, true, true]],
  ["confirm", [false, true, true, true]],
] as const)("while locked, %s is possible for trainee, peer, supervisor, lead: %j", (act, possible) => {
  expect((["trainee", "peer", "supervisor", "lead"] as const).map((by) => isPossibleWhileLocked(act, by))).toEqual(possible);
});
