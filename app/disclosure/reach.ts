import type { Cell, Grid } from "./grid.ts";

/** What a reader knows of a cell before doing any sums: both ends inside. A cell that is shown has both ends on its count. */
export interface Known {
  readonly least: number;
  readonly most: number;
}

/** How far a cell could be from its count, one way, with every sum still right. */
export interface Reach {
  readonly by: number;
  /** Where that fell short of what was asked: the cells that hold it back, each of which would let it go further if less were known of it. */
  readonly heldBy: readonly Cell[];
}

interface Step {
  readonly cell: Cell;
  readonly node: number;
  /** True where the cell grows on this step. */
  readonly grows: boolean;
}

type Moved = Map<Cell, number>;

function roomOf({ cell, grows }: Step, known: (cell: Cell) => Known, moved: Moved): number {
  const { least, most } = known(cell);
  const now = cell.value + (moved.get(cell) ?? 0);
  return grows ? most - now : now - least;
}

function stepsFrom(node: number, grid: Grid): Step[] {
  return grid.cells.flatMap((cell) => [
    ...(cell.from === node ? [{ cell, node: cell.to, grows: true }] : []),
    ...(cell.to === node ? [{ cell, node: cell.from, grows: false }] : []),
  ]);
}

interface Search {
  readonly grid: Grid;
  readonly except: Cell;
  readonly known: (cell: Cell) => Known;
  readonly moved: Moved;
}

/** The nodes that can be reached, each with the step that led there. */
function explore(start: number, { grid, except, known, moved }: Search): Map<number, Step | null> {
  const reached = new Map<number, Step | null>([[start, null]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const step of stepsFrom(node, grid)) {
      if (step.cell === except || reached.has(step.node) || roomOf(step, known, moved) <= 0) continue;
      reached.set(step.node, step);
      queue.push(step.node);
    }
  }
  return reached;
}

function pathTo(end: number, reached: ReadonlyMap<number, Step | null>): Step[] {
  const path: Step[] = [];
  for (let step = reached.get(end); step; step = reached.get(step.grows ? step.cell.from : step.cell.to)) path.push(step);
  return path;
}

function crossing(reached: ReadonlyMap<number, Step | null>, { grid, except }: Search): Cell[] {
  return grid.cells.filter((cell) => cell !== except && reached.has(cell.from) !== reached.has(cell.to));
}

/**
 * How far the cell could grow (or shrink), up to `wanted`, while every sum of the grid holds and every other cell stays
 * within what is known of it: the greatest flow that the other cells can carry back, so exact.
 */
export function reachOf(cell: Cell, way: "up" | "down", wanted: number, of: Pick<Search, "grid" | "known">): Reach {
  const [start, end] = way === "up" ? [cell.to, cell.from] : [cell.from, cell.to];
  const search: Search = { ...of, except: cell, moved: new Map() };
  for (let by = 0; by < wanted;) {
    const reached = explore(start, search);
    if (!reached.has(end)) return { by, heldBy: crossing(reached, search) };
    const path = pathTo(end, reached);
    const amount = Math.min(wanted - by, ...path.map((step) => roomOf(step, of.known, search.moved)));
    for (const { cell: on, grows } of path) search.moved.set(on, (search.moved.get(on) ?? 0) + (grows ? amount : -amount));
    by += amount;
  }
  return { by: Math.max(0, wanted), heldBy: [] };
}
