import { type Cell, type Grid, gridsOf, isTotal } from "./grid.ts";
import { type CountTable, type DisclosureRule, type Published, type PublishedRow, type PublishedTable, TOTAL } from "./model.ts";
import { type Known, reachOf } from "./reach.ts";

/**
 * Why a cell is as it is. `small` and `few_people` are what is to be protected: a small count, and whatever stands in a row
 * of few people. `small` says that it is small; `small_unsaid` does not. `sacrificed` hides another.
 */
type Verdict = "shown" | "small" | "small_unsaid" | "few_people" | "sacrificed" | "nowhere" | "withdrawn";

/** What earlier tables of a series gave away, by place: what was last shown there, and what it was when it last hid another. */
interface Memory {
  readonly shown: Map<string, number>;
  readonly hiding: Map<string, number>;
}

interface Work {
  readonly grid: Grid;
  readonly threshold: number;
  readonly memory: Memory;
  readonly verdicts: Map<Cell, Verdict>;
  /** What a reader knows of each cell by its verdict. */
  readonly known: Map<Cell, Known>;
}

const ANYTHING: Known = { least: 0, most: Number.MAX_SAFE_INTEGER };

function placeOf(cell: Cell): string {
  return `${cell.column.key} ${cell.row}`;
}

function verdictOf(cell: Cell, { verdicts }: Work): Verdict {
  return verdicts.get(cell) ?? "shown";
}

// A nought in a row of few people protects nothing: once there are more of them it is shown again, as noughts are.
function isNoSecret(cell: Cell, verdict: Verdict): boolean {
  return verdict === "few_people" && cell.value === 0 && cell.column.place === "table";
}

// Whoever knows this rule knows that a small count says so, so that what is only hidden is not small; and counts are taken not to
// fall, so that nothing is less than it was when it was last shown.
function knownOf(cell: Cell, verdict: Verdict, work: Pick<Work, "threshold" | "memory">): Known {
  if (verdict === "shown") return { least: cell.value, most: cell.value };
  if (verdict === "small") return { least: 1, most: work.threshold - 1 };
  if (verdict === "nowhere") return ANYTHING;
  if (isNoSecret(cell, verdict)) return { least: 0, most: 0 };
  const isLarge = verdict === "sacrificed" && !isTotal(cell) && cell.column.place === "table" && cell.value >= work.threshold;
  const earlier = Math.min(cell.value, work.memory.shown.get(placeOf(cell)) ?? 0);
  return { least: Math.max(isLarge ? work.threshold : 0, earlier), most: ANYTHING.most };
}

// Shown again too soon, a count would bound from above what it was while it hid another: no sum moves a count by more than
// the span of what is marked, so from there on it gives nothing away.
function isStillHiding(cell: Cell, { threshold, memory }: Work): boolean {
  const then = memory.hiding.get(placeOf(cell));
  return then !== undefined && cell.value < then + threshold - 2;
}

function decide(cell: Cell, verdict: Verdict, work: Work): void {
  work.verdicts.set(cell, verdict);
  work.known.set(cell, knownOf(cell, verdict, work));
}

function firstVerdict(cell: Cell, fewPeople: ReadonlySet<string>, people: string, work: Work): Verdict {
  const isSmall = cell.value >= 1 && cell.value < work.threshold;
  if (cell.column.place === "nowhere") return "nowhere";
  if (fewPeople.has(cell.row) && cell.column.key !== people) return "few_people";
  if (isSmall) return cell.column.place === "table" ? "small" : "small_unsaid";
  return isStillHiding(cell, work) ? "sacrificed" : "shown";
}

/** What holds a cell's range narrower than it has to be; undefined for a cell that needs no protection or has it. */
function holdersOf(cell: Cell, work: Work): readonly Cell[] | undefined {
  const verdict = verdictOf(cell, work);
  const of = { grid: work.grid, known: (other: Cell) => work.known.get(other) ?? ANYTHING };
  // From 1 to one less than the threshold.
  const span = work.threshold - 2;
  if (verdict === "small") {
    const [up, down] = [reachOf(cell, "up", span + 1 - cell.value, of), reachOf(cell, "down", cell.value - 1, of)];
    return up.heldBy.length + down.heldBy.length === 0 ? undefined : [...up.heldBy, ...down.heldBy];
  }
  // A nought is no secret, also where it stands among what is hidden.
  if (cell.value === 0 || (verdict !== "small_unsaid" && verdict !== "few_people")) return undefined;
  const up = reachOf(cell, "up", span, of);
  const rest = span - up.by;
  const down = reachOf(cell, "down", Math.min(cell.value, rest), of);
  return down.by >= rest ? undefined : [...up.heldBy, ...down.heldBy];
}

function firstExposed(work: Work): readonly Cell[] | undefined {
  for (const cell of work.grid.cells) {
    const holders = holdersOf(cell, work);
    if (holders) return holders;
  }
  return undefined;
}

