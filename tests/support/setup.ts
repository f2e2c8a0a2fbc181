import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";

// Every day the same cases, so that a red run is the change's doing; `npm run test:long` draws new ones, and many more.
const EVERYDAY = { seed: 20_261_121 };
const LONG = { numRuns: 2_000 };
fc.configureGlobal(process.env.ATTUNE_TEST_LONG === "1" ? LONG : EVERYDAY);

// What a page would write to the console is a fault: it fails the test that caused it.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(said, "nothing is written to console.error or console.warn").toEqual([]);
});
