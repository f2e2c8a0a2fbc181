import { type CountTable, type Published, type PublishedTable, TOTAL } from "#app/disclosure/model.ts";

/** For `rows · x = sums` and `x >= 0`: the greatest value of `goal · x` for any goal, by the simplex method; Infinity where it has none. */
function solver(rows: readonly (readonly number[])[], sums: readonly number[], width: number): (goal: readonly number[]) => number {
  const signed = rows.map((row, i) => ((sums[i] ?? 0) < 0 ? [...row.map((n) => -n), -(sums[i] ?? 0)] : [...row, sums[i] ?? 0]));
  const tableau = signed.map((row, i) => [...row.slice(0, width), ...signed.map((_, k) => (i === k ? 1 : 0)), row[width] ?? 0]);
  const basis = signed.map((_, i) => width + i);
  const total = width + signed.length;
  const feasible = pivotUntilBest(tableau, basis, Array.from({ length: total }, (_, j) => (j >= width ? -1 : 0)), total);
  if (feasible < -1e-7) throw new Error("what is shown contradicts itself");
  return (goal) => pivotUntilBest(tableau.map((row) => [...row]), [...basis], [...goal, ...signed.map(() => -1e9)], total);
}

function at(matrix: readonly (readonly number[])[], i: number, j: number): number {
  return matrix[i]?.[j] ?? 0;
}

function pivotUntilBest(tableau: number[][], basis: number[], goal: readonly number[], width: number): number {
  const price = (j: number) => (goal[j] ?? 0) - basis.reduce((sum, b, i) => sum + (goal[b] ?? 0) * at(tableau, i, j), 0);
  for (;;) {
    let entering: number | undefined;
    for (let j = 0; j < width && entering === undefined; j += 1) if (!basis.includes(j) && price(j) > 1e-7) entering = j;
    if (entering === undefined) return basis.reduce((sum, b, i) => sum + (goal[b] ?? 0) * at(tableau, i, width), 0);
    const into = entering;
    const rows = basis.map((b, i) => ({ b, i, ratio: at(tableau, i, width) / at(tableau, i, into) })).filter(({ i }) => at(tableau, i, into) > 1e-9);
    const [leaving] = rows.sort((a, b) => a.ratio - b.ratio || a.b - b.b);
    if (!leaving) return Infinity;
    pivot(tableau, leaving.i, entering);
    basis[leaving.i] = entering;
  }
}

function pivot(tableau: number[][], row: number, column: number): void {
  const by = at(tableau, row, column);
  tableau[row] = (tableau[row] ?? []).map((n) => n / by);
  for (const [i, line] of tableau.entries()) {
    const factor = at(tableau, i, column);
    if (i !== row && factor !== 0) tableau[i] = line.map((n, j) => n - factor * at(tableau, row, j));
  }
}

/** How much a reader assumes: only what the marks say, or also that whatever is hidden among shown rows is not small. */
export type Cunning = "by the marks" | "knowing the rule";

/** What a reader goes by. */
interface Attack {
  readonly table: CountTable;
  readonly published: PublishedTable;
  readonly cunning: Cunning;
  /** What other tables tell of a cell. */
  readonly bounds?: (row: string, column: string) => { readonly least: number; readonly most: number };
}

/** A cell by row and column, and the range to which sums alone narrow it. */
export interface Narrowed { readonly row: string; readonly column: string; readonly least: number; readonly most: number }

function assumed(mark: Published | undefined, isFree: boolean): { least: number; most: number } {
  if (mark?.state === "shown") return { least: mark.count, most: mark.count };
  if (mark?.state === "fewer") return { least: 1, most: mark.than - 1 };
  return { least: isFree ? 0 : 10, most: Infinity };
}

function unknownsOf({ table, published, cunning, bounds }: Attack): Narrowed[] {
  return [...published.rows, published.total].flatMap((row) => table.columns.map(({ key, place }) => {
    const people = row.cells[table.people];
    // Where nothing of a column is told, not even noughts, it may have been withdrawn as a whole.
    const isWithdrawn = [...published.rows, published.total].every((r) => r.cells[key]?.state === "hidden");
    const isFree = isWithdrawn || cunning === "by the marks" || place !== "table" || row.key === TOTAL || people?.state === "fewer";
    // A column that is met nowhere gives nothing away; one elsewhere is read with its verdict.
    const own = place === "nowhere" ? { least: 0, most: Infinity } : assumed(row.cells[key], isFree);
    const told = bounds?.(row.key, key) ?? own;
    return { row: row.key, column: key, least: Math.max(own.least, told.least), most: Math.min(own.most, told.most) };
  }));
}

/**
 * A reader who has the table as published, with the verdicts of columns shown elsewhere, and does sums: the least and the most
 * that each hidden cell that is asked for can be, by linear programming over everything that adds up.
 */
export function attack(by: Attack, isAsked: (row: string, column: string) => boolean): Narrowed[] {
  const [{ table }, unknowns] = [by, unknownsOf(by)];
  const index = (row: string, column: string) => unknowns.findIndex((u) => u.row === row && u.column === column);
  const rowKeys = [...table.rows.map((r) => r.key), TOTAL];
  const sums: number[][] = [
    ...table.columns.map(({ key }) => unknowns.map((u) => (u.column === key ? (u.row === TOTAL ? -1 : 1) : 0))),
    ...table.wholes.filter((w) => w.parts.length > 0).flatMap(({ whole, parts }) => rowKeys.map((row) =>
      unknowns.map((u) => (u.row !== row ? 0 : u.column === whole ? -1 : parts.includes(u.column) ? 1 : 0)))),
  ];
  // x = least + y, y >= 0; where there is a most, y + slack = most - least.
  const bounded = unknowns.flatMap((u, i) => (u.most === Infinity ? [] : [i]));
  const rows = [
    ...sums.map((row) => [...row, ...bounded.map(() => 0)]),
    ...bounded.map((i, k) => [...unknowns.map((_, j) => (i === j ? 1 : 0)), ...bounded.map((_, l) => (k === l ? 1 : 0))]),
  ];
  const sides = [
    ...sums.map((row) => -row.reduce((sum, n, j) => sum + n * (unknowns[j]?.least ?? 0), 0)),
    ...bounded.map((i) => (unknowns[i]?.most ?? 0) - (unknowns[i]?.least ?? 0)),
  ];
  const maximise = solver(rows, sides, unknowns.length + bounded.length);
  return unknowns.filter((u) => u.least !== u.most && isAsked(u.row, u.column)).map((u) => {
    const goal = (by: number) => [...unknowns.map((_, j) => (j === index(u.row, u.column) ? by : 0)), ...bounded.map(() => 0)];
    return { row: u.row, column: u.column, least: Math.round(u.least - maximise(goal(-1))), most: Math.round(u.least + maximise(goal(1))) };
  });
}