/** What it costs the reader to lose a cell: nothing outside the table, least a small group's, most a total. */
function costOf(cell: Cell): number {
  if (cell.column.place !== "table") return -1;
  return isTotal(cell) ? Number.MAX_SAFE_INTEGER : cell.value;
}

// A nought in the table stays a nought: it is told apart from what is hidden.
function canGo(cell: Cell, work: Work): boolean {
  return verdictOf(cell, work) === "shown" && (cell.column.place !== "table" || cell.value >= work.threshold);
}

/** Gives up one more cell, the cheapest of those that hold an exposed one; false where there is none left. */
function giveUpOne(holders: readonly Cell[], work: Work): boolean {
  const [cheapest] = holders.filter((cell) => canGo(cell, work)).sort((a, b) => costOf(a) - costOf(b));
  if (cheapest) {
    decide(cheapest, "sacrificed", work);
    return true;
  }
  const said = holders.find((cell) => isTotal(cell) && verdictOf(cell, work) === "small");
  if (said) decide(said, "small_unsaid", work);
  return said !== undefined;
}

// Going on from one exposed cell to the next can give up more than is needed: what is not needed is shown again, but for
// what hid another before, which does not count as hiding one now.
function takeBack(work: Work): ReadonlySet<Cell> {
  const idle: Cell[] = [];
  for (const [cell, verdict] of [...work.verdicts].reverse()) {
    if (verdict !== "sacrificed") continue;
    decide(cell, "shown", work);
    if (firstExposed(work)) decide(cell, verdict, work);
    else if (isStillHiding(cell, work)) idle.push(cell);
  }
  for (const cell of idle) decide(cell, "sacrificed", work);
  return new Set(idle);
}

function settle(work: Work): ReadonlySet<Cell> {
  for (let holders = firstExposed(work); holders; holders = firstExposed(work)) {
    if (giveUpOne(holders, work)) continue;
    for (const cell of work.grid.cells) decide(cell, "withdrawn", work);
    return new Set();
  }
  return takeBack(work);
}

function rowsOfFewPeople(table: CountTable, threshold: number): Set<string> {
  const peopleIn = new Map(table.rows.map(({ key, counts }) => [key, counts[table.people] ?? 0]));
  const all = [...peopleIn.values()].reduce((sum, n) => sum + n, 0);
  const isEmpty = (key: string) => table.rows.every((row) => (key !== TOTAL && row.key !== key) || Object.values(row.counts).every((n) => n === 0));
  return new Set([...peopleIn, [TOTAL, all] as const].filter(([key, n]) => n < threshold && !isEmpty(key)).map(([key]) => key));
}

function publish(cell: Cell, verdict: Verdict, threshold: number): Published {
  if (verdict === "shown") return { state: "shown", count: cell.value };
  return verdict === "small" ? { state: "fewer", than: threshold } : { state: "hidden" };
}

function remember({ verdicts, memory }: Work, idle: ReadonlySet<Cell>): void {
  for (const [cell, verdict] of verdicts) {
    if (verdict === "shown") memory.shown.set(placeOf(cell), cell.value);
    else if (verdict !== "small" && !isNoSecret(cell, verdict) && !idle.has(cell)) memory.hiding.set(placeOf(cell), cell.value);
  }
}

function protectOne(table: CountTable, rule: DisclosureRule, memory: Memory): PublishedTable {
  const fewPeople = rowsOfFewPeople(table, rule.threshold);
  const cells = new Map<string, Record<string, Published>>();
  for (const grid of gridsOf(table)) {
    const work: Work = { grid, threshold: rule.threshold, memory, verdicts: new Map(), known: new Map() };
    for (const cell of grid.cells) decide(cell, firstVerdict(cell, fewPeople, table.people, work), work);
    remember(work, settle(work));
    for (const [cell, verdict] of work.verdicts) cells.set(cell.row, { ...cells.get(cell.row), [cell.column.key]: publish(cell, verdict, rule.threshold) });
  }
  const rowOf = (key: string): PublishedRow => ({ key, cells: cells.get(key) ?? {} });
  return { rule, rows: table.rows.map((row) => rowOf(row.key)), total: rowOf(TOTAL) };
}

/**
 * What may be published of tables that follow each other in time, the earliest first (docs/field.md, "Publication"): no count
 * from 1 to one less than the threshold is shown, nor can it be worked out, or its range narrowed, from what is shown of its
 * own table, nor from the others where counts only ever grow. The same tables give the same answer to everybody.
 * Throws a RangeError for a threshold below 2, and where a table's sums do not hold.
 */
export function protectSeries(tables: readonly CountTable[], rule: DisclosureRule): PublishedTable[] {
  if (!Number.isInteger(rule.threshold) || rule.threshold < 2) throw new RangeError("a threshold is a whole number from 2");
  const memory: Memory = { shown: new Map(), hiding: new Map() };
  return tables.map((table) => protectOne(table, rule, memory));
}
