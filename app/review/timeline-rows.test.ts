import fc from "fast-check";
import { expect, test } from "vitest";

import type { Moment } from "./model.ts";
import { placeMoments } from "./timeline-rows.ts";

const DURATION = 42_000;
const moment = (id: string, startsMs: number | null, endsMs: number | null = null, over: Partial<Moment> = {}): Moment => ({
  id, submissionId: "s", authorId: "p", version: 1, voided: false, markedAt: "2026-11-21T12:00:00.000Z", kind: "attuned_moment", layer: "practitioner_client",
  principle: "receiving", sharing: "shared", note: null, startsMs, endsMs, ...over,
});

test("a range reaches as far as it does in the film; one beside it stands in the same row, one within it in the next", () => {
  const placed = placeMoments([moment("a", 0, 21_000), moment("b", 21_000, 42_000), moment("c", 5000, 6000)], "practitioner_client", DURATION);
  expect(placed.map(({ moment: { id }, from, length, row }) => [id, from, length, row])).toEqual([["a", 0, 0.5, 0], ["c", 5000 / DURATION, 0.09, 1], ["b", 0.5, 0.5, 0]]);
});

test("another layer's moments and those without a time are not on the line", () => {
  expect(placeMoments([moment("a", null), moment("b", 0, null, { layer: "client_child" })], "practitioner_client", DURATION)).toEqual([]);
});

test("the film's last picture is on the line as wide as any", () => {
  expect(placeMoments([moment("a", DURATION)], "practitioner_client", DURATION)).toMatchObject([{ from: 0.91, length: 0.09 }]);
});

test.each([
  ["a moment", DURATION + 5000, null, 0.91, 0.09], ["the end of a range", DURATION - 4200, DURATION + 4200, 0.8, 0.2], ["a range longer than the film", 0, 2 * DURATION, 0, 1],
])("what lies past the film's end is drawn within the line: %s", (_what, startsMs, endsMs, from, length) => {
  const [placed] = placeMoments([moment("a", startsMs, endsMs)], "practitioner_client", DURATION);
  expect(placed?.from).toBeCloseTo(from, 9);
  expect(placed?.length).toBeCloseTo(length, 9);
});

test("wherever they are: every moment stands within the line, wide enough to press, and none covers another", () => {
  const range = fc.tuple(fc.integer({ min: 0, max: DURATION }), fc.integer({ min: 0, max: DURATION })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(fc.property(fc.array(range, { maxLength: 15 }), (ranges) => {
    const placed = placeMoments(ranges.map(([from, to], n) => moment(String(n), from, to)), "practitioner_client", DURATION);
    expect(placed).toHaveLength(ranges.length);
    for (const one of placed) {
      expect(one.from >= 0 && one.length >= 0.09 && one.from + one.length <= 1 + 1e-9).toBe(true);
      const inRow = placed.filter((other) => other !== one && other.row === one.row);
      expect(inRow.some((other) => other.from < one.from + one.length - 1e-9 && one.from < other.from + other.length - 1e-9)).toBe(false);
    }
  }));
});
