import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { forecast } from "./forecast.ts";
import { type Block, BLOCK_DAYS, type ForecastCase, type StageForecast } from "./model.ts";

const one: Block = [{ day: 7, requirement: "cycles", amount: 1 }, { day: 14, requirement: "supervision", amount: 90 }];
const plain: ForecastCase = {
  stages: [{ stage: 2, remaining: { cycles: 3, supervision: 90 } }, { stage: 3, remaining: { cycles: 9, supervision: 390 } }],
  runsOn: true, own: [one, one, one, one], others: [], seed: "a trainee",
};
const PATHS = 60;

function stageOf(of: ForecastCase, stage: number): StageForecast {
  const found = forecast(of, PATHS).find((s) => s.stage === stage);
  if (!found) throw new Error(`no stage ${String(stage)}`);
  return found;
}

describe("what is foretold", () => {
  test("the same case is foretold alike, and another's seed is another's forecast", () => {
    expect(forecast(plain, PATHS)).toEqual(forecast(plain, PATHS));
    expect(forecast({ ...plain, seed: "another" }, PATHS)).not.toEqual(forecast(plain, PATHS));
  });

  test("a cycle in four weeks: three cycles take about three times four weeks, and cycles come last", () => {
    const next = stageOf(plain, 2);
    expect(next.heldUpBy).toBe("cycles");
    expect(next.likelyDays).toBeGreaterThan(2 * BLOCK_DAYS);
    expect(next.likelyDays).toBeLessThan(3 * BLOCK_DAYS);
  });

  test("where each stage counts its own, the next begins when the one before it ends", () => {
    const running = stageOf({ ...plain, stages: [{ stage: 2, remaining: { cycles: 3 } }, { stage: 3, remaining: { cycles: 3 } }] }, 3);
    const own = stageOf({ ...plain, runsOn: false, stages: [{ stage: 2, remaining: { cycles: 3 } }, { stage: 3, remaining: { cycles: 3 } }] }, 3);
    const double = stageOf({ ...plain, stages: [{ stage: 3, remaining: { cycles: 6 } }] }, 3);
    expect(own.likelyDays).toBe(double.likelyDays);
    expect(running.likelyDays).toBeLessThan(own.likelyDays ?? 0);
  });

  test("nothing is missing: today, and nothing holds it up", () => {
    expect(forecast({ ...plain, stages: [{ stage: 1, remaining: {} }] }, PATHS)).toEqual([{ stage: 1, earliestDays: 0, likelyDays: 0, latestDays: 0, heldUpBy: null }]);
  });

  test("what nobody has done yet has no day, and is what holds it up", () => {
    const none = { earliestDays: null, likelyDays: null, latestDays: null };
    expect(stageOf({ ...plain, stages: [{ stage: 2, remaining: { cycles: 1, peer_supervision: 1 } }] }, 2)).toEqual({ stage: 2, ...none, heldUpBy: "peer_supervision" });
    expect(stageOf({ ...plain, own: [[], []] }, 2)).toMatchObject(none);
  });

  test("the others stand in where one's own weeks say nothing", () => {
    expect(stageOf({ ...plain, own: [[], []], others: [one, one, one] }, 2).likelyDays).not.toBeNull();
  });
});

const work = fc.record({ day: fc.integer({ min: 1, max: BLOCK_DAYS }), requirement: fc.constantFrom("cycles", "supervision"), amount: fc.constantFrom(1, 60) });
const block = fc.array(work, { maxLength: 6 }).map((b): Block => b.sort((x, y) => x.day - y.day));
const anyCase: fc.Arbitrary<ForecastCase> = fc.record({
  stages: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 300 })).map(([cycles, supervision]) => [
    { stage: 1, remaining: { cycles, supervision } }, { stage: 2, remaining: { cycles: cycles + 3, supervision: supervision + 60 } },
  ]),
  runsOn: fc.boolean(), own: fc.array(block, { minLength: 2, maxLength: 6 }), others: fc.array(block, { maxLength: 4 }), seed: fc.string(),
});
const inOrder = (days: readonly (number | null)[]): boolean => days.map((d) => d ?? Infinity).every((d, i, all) => i === 0 || d >= (all[i - 1] ?? 0));
const days = (s: StageForecast) => [s.earliestDays, s.likelyDays, s.latestDays];
const ROUNDS = { numRuns: 40 };

describe("properties", () => {
  test("earliest, likely and latest stand in order, and no stage before the one it follows", () => {
    fc.assert(fc.property(anyCase, (of) => {
      const stages = forecast(of, 20);
      for (const stage of stages) expect(inOrder(days(stage))).toBe(true);
      for (const at of [0, 1, 2]) expect(inOrder(stages.map((s) => days(s)[at] ?? null))).toBe(true);
    }), ROUNDS);
  });

  test("more work in the same weeks is never later", () => {
    fc.assert(fc.property(anyCase, fc.nat(), work, (of, at, more) => {
      const busier = of.own.map((b, i) => (i === at % of.own.length ? [...b, more].sort((x, y) => x.day - y.day) : b));
      const [before, after] = [forecast(of, 20), forecast({ ...of, own: busier }, 20)];
      for (const [i, stage] of after.entries()) expect(inOrder([days(stage)[1] ?? null, days(before[i] ?? stage)[1] ?? null])).toBe(true);
    }), ROUNDS);
  });

  test("less that is missing is never later", () => {
    fc.assert(fc.property(anyCase, (of) => {
      const less = { ...of, stages: of.stages.map((s) => ({ ...s, remaining: { ...s.remaining, cycles: Math.max(0, (s.remaining.cycles ?? 0) - 1) } })) };
      const [before, after] = [forecast(of, 20), forecast(less, 20)];
      for (const [i, stage] of after.entries()) expect(inOrder([days(stage)[1] ?? null, days(before[i] ?? stage)[1] ?? null])).toBe(true);
    }), ROUNDS);
  });
});
