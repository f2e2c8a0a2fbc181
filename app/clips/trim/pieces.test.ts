import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { asCut, isTooLong, lengthOf, type Piece, pieceProblem } from "./pieces.ts";

const FILM_MS = 60_000;

describe("what is wrong with a piece", () => {
  it.each<readonly [string, Piece, readonly Piece[], string | undefined]>([
    ["a whole film", { fromMs: 0, toMs: FILM_MS }, [], undefined],
    ["as short as a piece may be", { fromMs: 0, toMs: 1000 }, [], undefined],
    ["a hair shorter", { fromMs: 0, toMs: 999 }, [], "too_short"],
    ["the end on the start", { fromMs: 5000, toMs: 5000 }, [], "ends_before_start"],
    ["the end before the start", { fromMs: 5000, toMs: 4000 }, [], "ends_before_start"],
    ["before the film", { fromMs: -1, toMs: 4000 }, [], "outside"],
    ["past the film's end", { fromMs: 0, toMs: FILM_MS + 1 }, [], "outside"],
    ["right after another", { fromMs: 2000, toMs: 4000 }, [{ fromMs: 0, toMs: 2000 }], undefined],
    ["over another by a millisecond", { fromMs: 1999, toMs: 4000 }, [{ fromMs: 0, toMs: 2000 }], "overlaps"],
  ])("%s", (_, piece, others, wanted) => { expect(pieceProblem(piece, FILM_MS, others)).toBe(wanted); });
});

describe("the pieces as they are cut", () => {
  it("that meet after they snapped to their key frames become one", () => {
    expect(asCut([{ fromMs: 4000, toMs: 9000 }, { fromMs: 0, toMs: 4500 }])).toEqual([{ fromMs: 0, toMs: 9000 }]);
  });

  const anyPiece = fc.tuple(fc.nat(FILM_MS), fc.nat(FILM_MS)).map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) + 1 }));

  it("hold every moment that was marked, once, in the film's order", () => {
    fc.assert(fc.property(fc.array(anyPiece, { maxLength: 8 }), (pieces) => {
      const cut = asCut(pieces);
      cut.forEach((piece, at) => { if (at > 0) expect(piece.fromMs).toBeGreaterThan(cut[at - 1]?.toMs ?? 0); });
      for (const { fromMs, toMs } of pieces) expect(cut.some((one) => one.fromMs <= fromMs && toMs <= one.toMs)).toBe(true);
      expect(lengthOf(cut)).toBeLessThanOrEqual(lengthOf(pieces));
    }));
  });
});

it.each([[10 * 60_000, false], [10 * 60_000 + 1, true]])("%i ms together are longer than an excerpt may be: %s", (toMs, wanted) => {
  expect(isTooLong([{ fromMs: 0, toMs: 1000 }, { fromMs: 2000, toMs: toMs + 1000 }])).toBe(wanted);
});
