import { describe, expect, test } from "vitest";

import { addPiece, changePiece, endPiece, type Marks, NO_MARKS, removePiece, snapPiece, startPiece } from "./marks.ts";

const FILM_MS = 60_000;
const times = ({ pieces }: Marks) => pieces.map(({ id, fromMs, toMs }) => [id, fromMs, toMs]);
const two = addPiece(addPiece(NO_MARKS, { id: "b", fromMs: 20_000, toMs: 30_000 }, FILM_MS), { id: "a", fromMs: 0, toMs: 5000 }, FILM_MS);

describe("pieces of a film that is cut", () => {
  test("stand in the film's order, whichever was marked first", () => { expect(times(two)).toEqual([["a", 0, 5000], ["b", 20_000, 30_000]]); });

  test("a start and an end make one; marked backwards it is turned round", () => {
    expect(times(endPiece(startPiece(NO_MARKS, 4000), 9000, FILM_MS, "a"))).toEqual([["a", 4000, 9000]]);
    expect(times(endPiece(startPiece(NO_MARKS, 9000), 4000, FILM_MS, "a"))).toEqual([["a", 4000, 9000]]);
    expect(endPiece(startPiece(NO_MARKS, 4000), 9000, FILM_MS, "a").begunMs).toBeNull();
  });

  test("an end without a start makes none, and says so", () => { expect(endPiece(NO_MARKS, 9000, FILM_MS, "a")).toMatchObject({ pieces: [], problem: "no_start" }); });

  test("an end that cannot stand leaves the start to be ended elsewhere", () => {
    expect(endPiece(startPiece(two, 19_000), 25_000, FILM_MS, "c")).toMatchObject({ begunMs: 19_000, problem: "overlaps", pieces: two.pieces });
  });

  test("a piece may be moved over its own old place, never over another", () => {
    expect(times(changePiece(two, "b", { fromMs: 19_000, toMs: 29_000 }, FILM_MS))).toEqual([["a", 0, 5000], ["b", 19_000, 29_000]]);
    expect(changePiece(two, "b", { fromMs: 4999, toMs: 29_000 }, FILM_MS)).toMatchObject({ problem: "overlaps", pieces: two.pieces });
  });

  test("where it really begins is looked for anew once it was moved", () => {
    const snapped = snapPiece(two, "b", 19_500);
    expect(snapped.pieces.map(({ startsMs }) => startsMs)).toEqual([undefined, 19_500]);
    expect(changePiece(snapped, "b", { fromMs: 21_000, toMs: 30_000 }, FILM_MS).pieces[1]?.startsMs).toBeUndefined();
  });

  test("taken out it is gone, and what was wrong is forgotten", () => {
    const wrong = endPiece(two, 1, FILM_MS, "c");
    expect(removePiece(wrong, "a")).toMatchObject({ problem: null, pieces: [two.pieces[1]] });
  });
});
