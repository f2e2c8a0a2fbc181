import type { Cell, Grid, Step } from "./grid.ts";

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

type Moved = Map<Cell, number>;

function roomOf({ cell, grows }: Step, known: (cell: Cell) => Known, moved: Moved): number {
  const { least, most } = known(cell);
  const now = cell.value + (moved.get(cell) ?? 0);
  return grows ? most - now : now - least;
}

interface Search {
  readonly grid: Grid;
  readonly except: Cell;
  readonly known: (cell: Cell) => Known;
  readonly moved: Moved;
}

/** The step that leads to each node, where it can be reached; null for the start. */
type Reached = readonly (Step | null | undefined)[];

function explore(start: number, { grid, except, known, moved }: Search): Reached {
  const reached = new Array<Step | null | undefined>(grid.steps.length);
  reached[start] = null;
  const queue = [start];
  for (let i = 0; i < queue.length; i += 1) {
    for (const step of grid.steps[queue[i] ?? start] ?? []) {
      if (step.cell === except || reached[step.to] !== undefined || roomOf(step, known, moved) <= 0) continue;
      reached[step.to] = step;
      queue.push(step.to);
    }
  }
  return reached;
}

function pathTo(end: number, reached: Reached): Step[] {
  const path: Step[] = [];
  for (let step = reached[end]; step; step = reached[step.from]) path.push(step);
  return path;
}

function crossing(reached: Reached, { grid, except }: Search): Cell[] {
  return grid.cells.filter((cell) => cell !== except && (reached[cell.from] === undefined) !== (reached[cell.to] === undefined));
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
    if (reached[end] === undefined) return { by, heldBy: crossing(reached, search) };
    const path = pathTo(end, reached);
    const amount = Math.min(wanted - by, ...path.map((step) => roomOf(step, of.known, search.moved)));
    for (const { cell: on, grows } of path) search.moved.set(on, (search.moved.get(on) ?? 0) + (grows ? amount : -amount));
    by += amount;
  }
  return { by: Math.max(0, wanted), heldBy: [] };
}
