import type { PathwayCount, PathwayDefinition, Requirement, RequirementCount, StageCount } from "#app/pathway/model.ts";

/** A requirement of which a stage lacks something and the trainee has done nothing yet. */
export interface NotBegun {
  readonly requirement: Requirement;
  /** What is missing by the end of the stage, in the requirement's unit. */
  readonly missing: number;
  /** Something stands in the record all the same: it waits, does not count, or is recognised work of before. */
  readonly hasEntries: boolean;
}

/** What counts and was done on the pathway: recognised prior work is no pace, it was done before. */
export function ownWork({ counted }: RequirementCount): RequirementCount["counted"] {
  return counted.filter((c) => !c.recognised);
}

/** The keys of the requirements of which something was done on the pathway: only those have a pace (docs/field.md, "Forecast"). */
export function begunOf({ overall }: Pick<PathwayCount, "overall">): ReadonlySet<string> {
  return new Set(overall.filter((r) => ownWork(r).length > 0).map((r) => r.requirement.key));
}

function hasEntries({ overall }: PathwayCount, key: string): boolean {
  const { counted, leftOut } = overall.find((r) => r.requirement.key === key) ?? { counted: [], leftOut: [] };
  return counted.length > 0 || leftOut.some((one) => one.reasons.every((reason) => reason.code !== "voided"));
}

/** What is not begun and missing by the end of the last of these stages, the first of which is under way. */
export function notBegunBy(stages: readonly StageCount[], count: PathwayCount, { accumulation, requirements }: PathwayDefinition): NotBegun[] {
  const begun = begunOf(count);
  const asking = accumulation === "cumulative" ? stages.slice(-1) : stages;
  return requirements.flatMap((requirement) => {
    const { key } = requirement;
    const missing = asking.reduce((sum, stage) => sum + (stage.requirements.find((r) => r.requirement.key === key)?.remaining ?? 0), 0);
    return missing > 0 && !begun.has(key) ? [{ requirement, missing, hasEntries: hasEntries(count, key) }] : [];
  });
}
