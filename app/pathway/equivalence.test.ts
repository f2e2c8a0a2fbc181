import { expect, test } from "vitest";

import { equivalents } from "./equivalence.ts";

test.each<[why: string, minutes: number, sessions: readonly string[]]>([
  ["eight hours: nine in one of the lengths would be too many, five of 90 minutes too few", 480, ["8 x 60 = 480", "6 x 90 = 540", "4 x 120 = 480"]],
  ["an hour and a half more is one session of 90 minutes", 540, ["9 x 60 = 540", "6 x 90 = 540", "5 x 120 = 600"]],
  ["a minute more than three sessions is four", 181, ["4 x 60 = 240", "3 x 90 = 270", "2 x 120 = 240"]],
  ["less than a session is one", 30, ["1 x 60 = 60", "1 x 90 = 90", "1 x 120 = 120"]],
  ["nothing is asked", 0, []],
])("%s", (_why, minutes, sessions) => {
  expect(equivalents(minutes).map((s) => `${String(s.count)} x ${String(s.minutesEach)} = ${String(s.minutes)}`)).toEqual(sessions);
});
