import { describe, expect, test } from "vitest";

import { protectAlone } from "#tests/support/disclosure.ts";

import { type CountTable, type Published, PUBLICATION_RULE, type PublishedTable } from "./model.ts";
import { protectSeries } from "./protect.ts";

type Row = readonly [trainees: number, accredited: number, families: number];

function tableOf(rows: Readonly<Record<string, Row>>): CountTable {
  return {
    columns: [
      { key: "trainees", place: "table" }, { key: "accredited", place: "table" }, { key: "not_accredited", place: "elsewhere" }, { key: "families", place: "table" },
    ],
    wholes: [{ whole: "trainees", parts: ["accredited", "not_accredited"] }], people: "trainees",
    rows: Object.entries(rows).map(([key, [trainees, accredited, families]]) => ({ key, counts: { trainees, accredited, not_accredited: trainees - accredited, families } })),
  };
}

function mark(cell: Published | undefined): string {
  if (cell?.state === "shown") return String(cell.count);
  return cell?.state === "fewer" ? `<${String(cell.than)}` : "-";
}

/** Trainees, accredited, not accredited, families: of each row, the total last. */
function marks(published: PublishedTable): Record<string, string> {
  return Object.fromEntries([...published.rows, published.total].map(({ key, cells }) =>
    [key, ["trainees", "accredited", "not_accredited", "families"].map((column) => mark(cells[column])).join(" ")]));
}

const marksOf = (rows: Readonly<Record<string, Row>>, threshold = PUBLICATION_RULE.threshold) => marks(protectAlone(tableOf(rows), { threshold }));

describe("what is small", () => {
  test.each([
    { because: "nothing is told apart from little", families: 0, shown: "0" },
    { because: "one is the least that is hidden", families: 1, shown: "<10" },
    { because: "nine is the most that is hidden", families: 9, shown: "<10" },
    { because: "ten is the threshold", families: 10, shown: "10" },
  ])("$because", ({ families, shown }) => {
    const cells = protectAlone(tableOf({ a: [40, 20, families], b: [40, 20, 30], c: [40, 20, 50] }), PUBLICATION_RULE).rows[0]?.cells;
    expect(mark(cells?.families)).toBe(shown);
  });

  test("another threshold hides other counts, and says so", () => {
    expect(marksOf({ a: [40, 20, 4], b: [40, 20, 30], c: [40, 20, 50] }, 5)).toMatchObject({ a: "40 20 20 <5" });
    expect(marksOf({ a: [40, 20, 5], b: [40, 20, 30], c: [40, 20, 50] }, 5)).toMatchObject({ a: "40 20 20 5" });
  });

  test.each([1, 0, 9.5, Number.NaN])("%s is no threshold", (threshold) => {
    expect(() => marksOf({ a: [40, 20, 4] }, threshold)).toThrow(RangeError);
  });
});

