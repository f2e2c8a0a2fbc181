import { afterEach, beforeEach, expect, vi } from "vitest";

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
