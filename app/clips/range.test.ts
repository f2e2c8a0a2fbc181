import fc from "fast-check";
import { expect, test } from "vitest";

import { readRange } from "./range.ts";

const part = (from: number, to: number) => ({ kind: "part", from, to });
const whole = { kind: "whole" };
const unsatisfiable = { kind: "unsatisfiable" };

test.each([
  ["the first bytes", "bytes=0-99", part(0, 99)],
  ["one byte", "bytes=7-7", part(7, 7)],
  ["an open end", "bytes=900-", part(900, 999)],
  ["a player's first question", "bytes=0-", part(0, 999)],
  ["the last bytes", "bytes=-100", part(900, 999)],
  ["more last bytes than there are", "bytes=-5000", part(0, 999)],
  ["an end past the last byte", "bytes=990-4000", part(990, 999)],
  ["a number past all numbers", `bytes=0-${"9".repeat(40)}`, part(0, 999)],
  ["the last byte", "bytes=999-", part(999, 999)],
  ["one past the last byte", "bytes=1000-", unsatisfiable],
  ["the last none", "bytes=-0", unsatisfiable],
  ["a start past all numbers", `bytes=${"9".repeat(400)}-`, unsatisfiable],
  ["no header", null, whole],
  ["an empty one", "", whole],
  ["backwards", "bytes=9-5", whole],
  ["several", "bytes=0-1,5-9", whole],
  ["another unit", "seconds=0-1", whole],
  ["neither start nor end", "bytes=-", whole],
  ["no numbers", "bytes=a-b", whole],
  ["a sign", "bytes=+1-2", whole],
  ["a fraction", "bytes=1.5-2", whole],
  ["blanks around it", " bytes=1-2 ", part(1, 2)],
])("of a film of a thousand bytes: %s", (_, header, wanted) => {
  expect(readRange(header, 1000)).toEqual(wanted);
});

test("whatever is asked, what is given lies in the film", () => {
  fc.assert(fc.property(fc.string(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5000 }), (noise, a, b, bytes) => {
    for (const header of [noise, `bytes=${String(a)}-${String(b)}`, `bytes=-${String(a)}`, `bytes=${String(a)}-`]) {
      const range = readRange(header, bytes);
      if (range.kind === "part") expect(range.from >= 0 && range.from <= range.to && range.to < bytes).toBe(true);
    }
  }));
});
