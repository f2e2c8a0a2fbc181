import fc from "fast-check";
import { expect, test } from "vitest";

import { findSameTwice } from "./duplicates.ts";
import type { CountableEntry } from "./model.ts";
import { peerSupervision, supervision } from "#tests/support/countable.ts";

const anyTimes = fc.array(fc.constantFrom(null, "10:00", "14:00", "16:30"), { minLength: 1, maxLength: 7 });
const anyKind = fc.constantFrom(supervision, peerSupervision);

/** Sessions alike in all but their time of day, logged one minute after another. */
function logged(make: (over: { entryId: string; startsAt: string | null; recordedAt: string }) => CountableEntry, times: readonly (string | null)[]): CountableEntry[] {
  return times.map((startsAt, i) => make({ entryId: `e${String(i)}`, startsAt, recordedAt: `2026-03-20T12:0${String(i)}:00.000Z` }));
}

test("alike in all but their time, as many stay as there are different times, or one: in whatever order they were logged", () => {
  fc.assert(fc.property(anyKind, anyTimes, (make, times) => {
    const known = new Set(times.filter((time) => time !== null));
    expect(times.length - findSameTwice(logged(make, times)).size).toBe(Math.max(1, known.size));
  }));
});

test("whoever is left out names one that stays and was logged before", () => {
  fc.assert(fc.property(anyKind, anyTimes, (make, times) => {
    const sameAs = findSameTwice(logged(make, times));
    for (const [later, first] of sameAs) {
      expect(first < later).toBe(true);
      expect(sameAs.has(first)).toBe(false);
    }
  }));
});
