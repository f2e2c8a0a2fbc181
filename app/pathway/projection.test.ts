import fc from "fast-check";
import { expect, test } from "vitest";

import { type ProjectedEntry, projectionChange, projectionKey } from "./projection.ts";

const row = fc.record<ProjectedEntry>({
  stage: fc.integer({ min: 1, max: 3 }), requirement: fc.constantFrom("cycles", "clients", "supervision"),
  entryId: fc.constantFrom("a", "b", "c", "d"), amount: fc.constantFrom(1, 60, 90), countsOn: fc.constantFrom("2026-03-01", "2026-03-02"),
});
const rows = fc.uniqueArray(row, { selector: projectionKey });

test("applying the change to what stands gives what is wanted, and touches nothing that already says so", () => {
  fc.assert(fc.property(rows, rows, (standing, wanted) => {
    const { ended, added } = projectionChange(standing, wanted);
    const after = [...standing.filter((r) => !ended.includes(r)), ...added].map(projectionKey).sort();
    expect(after).toEqual(wanted.map(projectionKey).sort());
    const standingKeys = new Set(standing.map(projectionKey));
    expect(added.some((r) => standingKeys.has(projectionKey(r)))).toBe(false);
  }));
});

test("nothing changed: nothing is written", () => {
  fc.assert(fc.property(rows, (same) => {
    expect(projectionChange(same, [...same].reverse())).toEqual({ ended: [], added: [] });
  }));
});
