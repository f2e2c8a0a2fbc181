import { z } from "zod";

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

const packedEntrySchema = z.object({ entry: z.string(), version: z.number(), amount: z.number(), countsOn: z.string() }).readonly();
type PackedEntry = z.infer<typeof packedEntrySchema>;

/** The evidence of one stage: ids, versions, amounts and days, each list in the order of its ids. */
const packSchema = z.object({
  format: z.literal(1), trainee: z.string(), stage: z.number(), pathwayVersion: z.string(), startedOn: z.string(),
  closed: z.array(z.object({ stage: z.number(), on: z.string(), by: z.string() })).readonly(),
  requirements: z.array(z.object({ key: z.string(), count: z.number(), needed: z.number(), entries: z.array(packedEntrySchema).readonly() })).readonly(),
  gates: z.array(z.object({ key: z.string(), state: z.string(), halfDays: z.number(), entries: z.array(packedEntrySchema).readonly() })).readonly(),
  submissions: z.array(z.object({ submission: z.string(), entry: z.string(), attempt: z.number(), state: z.string() })).readonly(),
  skills: z.array(z.object({ record: z.string(), version: z.number() })).readonly(),
}).readonly();
export type Pack = z.infer<typeof packSchema>;

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

/** A pack from its canonical text, as it was kept. */
export function readPack(text: string): Pack {
  return packSchema.parse(JSON.parse(text));
}
