import { dayOfEntry } from "#app/pathway/entry-day.ts";
import type { CountableCycle, CountedEntry, PathwayCount, PathwayVersion, StageClosing } from "#app/pathway/model.ts";
import { closingsInForce, placeOf } from "#app/pathway/stage-of-day.ts";
import type { Day } from "#app/platform/clock.ts";
import { byText } from "#app/platform/order.ts";

/** What a pack is made of: the count, the versions behind it and what was submitted. Nothing that anybody wrote. */
export interface Evidence {
  readonly traineeId: string;
  readonly stage: number;
  readonly startedOn: Day;
  readonly pathwayVersion: Pick<PathwayVersion, "id" | "definition">;
  readonly closings: readonly StageClosing[];
  readonly count: PathwayCount;
  /** The trainee's cycles, by which a submission belongs to a stage. */
  readonly cycles: readonly CountableCycle[];
  /** The version in force of each entry, by its id. */
  readonly versions: ReadonlyMap<string, number>;
  readonly submissions: readonly { readonly id: string; readonly entryId: string; readonly attempt: number; readonly state: string }[];
  readonly skills: readonly { readonly id: string; readonly version: number }[];
}

interface PackedEntry { readonly entry: string; readonly version: number; readonly amount: number; readonly countsOn: Day }

/** The evidence of one stage: ids, versions, amounts and days, each list in the order of its ids. */
export interface Pack {
  readonly format: 1;
  readonly trainee: string;
  readonly stage: number;
  readonly pathwayVersion: string;
  readonly startedOn: Day;
  readonly closed: readonly { readonly stage: number; readonly on: Day; readonly by: string }[];
  readonly requirements: readonly { readonly key: string; readonly count: number; readonly needed: number; readonly entries: readonly PackedEntry[] }[];
  readonly gates: readonly { readonly key: string; readonly state: string; readonly halfDays: number; readonly entries: readonly PackedEntry[] }[];
  readonly submissions: readonly { readonly submission: string; readonly entry: string; readonly attempt: number; readonly state: string }[];
  readonly skills: readonly { readonly record: string; readonly version: number }[];
}

function packed(counted: readonly CountedEntry[], versions: ReadonlyMap<string, number>): PackedEntry[] {
  return counted.map((c) => ({ entry: c.entryId, version: versions.get(c.entryId) ?? 0, amount: c.amount, countsOn: c.countsOn }))
    .sort((a, b) => byText(a.entry, b.entry));
}

/** The submissions of cycles that belong to the stage and are not voided, as the count places them. */
export function submissionsOfStage({ stage, closings, pathwayVersion, count, cycles, submissions }: Evidence): Evidence["submissions"] {
  const inForce = closingsInForce(closings, count.today);
  const own = new Set(cycles.filter((c) => !c.voided && dayOfEntry(c) !== null && placeOf(c, inForce, pathwayVersion.definition).stage === stage).map((c) => c.entryId));
  return submissions.filter((s) => own.has(s.entryId));
}

/** The evidence of a stage as it is signed under (docs/field.md, "What is signed"). The order in which it was read does not matter. */
export function packOf(evidence: Evidence): Pack {
  const { traineeId, stage, startedOn, pathwayVersion, closings, count, versions, skills } = evidence;
  const own = count.stages.find((s) => s.stage === stage);
  return {
    format: 1, trainee: traineeId, stage, pathwayVersion: pathwayVersion.id, startedOn,
    closed: closingsInForce(closings, count.today).filter((c) => !c.reopened).map((c) => ({ stage: c.stage, on: c.closedOn, by: c.decidedBy }))
      .sort((a, b) => a.stage - b.stage || byText(a.on, b.on) || byText(a.by, b.by)),
    requirements: (own?.requirements ?? []).map((r) => ({ key: r.requirement.key, count: r.count, needed: r.needed, entries: packed(r.counted, versions) }))
      .sort((a, b) => byText(a.key, b.key)),
    gates: (own?.gates ?? []).map((g) => ({ key: g.gate.key, state: g.state, halfDays: g.halfDays, entries: packed(g.counted, versions) })).sort((a, b) => byText(a.key, b.key)),
    submissions: submissionsOfStage(evidence).map((s) => ({ submission: s.id, entry: s.entryId, attempt: s.attempt, state: s.state }))
      .sort((a, b) => byText(a.submission, b.submission)),
    skills: skills.map((s) => ({ record: s.id, version: s.version })).sort((a, b) => byText(a.record, b.record)),
  };
}

/** The pack as text, the same for the same evidence: its keys in the order in which `packOf` writes them, no blanks. */
export function canonicalPack(pack: Pack): string {
  return JSON.stringify(pack);
}
