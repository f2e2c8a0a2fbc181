import fc from "fast-check";
import { expect, test } from "vitest";

import { actOfKey, loopTarget, nextSpeed, nextStop, pictureMs, pressLoop } from "./playback.ts";

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
  ["?", "BUTTON", false, "keys"], [" ", "INPUT", true, "toggle"], ["ArrowRight", "SELECT", false, undefined], ["m", "BUTTON", false, "mark"], ["M", "DIV", false, "mark"], ["s", "DIV", false, "mark_start"], ["e", "BUTTON", false, "mark_end"], ["n", "DIV", false, "next_stop"], ["p", "DIV", false, "stop_before"], [" ", "A", false, undefined], ["x", "DIV", false, undefined], ["Tab", "DIV", false, undefined],
])("the key %j with the focus on %s (a slider: %s) is %s", (key, tag, isRange, act) => {
  expect(actOfKey(key, { tag, isRange })).toBe(act);
});

test("a marked picture is the one that is shown again, whatever the film's pictures a second", () => {
  fc.assert(fc.property(fc.constantFrom(15, 23.976, 24, 25, 29.97, 30, 50, 59.94, 60), fc.integer({ min: 0, max: 36_000 }), (perSecond, picture) => {
    const back = pictureMs(picture / perSecond, 3_600_000) / 1000;
    expect(Math.floor(back * perSecond + 1e-6)).toBe(picture);
  }));
});

test.each([[0, 0], [14.92, 14_920], [14.9333, 14_940], [47.999, 48_000], [48.02, 48_000]])("the picture at %d s is marked at %i ms, and never past the film's 48 s", (seconds, ms) => {
  expect(pictureMs(seconds, 48_000)).toBe(ms);
});

test.each([[0, 1, 2000], [2000, 1, 9000], [1950, 1, 9000], [9000, 1, undefined], [9000, -1, 2000], [2050, -1, undefined], [20_000, -1, 9000]] as const)("from %i by %i the film goes to %s", (nowMs, by, stop) => {
  expect(nextStop([9000, 2000], nowMs, by)).toBe(stop);
});
