import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { attack, type Cunning, type Narrowed } from "#tests/support/attacker.ts";
import { protectAlone } from "#tests/support/disclosure.ts";

import { type CountTable, type Published, PUBLICATION_RULE, type PublishedRow, type PublishedTable, TOTAL } from "./model.ts";
import { protectSeries } from "./protect.ts";

const COLUMNS = [
  { key: "trainees", place: "table" }, { key: "accredited", place: "table" }, { key: "not_accredited", place: "elsewhere" },
  { key: "families", place: "table" }, { key: "further", place: "nowhere" }, { key: "cycles", place: "table" }, { key: "days", place: "table" },
] as const;
const WHOLES = [{ whole: "trainees", parts: ["accredited", "not_accredited"] }, { whole: "cycles", parts: ["families", "further"] }];

// Dense where it matters: nothing, one, around the threshold, and far above.
const anyCount = fc.oneof(fc.constantFrom(0, 0, 1, 2, 9, 10, 11, 18, 19, 20), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 }));
const anyRow = fc.record({ accredited: anyCount, not_accredited: anyCount, families: anyCount, further: anyCount, days: anyCount }).map((c) => (
  c.accredited + c.not_accredited === 0
    ? { trainees: 0, accredited: 0, not_accredited: 0, families: 0, further: 0, cycles: 0, days: 0 }
    : { ...c, trainees: c.accredited + c.not_accredited, cycles: c.families + c.further }));
const tableOf = (rows: readonly Record<string, number>[]): CountTable =>
  ({ columns: COLUMNS, wholes: WHOLES, people: "trainees", rows: rows.map((counts, i) => ({ key: `row ${String(i)}`, counts })) });
const anyTable = fc.array(anyRow, { minLength: 1, maxLength: 4 }).map(tableOf);

const valueOf = (table: CountTable, row: string, column: string): number =>
  table.rows.filter((r) => row === TOTAL || r.key === row).reduce((sum, r) => sum + (r.counts[column] ?? 0), 0);
const cellsOf = (published: PublishedTable): { row: string; column: string; cell: Published }[] =>
  [...published.rows, published.total].flatMap(({ key, cells }) => Object.entries(cells).map(([column, cell]) => ({ row: key, column, cell })));
const cellAt = (published: PublishedTable, row: string, column: string) =>
  cellsOf(published).find((c) => c.row === row && c.column === column)?.cell;

const { threshold } = PUBLICATION_RULE;
const isSmall = (n: number) => n >= 1 && n < threshold;

/** Cells whose range sums narrow: of those marked, below 1 to 9; of the others that are held back (small ones, and what stands in a row of few people), to fewer than nine values. */
function givenAway(table: CountTable, published: PublishedTable, cunning: Cunning, bounds?: Bounds): Narrowed[] {
  const isMarked = (row: string, column: string) => cellAt(published, row, column)?.state === "fewer";
  const isHeldBack = (row: string, column: string) =>
    column !== "further" && (isSmall(valueOf(table, row, column)) || (isSmall(valueOf(table, row, "trainees")) && valueOf(table, row, column) > 0));
  return attack({ table, published, cunning, ...(bounds ? { bounds } : {}) }, (row, column) => isMarked(row, column) || isHeldBack(row, column))
    .filter(({ row, column, least, most }) => (isMarked(row, column) ? least > 1 || most < threshold - 1 : most - least < threshold - 2));
}

type Bounds = (row: string, column: string) => { least: number; most: number };

/** A reader who is told where the noughts stand among few people: they are no secret. */
const noughtsOf = (table: CountTable): Bounds => (row, column) => ({
  least: 0, most: isSmall(valueOf(table, row, "trainees")) && valueOf(table, row, column) === 0 && COLUMNS.some((c) => c.key === column && c.place === "table") ? 0 : Infinity,
});

/** What the other tables of a series say of a cell of the one at `n`, where counts only ever grow. */
function boundsAt(series: readonly PublishedTable[], n: number): Bounds {
  return (row, column) => {
    const shown = series.map((published) => cellAt(published, row, column)).map((cell) => (cell?.state === "shown" ? cell.count : undefined));
    const [before, after] = [shown.slice(0, n), shown.slice(n + 1)];
    return { least: Math.max(0, ...before.map((count) => count ?? 0)), most: Math.min(Infinity, ...after.map((count) => count ?? Infinity)) };
  };
}

