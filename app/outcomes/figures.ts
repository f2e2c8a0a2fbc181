import type { CountTable } from "#app/disclosure/model.ts";
import type { PathwayDefinition } from "#app/pathway/model.ts";
import type { Day, Instant } from "#app/platform/clock.ts";

import { endOf } from "./month-ends.ts";

/** A version of something, and when it came to be known. */
interface Version {
  readonly id: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly traineeId: string;
}

/** Everything that the publication figures of a programme are counted from, with when each came to be known. */
export interface FiguresFacts {
  readonly programmeId: string;
  readonly boards: readonly { readonly code: string; readonly isIsland: boolean }[];
  readonly definitions: ReadonlyMap<string, PathwayDefinition>;
  readonly enrolments: readonly (Version & { readonly programmeId: string; readonly pathwayVersionId: string; readonly startedOn: Day })[];
  readonly closings: readonly (Version & { readonly stage: number; readonly closedOn: Day; readonly stands: boolean })[];
  /** In the order in which they were recorded. */
  readonly memberships: readonly (Version & { readonly boardCode: string })[];
  readonly cycles: readonly {
    readonly traineeId: string; readonly requirement: string; readonly amount: number; readonly countsOn: Day;
    readonly knownFrom: Instant; readonly knownUntil: Instant | null;
  }[];
}

/** The rows that are no board's: the islands together, and whoever has no board on record. */
export const ISLANDS = "islands";
export const NO_BOARD = "no-board";

interface Tally { trainees: number; accredited: number; families: number; cycles: number }

/** Of each thing the version that was in force at that instant. */
function asKnown<T extends Version>(versions: readonly T[], at: Instant): T[] {
  const latest = new Map<string, T>();
  for (const v of versions) if (v.recordedAt < at && (latest.get(v.id)?.version ?? 0) < v.version) latest.set(v.id, v);
  return [...latest.values()];
}

/** Everybody who had started in the programme by then, with the definition they were on. */
function startedBy(facts: FiguresFacts, day: Day, at: Instant): Map<string, PathwayDefinition> {
  const trainees = new Map<string, PathwayDefinition>();
  const started = asKnown(facts.enrolments, at).filter((e) => e.programmeId === facts.programmeId && e.startedOn <= day);
  for (const { traineeId, pathwayVersionId } of started.sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1))) {
    const definition = facts.definitions.get(pathwayVersionId);
    if (definition) trainees.set(traineeId, definition);
  }
  return trainees;
}

function rowsOf(facts: FiguresFacts, at: Instant): (traineeId: string) => string {
  const islands = new Set(facts.boards.filter((b) => b.isIsland).map((b) => b.code));
  const boards = new Map(asKnown(facts.memberships, at).map((m) => [m.traineeId, islands.has(m.boardCode) ? ISLANDS : m.boardCode]));
  return (traineeId) => boards.get(traineeId) ?? NO_BOARD;
}

function measureOf(definition: PathwayDefinition | undefined, key: string): "families" | "cycles" | null {
  const requirement = definition?.requirements.find((r) => r.key === key && r.entries === "cycle");
  if (!requirement) return null;
  return requirement.measure === "distinct_clients" ? "families" : "cycles";
}

/** The boards in their order, the islands together after them; whoever has no board last, where there is anybody. */
function rowKeys(facts: FiguresFacts, tallies: ReadonlyMap<string, Tally>): string[] {
  return [...facts.boards.filter((b) => !b.isIsland).map((b) => b.code), ISLANDS, ...(tallies.has(NO_BOARD) ? [NO_BOARD] : [])];
}

function tallyUp(facts: FiguresFacts, day: Day): Map<string, Tally> {
  const at = endOf(day);
  const [trainees, rowFor] = [startedBy(facts, day, at), rowsOf(facts, at)];
  const tallies = new Map<string, Tally>();
  const add = (traineeId: string, what: keyof Tally, n: number): void => {
    const row = rowFor(traineeId);
    const tally = tallies.get(row) ?? { trainees: 0, accredited: 0, families: 0, cycles: 0 };
    tally[what] += n;
    tallies.set(row, tally);
  };
  for (const traineeId of trainees.keys()) add(traineeId, "trainees", 1);
  const closed = asKnown(facts.closings, at).filter((c) => c.stands && c.closedOn <= day && c.stage === trainees.get(c.traineeId)?.stages.length);
  for (const traineeId of new Set(closed.map((c) => c.traineeId))) add(traineeId, "accredited", 1);
  for (const c of facts.cycles) {
    const measure = measureOf(trainees.get(c.traineeId), c.requirement);
    const wasKnown = c.knownFrom < at && (c.knownUntil === null || c.knownUntil >= at);
    if (measure !== null && wasKnown && c.countsOn <= day) add(c.traineeId, measure, c.amount);
  }
  return tallies;
}

const COLUMNS: CountTable["columns"] = [
  { key: "trainees", place: "table" }, { key: "accredited", place: "table" }, { key: "not_accredited", place: "elsewhere" },
  { key: "families", place: "table" }, { key: "cycles", place: "table" }, { key: "further_cycles", place: "nowhere" },
];
const ACCREDITED = { whole: "trainees", parts: ["accredited", "not_accredited"] };
const FURTHER = { whole: "cycles", parts: ["families", "further_cycles"] };

/**
 * How a programme stood at the end of that day, as it was known then, before any rule of disclosure: not to be shown
 * (docs/field.md, "Publication").
 */
export function figuresAt(facts: FiguresFacts, day: Day): CountTable {
  const tallies = tallyUp(facts, day);
  const rows = rowKeys(facts, tallies).map((key) => {
    const { trainees = 0, accredited = 0, families = 0, cycles = 0 } = tallies.get(key) ?? {};
    return { key, counts: { trainees, accredited, not_accredited: trainees - accredited, families, cycles, further_cycles: cycles - families } };
  });
  // A family has a cycle: readers know it. Only a pathway that counts clients and no cycles has it otherwise.
  const isNested = rows.every(({ counts }) => counts.further_cycles >= 0);
  const known = isNested ? [ACCREDITED, FURTHER] : [ACCREDITED];
  return { columns: isNested ? COLUMNS : COLUMNS.filter((c) => c.key !== "further_cycles"), wholes: known, people: "trainees", rows };
}
