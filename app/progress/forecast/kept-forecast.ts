import { forecast } from "./forecast.ts";
import type { ForecastCase, StageForecast } from "./model.ts";
import { type Others, without } from "./others.ts";

/** What is foretold from: one's own case, among others. */
export type OwnCase = Omit<ForecastCase, "others">;

// A page of progress is opened far more often than something counts, and the same case is always foretold alike.
const kept = new WeakMap<Others, Map<string, readonly StageForecast[]>>();

/** The forecast of a trainee, by whose id the case is seeded, among others; worked out once for each state of their record. */
export function foretold(own: OwnCase, others: Others): readonly StageForecast[] {
  const known = kept.get(others) ?? new Map<string, readonly StageForecast[]>();
  kept.set(others, known);
  const key = JSON.stringify([own.seed, own.runsOn, own.stages, own.own]);
  const foretold = known.get(key) ?? forecast({ ...own, others: without(others, own.seed) });
  known.set(key, foretold);
  return foretold;
}
