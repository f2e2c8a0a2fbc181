import { expect, test } from "vitest";

import { actOfKey, loopTarget, nextSpeed, pressLoop } from "./playback.ts";

test.each([[1, 1, 1.25], [1, -1, 0.75], [2, 1, 2], [0.25, -1, 0.25]] as const)("from speed %d by %d: %d", (speed, by, next) => {
  expect(nextSpeed(speed, by)).toBe(next);
});

test("a loop is begun, closed from the earlier to the later place, and ended", () => {
  expect(pressLoop(null, 5000)).toEqual({ fromMs: 5000, toMs: null });
  expect(pressLoop({ fromMs: 5000, toMs: null }, 8000)).toEqual({ fromMs: 5000, toMs: 8000 });
  expect(pressLoop({ fromMs: 5000, toMs: null }, 2000)).toEqual({ fromMs: 2000, toMs: 5000 });
  expect(pressLoop({ fromMs: 5000, toMs: null }, 5000)).toBeNull();
  expect(pressLoop({ fromMs: 5000, toMs: 8000 }, 6000)).toBeNull();
});

test.each([[null, 9000, undefined], [{ fromMs: 5000, toMs: null }, 9000, undefined], [{ fromMs: 5000, toMs: 8000 }, 7999, undefined], [{ fromMs: 5000, toMs: 8000 }, 8000, 5000], [{ fromMs: 5000, toMs: 8000 }, 9000, 5000]])(
  "%o at %i goes to %s", (loop, nowMs, target) => {
    expect(loopTarget(loop, nowMs)).toBe(target);
  });

test.each([
  [" ", "DIV", false, "toggle"], [" ", "BUTTON", false, undefined], ["a", "BUTTON", false, "loop"], ["ArrowLeft", "INPUT", true, undefined], ["ArrowLeft", "DIV", false, "jump_back"],
  ["?", "BUTTON", false, "keys"], [" ", "INPUT", true, "toggle"], ["ArrowRight", "SELECT", false, undefined], ["m", "BUTTON", false, "mark"], ["x", "DIV", false, undefined], ["Tab", "DIV", false, undefined],
])("the key %j with the focus on %s (a slider: %s) is %s", (key, tag, isRange, act) => {
  expect(actOfKey(key, { tag, isRange })).toBe(act);
});
