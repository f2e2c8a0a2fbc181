import type { CountedEntry, PathwayCount } from "./model.ts";
import type { Day } from "#app/platform/clock.ts";

/** One row of what counts: the entry, what it adds, from which day, and in which stage it stands. */
export interface ProjectedEntry {
  readonly stage: number;
  /** The key of a requirement or of a gate. */
  readonly requirement: string;
  readonly entryId: string;
  /** 1, minutes or half-days. */
  readonly amount: number;
  readonly countsOn: Day;
}

interface Evidence {
  readonly stage: number;
  readonly key: string;
  readonly counted: readonly CountedEntry[];
}

function evidenceOf(count: PathwayCount): Evidence[] {
  return count.stages.flatMap((s) => [
    ...s.requirements.map((r) => ({ stage: s.stage, key: r.requirement.key, counted: r.counted })),
    ...s.gates.map((g) => ({ stage: s.stage, key: g.gate.key, counted: g.counted })),
  ]);
}

/** Says the same thing of the same entry the same way. */
export function projectionKey(row: ProjectedEntry): string {
  return [row.stage, row.requirement, row.entryId, row.amount, row.countsOn].join(" ");
}

/**
 * What the count says, one row for each entry of each requirement and gate, under the first stage
 * in which it counts: on a cumulative pathway later stages count it again, the projection does not.
 */
export function projectionOf(count: PathwayCount): ProjectedEntry[] {
  const first = new Map<string, ProjectedEntry>();
  for (const { stage, key, counted } of evidenceOf(count)) {
    for (const entry of counted) {
      const once = `${key} ${entry.entryId}`;
      if (!first.has(once)) first.set(once, { stage, requirement: key, entryId: entry.entryId, amount: entry.amount, countsOn: entry.countsOn });
    }
  }
  return [...first.values()];
}

/** What has to change for the rows that stand to say what the rule says. */
export function projectionChange<T extends ProjectedEntry>(standing: readonly T[], wanted: readonly ProjectedEntry[]): { ended: T[]; added: ProjectedEntry[] } {
  const [have, want] = [new Set(standing.map(projectionKey)), new Set(wanted.map(projectionKey))];
  return {
    ended: standing.filter((row) => !want.has(projectionKey(row))),
    added: wanted.filter((row) => !have.has(projectionKey(row))),
  };
}
