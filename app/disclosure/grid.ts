import { type CountColumn, type CountTable, TOTAL, type Whole } from "./model.ts";

/**
 * Columns that hang together by a sum, over all rows and the total, as a flow: each cell runs between two nodes (its row's
 * sum and its column's sum), and what flows into a node flows out of it. So whatever a reader could work out by adding and
 * subtracting is a question about flows.
 */
export interface Grid {
  readonly cells: readonly Cell[];
  /** The steps that lead away from each node. */
  readonly steps: readonly (readonly Step[])[];
}

/** A way from one node to another, along a cell or against it. */
export interface Step {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  /** True where the cell grows on this step. */
  readonly grows: boolean;
}

/** One count in its place. */
export interface Cell {
  readonly row: string;
  readonly column: CountColumn;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** True for a cell in the row of totals. */
export function isTotal(cell: Cell): boolean {
  return cell.row === TOTAL;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function countsOf(table: CountTable, key: string): number[] {
  const counts = table.rows.map((row) => row.counts[key] ?? Number.NaN);
  if (!counts.every(isCount)) throw new RangeError(`the column ${key} holds something that is no count`);
  return [...counts, counts.reduce((sum, n) => sum + n, 0)];
}

function columnOf(table: CountTable, key: string): CountColumn {
  const column = table.columns.find((c) => c.key === key);
  if (!column) throw new RangeError(`there is no column ${key}`);
  return column;
}

// Between the whole's node and a row's node runs the whole; between that and a part's node runs the part. In the row of
// totals everything runs the other way. A column without parts has one node for all rows.
function cellsOf(table: CountTable, { whole, parts }: Whole, rowNode: (row: number) => number): Cell[] {
  const rows = [...table.rows.map((row) => row.key), TOTAL];
  return [whole, ...parts].flatMap((key, place) => {
    const [column, values] = [columnOf(table, key), countsOf(table, key)];
    return values.map((value, row): Cell => {
      const [forth, back] = [{ from: place, to: rowNode(row) }, { from: rowNode(row), to: place }];
      const runsForth = (place === 0) !== (row === table.rows.length);
      return { row: rows[row] ?? TOTAL, column, value, ...(runsForth ? forth : back) };
    });
  });
}

function checkSums(table: CountTable, { whole, parts }: Whole): void {
  if (parts.length === 0) return;
  for (const { key, counts } of table.rows) {
    const sum = parts.reduce((n, part) => n + (counts[part] ?? 0), 0);
    if (sum !== counts[whole]) throw new RangeError(`in the row ${key} the parts of ${whole} do not add up to it`);
  }
}

function stepsOf(cells: readonly Cell[], nodes: number): Step[][] {
  const steps = Array.from({ length: nodes }, (): Step[] => []);
  for (const cell of cells) {
    steps[cell.from]?.push({ cell, from: cell.from, to: cell.to, grows: true });
    steps[cell.to]?.push({ cell, from: cell.to, to: cell.from, grows: false });
  }
  return steps;
}

/** The grids of a table, one for each group of columns that hang together. Throws a RangeError where its sums do not hold. */
export function gridsOf(table: CountTable): Grid[] {
  const inSums = new Set(table.wholes.flatMap(({ whole, parts }) => [whole, ...parts]));
  const alone = table.columns.filter((c) => !inSums.has(c.key)).map((c) => ({ whole: c.key, parts: [] }));
  return [...table.wholes, ...alone].map((of) => {
    checkSums(table, of);
    const columns = of.parts.length + 1;
    const rowNode = (row: number): number => (of.parts.length === 0 ? columns : columns + row);
    const cells = cellsOf(table, of, rowNode);
    return { cells, steps: stepsOf(cells, columns + (of.parts.length === 0 ? 1 : table.rows.length + 1)) };
  });
}