describe("what would let it be worked out", () => {
  test("one small count in a column: the smallest other goes too, so that the total can stay", () => {
    expect(marksOf({ a: [40, 20, 4], b: [40, 20, 30], c: [40, 20, 50] })).toEqual({ a: "40 20 20 <10", b: "40 20 20 -", c: "40 20 20 50", total: "120 60 60 84" });
  });

  test("a figure without room to stand for another does not do: ten could not be more than it is when nine are taken from it", () => {
    expect(marksOf({ a: [40, 20, 4], b: [40, 20, 10], c: [40, 20, 50] })).toMatchObject({ a: "40 20 20 <10", c: "40 20 20 -", total: "120 60 60 64" });
  });

  test("with nothing else to give, the total goes; a total that is small itself says so, where that gives nothing away", () => {
    expect(marksOf({ a: [40, 20, 4], b: [40, 20, 12] })).toMatchObject({ a: "40 20 20 <10", b: "40 20 20 12", total: "80 40 40 -" });
    expect(marksOf({ a: [40, 20, 4], b: [40, 20, 0] })).toEqual({ a: "40 20 20 <10", b: "40 20 20 0", total: "80 40 40 <10" });
  });

  test("two small counts that add up to little: a total that said “fewer than 10” would narrow them", () => {
    expect(marksOf({ a: [40, 20, 1], b: [40, 20, 1] })).toEqual({ a: "40 20 20 <10", b: "40 20 20 <10", total: "80 40 40 -" });
  });

  test("few accredited: who is not is kept back too, wherever it would be shown", () => {
    expect(marksOf({ a: [40, 5, 30], b: [60, 30, 30] })).toEqual({ a: "40 <10 - 30", b: "60 - - 30", total: "100 35 65 60" });
  });

  test("few who are not accredited: with all trainees shown, the accredited are not", () => {
    expect(marksOf({ a: [40, 36, 30], b: [60, 30, 30] })).toEqual({ a: "40 - - 30", b: "60 - - 30", total: "100 66 34 60" });
  });

  test("nested: who is accredited of few trainees says nothing at all", () => {
    expect(marksOf({ a: [6, 2, 30], b: [60, 30, 30], c: [70, 30, 50] })).toMatchObject({ a: "<10 - - -" });
  });

  test("a row of few people says nothing else, be it much or nothing", () => {
    expect(marksOf({ a: [6, 0, 40], b: [60, 30, 30], c: [70, 30, 50] })).toMatchObject({ a: "<10 - - -", total: "136 60 76 120" });
  });

  test("in a row of few people a nought is no secret: no total has to go for it", () => {
    expect(marksOf({ a: [6, 0, 0], b: [4, 0, 0], c: [60, 30, 0] })).toEqual({ a: "<10 - - -", b: "<10 - - -", c: "60 30 30 0", total: "70 30 40 0" });
  });

  test("fewer than ten people in all: their number is not told by its total either", () => {
    expect(marksOf({ a: [2, 1, 3], b: [3, 0, 20], c: [0, 0, 0] })).toEqual({ a: "<10 - - -", b: "<10 - - -", c: "0 0 0 0", total: "- - - -" });
  });

  test("a table without small counts is shown whole", () => {
    expect(marksOf({ a: [40, 20, 30], b: [60, 60, 0], c: [0, 0, 0] })).toEqual({ a: "40 20 20 30", b: "60 60 0 0", c: "0 0 0 0", total: "100 80 20 30" });
  });

  test("an empty table is a table of noughts", () => {
    expect(marksOf({})).toEqual({ total: "0 0 0 0" });
  });
});

describe("one table after another", () => {
  const after = (...tables: readonly Readonly<Record<string, Row>>[]) => protectSeries(tables.map(tableOf), PUBLICATION_RULE).map(marks);

  test("what hid a small count is not shown as soon as that has grown: else both ends of the gap would be known", () => {
    expect(after({ a: [40, 20, 9], b: [40, 20, 30], c: [40, 20, 50] }, { a: [40, 20, 12], b: [40, 20, 37], c: [40, 20, 50] })).toEqual([
      { a: "40 20 20 <10", b: "40 20 20 -", c: "40 20 20 50", total: "120 60 60 89" }, { a: "40 20 20 12", b: "40 20 20 -", c: "40 20 20 50", total: "120 60 60 99" },
    ]);
  });

  test("it is shown once it has grown by eight: as far as nine values lie apart", () => {
    expect(after({ a: [40, 20, 9], b: [40, 20, 30], c: [40, 20, 50] }, { a: [40, 20, 12], b: [40, 20, 38], c: [40, 20, 50] })[1]).toMatchObject({ b: "40 20 20 38" });
  });

  test("what was shown before is a floor: a figure that has not grown since hides nothing, so another goes", () => {
    expect(after({ a: [40, 20, 0], b: [40, 20, 30], c: [40, 20, 50] }, { a: [40, 20, 3], b: [40, 20, 30], c: [40, 20, 70] })[1])
      .toMatchObject({ a: "40 20 20 <10", b: "40 20 20 30", c: "40 20 20 -" });
  });

  test("a row of few people that has grown: its noughts are shown, its figures once they have grown by eight", () => {
    const others = { b: [60, 30, 30], c: [70, 30, 50] } as const;
    expect(after({ a: [9, 0, 40], ...others }, { a: [10, 0, 47], ...others }, { a: [10, 0, 48], ...others }).map((table) => table.a)).toEqual(["<10 - - -", "10 0 - -", "10 0 - 48"]);
  });
});

describe("sums that do not hold", () => {
  test.each([
    { because: "the parts are not the whole", counts: { trainees: 20, accredited: 10, not_accredited: 11, families: 0 } },
    { because: "a count is missing", counts: { trainees: 20, accredited: 10, not_accredited: 10 } },
    { because: "a count is negative", counts: { trainees: 20, accredited: 10, not_accredited: 10, families: -1 } },
  ])("$because", ({ counts }) => {
    expect(() => protectAlone({ ...tableOf({}), rows: [{ key: "a", counts }] }, PUBLICATION_RULE)).toThrow(RangeError);
  });
});