/** Tables in which no count ever falls: each adds something, mostly little, to the one before. */
const anySeries = fc.integer({ min: 1, max: 3 }).chain((rows) => {
  const few = fc.oneof(fc.constantFrom(0, 0, 0, 1), fc.integer({ min: 0, max: 12 }));
  const step = fc.array(fc.record({ accredited: few, not_accredited: few, families: few, further: few, days: few }), { minLength: rows, maxLength: rows });
  return fc.tuple(fc.array(anyRow, { minLength: rows, maxLength: rows }), fc.array(step, { minLength: 1, maxLength: 3 })).map(([first, steps]) => {
    const all: (typeof first)[] = [first];
    for (const added of steps) {
      all.push((all.at(-1) ?? first).map((row, i) => {
        const more = added[i] ?? { accredited: 0, not_accredited: 0, families: 0, further: 0, days: 0 };
        const isEmpty = row.trainees + more.accredited + more.not_accredited === 0;
        const [accredited, notAccredited] = [row.accredited + more.accredited, row.not_accredited + more.not_accredited];
        const [families, further] = isEmpty ? [0, 0] : [row.families + more.families, row.further + more.further];
        return { accredited, not_accredited: notAccredited, trainees: accredited + notAccredited, families, further, cycles: families + further, days: isEmpty ? 0 : row.days + more.days };
      }));
    }
    return all.map(tableOf);
  });
});

/** Cells of the table that are neither small nor in a row of few people, and yet hidden. */
function sacrificedIn(table: CountTable, published: PublishedTable) {
  return cellsOf(published).filter(({ row, column, cell }) => cell.state === "hidden" && valueOf(table, row, column) >= threshold
    && valueOf(table, row, "trainees") >= threshold && COLUMNS.some((c) => c.key === column && c.place === "table"));
}

function shownAgain(table: CountTable, published: PublishedTable, row: string, column: string): PublishedTable {
  const shown = { state: "shown", count: valueOf(table, row, column) } as const;
  const again = (r: PublishedRow): PublishedRow => (r.key === row ? { ...r, cells: { ...r.cells, [column]: shown } } : r);
  return { ...published, rows: published.rows.map(again), total: again(published.total) };
}

describe("whatever the table", () => {
  test("nothing from 1 to 9 is ever shown, what is shown is true, and fewer than 10 is said only of what is", () => {
    fc.assert(fc.property(anyTable, (table) => {
      for (const { row, column, cell } of cellsOf(protectAlone(table, PUBLICATION_RULE))) {
        const value = valueOf(table, row, column);
        if (cell.state === "shown") expect([row, column, cell.count, isSmall(cell.count)]).toEqual([row, column, value, false]);
        if (cell.state === "fewer") expect([row, column, isSmall(value)]).toEqual([row, column, true]);
      }
    }));
  });

  for (const cunning of ["by the marks", "knowing the rule"] as const) {
    test(`no sum narrows what is marked below 1 to 9, nor tells another that is held back to within fewer than nine values: a reader ${cunning}`, () => {
      fc.assert(fc.property(anyTable, (table) => {
        expect(givenAway(table, protectAlone(table, PUBLICATION_RULE), cunning, noughtsOf(table))).toEqual([]);
      }));
    });
  }

  test("a small complement cannot be worked out: where the rest of the trainees are few, not both of the others are shown", () => {
    fc.assert(fc.property(anyTable, (table) => {
      const published = protectAlone(table, PUBLICATION_RULE);
      for (const { key } of [...table.rows, { key: TOTAL }]) {
        if (!isSmall(valueOf(table, key, "not_accredited"))) continue;
        expect(["trainees", "accredited"].every((column) => cellAt(published, key, column)?.state === "shown")).toBe(false);
      }
    }));
  });

  test("a table without small counts is shown whole", () => {
    const large = fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 60 }));
    const row = fc.record({ accredited: fc.integer({ min: 10, max: 60 }), not_accredited: large, families: large, further: large, days: large })
      .map((c) => ({ ...c, trainees: c.accredited + c.not_accredited, cycles: c.families + c.further }));
    fc.assert(fc.property(fc.array(row, { maxLength: 6 }).map(tableOf), (table) => {
      const kept = cellsOf(protectAlone(table, PUBLICATION_RULE)).filter((c) => c.cell.state !== "shown").map((c) => c.column);
      expect(kept.filter((column) => column !== "further")).toEqual([]);
    }));
  });

  test("nothing is hidden for nothing: any one figure that is hidden for another's sake would give something away", () => {
    fc.assert(fc.property(anyTable, (table) => {
      const published = protectAlone(table, PUBLICATION_RULE);
      for (const { row, column } of sacrificedIn(table, published)) {
        expect({ row, column, givenAway: givenAway(table, shownAgain(table, published, row, column), "knowing the rule", noughtsOf(table)).length > 0 })
          .toEqual({ row, column, givenAway: true });
      }
    }));
  });

  test("the same table gives the same answer", () => {
    fc.assert(fc.property(anyTable, (table) => {
      expect(protectAlone(table, PUBLICATION_RULE)).toEqual(protectAlone(structuredClone(table), PUBLICATION_RULE));
    }));
  });

  test("nor do month ends tell of each other where counts only grow: what was shown before is a floor, what is shown later a ceiling", () => {
    fc.assert(fc.property(anySeries, (tables) => {
      const series = protectSeries(tables, PUBLICATION_RULE);
      for (const [n, table] of tables.entries()) {
        const published = series[n];
        if (published) expect([n, ...givenAway(table, published, "knowing the rule", boundsAt(series, n))]).toEqual([n]);
      }
    }));
  });
});
