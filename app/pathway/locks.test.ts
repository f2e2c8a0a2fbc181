import { expect, test } from "vitest";

import { isPossibleWhileLocked, lockOf } from "./locks.ts";
import type { StageClosing } from "./model.ts";
import { closing, TODAY, TOMORROW } from "#tests/support/countable.ts";

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
  expect(lockOf(day, closings, TODAY)).toEqual(lock);
});

test.each([
  ["change", [false, false, false, false]],
  ["void", [false, false, true, true]],
  ["question", [false, false, true, true]],
  ["confirm", [false, true, true, true]],
] as const)("while locked, %s is possible for trainee, peer, supervisor, lead: %j", (act, possible) => {
  expect((["trainee", "peer", "supervisor", "lead"] as const).map((by) => isPossibleWhileLocked(act, by))).toEqual(possible);
});
